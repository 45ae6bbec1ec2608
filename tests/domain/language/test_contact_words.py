from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError, NetkeeperError, WordError
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.contact_words import UNSET, ContactChanges, contact_changes
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.language.values import normal_field
from netkeeper.domain.people.contact import Contact, Hope, Importance, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.names import check_name, name_parts_from
from tests.domain.messages import is_one_safe_line

TODAY = date(2026, 11, 23)

ANNA = Contact(
    id="123456789012345",
    name="Anna Virtanen",
    name_parts=NameParts(given="Anna", family="Virtanen"),
    organization="Valio Oy",
    emails=(Labelled("anna@valio.example", "work"), Labelled("anna@home.example")),
    phones=(Labelled("+358 40 555 0101"),),
    fields=("food", "design"),
    hopes=(Hope.EMPLOYER,),
    birthday=Birthday(2, 29),
    notes="likes sailing\n",
    cadence=42,
)


def changes(text: str) -> ContactChanges:
    return contact_changes(split_text(text), TODAY)


def changed(text: str, contact: Contact = ANNA) -> Contact:
    return apply_changes(contact, changes(text), TODAY)


@pytest.mark.parametrize("typed", ["a", "A", "★★★", "★★★,"])
def test_importance_is_set_by_its_letter_and_its_stars(typed: str) -> None:
    assert changed(f"importance:{typed}").importance is Importance.A


def test_words_say_everything_about_a_new_contact() -> None:
    assert changes(
        'Anna Virtanen org:"Valio Oy" title:"Brand lead" email:work=anna@valio.example phone:"+358 40 555 0101" '
        'url:valio.example birthday:29.2.1980 field:food,Health/Tech step:customer met:"Slush 2026" via:pekka '
        'hope:employer,mentor every:6w note:"likes sailing"'
    ) == ContactChanges(
        text="Anna Virtanen",
        organization="Valio Oy",
        title="Brand lead",
        emails=(Labelled("anna@valio.example", "work"),),
        phones=(Labelled("+358 40 555 0101"),),
        urls=(Labelled("valio.example"),),
        birthday=Birthday(2, 29, 1980),
        fields_added=("food", "health/tech"),
        step=Step.CUSTOMER,
        met="Slush 2026",
        via="pekka",
        hopes_added=(Hope.EMPLOYER, Hope.MENTOR),
        cadence=42,
        notes_added="likes sailing",
    )


def test_what_is_not_mentioned_is_told_from_what_is_empty() -> None:
    assert changes("").is_empty
    assert changes("only text").is_empty
    assert changes("every:default").cadence is None
    assert not changes("every:default").is_empty
    assert changes("field:food").cadence is UNSET
    assert not changes("org:").is_empty


def test_nothing_said_changes_nothing() -> None:
    assert apply_changes(ANNA, ContactChanges(text="only text"), TODAY) is ANNA


def test_set_properties_are_replaced_and_the_rest_stays() -> None:
    assert changed('org:Fazer title:"Head of brand" met:Slush via:pekka birthday:1.3.1981') == replace(
        ANNA, organization="Fazer", title="Head of brand", met="Slush", via="pekka", birthday=Birthday(3, 1, 1981)
    )


def test_lists_grow_without_doubles() -> None:
    after = changed('field:food field:tech hope:employer hope:friend email:new@x.example phone:"+358 50 1234567"')
    assert after.fields == ("food", "design", "tech")
    assert after.hopes == (Hope.EMPLOYER, Hope.FRIEND)
    assert [email.value for email in after.emails] == ["anna@valio.example", "anna@home.example", "new@x.example"]
    assert [phone.value for phone in after.phones] == ["+358 40 555 0101", "+358 50 1234567"]


def test_a_value_that_is_there_only_takes_the_new_label() -> None:
    after = changed("email:home=ANNA@home.example phone:mobile=00358405550101")
    assert after.emails == (Labelled("anna@valio.example", "work"), Labelled("anna@home.example", "home"))
    assert after.phones == (Labelled("+358 40 555 0101", "mobile"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("org:", replace(ANNA, organization="")),
        ("birthday:", replace(ANNA, birthday=None)),
        ("email:", replace(ANNA, emails=())),
        ("phone:", replace(ANNA, phones=())),
        ("field:", replace(ANNA, fields=())),
        ("hope:", replace(ANNA, hopes=())),
        ("note:", replace(ANNA, notes="")),
        ("every:", replace(ANNA, cadence=None)),
        ("every:none", replace(ANNA, cadence=0)),
        ("email: email:new@x.example", replace(ANNA, emails=(Labelled("new@x.example"),))),
        ("field:tech field:", replace(ANNA, fields=("tech",))),
        ("-field:food", replace(ANNA, fields=("design",))),
        ("-hope:employer", replace(ANNA, hopes=())),
        ("-email:Anna@Valio.example", replace(ANNA, emails=(Labelled("anna@home.example"),))),
        ('-phone:"+358405550101"', replace(ANNA, phones=())),
    ],
)
def test_an_empty_value_clears_and_a_minus_takes_away(text: str, expected: Contact) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-field:foods", "There is no field 'foods' to take away; there is food, design."),
        ("-email:x@y.example", "there is anna@valio.example, anna@home.example."),
        ("-url:x.example", "there is none."),
        ("-hope:friend", "There is no hope 'friend'"),
    ],
)
def test_taking_away_what_is_not_there_is_said(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says.replace(".", r"\.")):
        changed(text)


def test_notes_are_added_below_those_there_are() -> None:
    assert changed('note:"met again" note:"at Slush"').notes == "likes sailing\nmet again\nat Slush"
    assert changed("note:new", replace(ANNA, notes="")).notes == "new"


def test_a_move_on_the_ladder_is_kept_and_standing_still_is_no_move() -> None:
    moved = changed("step:cust")
    assert (moved.step, moved.ladder) == (Step.CUSTOMER, (StepChange(TODAY, Step.CUSTOMER),))
    assert changed("step:customer", moved) == moved


def test_a_new_name_fills_its_parts_anew() -> None:
    after = changed('name:"Anna Korhonen"')
    assert (after.name, after.name_parts) == ("Anna Korhonen", NameParts(given="Anna", family="Korhonen"))
    kept = replace(ANNA, name_parts=NameParts(given="A", family="V"))
    assert changed('name:"Anna Virtanen"', kept) == kept


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("email:anna", "can't be read as an email address"),
        ("email:a@b@c", "can't be read as an email address"),
        ('email:"a b@c.fi"', "can't be read as an email address"),
        pytest.param(f"email:{'x' * 250}@b.fi", "can't be read as an email address", id="long email"),
        ("email:work=", "can't be read as an email address"),
        ('phone:"1\x072"', "can't be read as a phone number"),
        pytest.param(f"url:{'x' * 2001}", "can't be read as a web address", id="long url"),
        ("step:vip", "It may be potential, customer or regular"),
        ("step:custmer", "did you mean 'customer'"),
        ("hope:boss", "It may be customer, partner, employer, mentor or friend"),
        ("step:", "can't be empty"),
        ("name:", "can't be empty"),
        ("birthday:31.2.", "no such birthday"),
        ("birthday:24.12.2026", "still to come"),
        ("every:often", "how often"),
        ("field:/", "can't be a field"),
        ("field:,", "can't be a field"),
        ("-field:, ,", "can't be a field"),
        pytest.param(f"field:{'x' * 101}", "can't be a field", id="long field"),
        pytest.param(f"org:{'x' * 501}", "org: is too long", id="long org"),
        pytest.param(f"note:{'x' * 100_001}", "note is too long", id="long note"),
        ("org:a org:b", "org: is said twice"),
        ("org:a org:", "org: is said twice"),
        ("step:customer step:regular", "step: is said twice"),
        ("-org:Valio", "To empty it, write org:"),
        ("-field:", "to take them all away, write field:"),
        ("kind:call", "netkeeper log"),
        ("when:today", "netkeeper log"),
        ("feel:4", "netkeeper log"),
        ("signal:invited", "netkeeper log"),
        ("next:2w", "netkeeper log"),
        ("todo:call", "netkeeper log"),
        ("due:fri", "write next:"),
        ("last:never", "when:"),
        ("is:archived", "netkeeper archive"),
        ("has:email", "finds people"),
    ],
)
def test_what_cannot_be_said_of_a_contact_is_refused_with_the_way_out(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says) as error:
        changes(text)
    assert is_one_safe_line(str(error.value))


@pytest.mark.parametrize("text", ["org:", "-field:food", "email: x", "-hope:friend"])
def test_nothing_can_be_taken_from_a_contact_that_is_being_added(text: str) -> None:
    with pytest.raises(WordError, match=r"has no value|takes something away"):
        contact_changes(split_text(text), TODAY, may_clear=False)


def test_invisible_characters_copied_with_a_number_are_dropped() -> None:
    assert changes("phone:\u202a+358405550101\u202c").phones == (Labelled("+358405550101"),)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Design", "design"),
        (" Health / Tech ", "health/tech"),
        ("health//tech/", "health/tech"),
        ("#food", "food"),
        ("Food  science", "food-science"),
        ("Sähkö", "sähkö"),
        ("Sa\u0308hko\u0308", "sähkö"),
    ],
)
def test_fields_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert normal_field(typed) == kept
    assert normal_field(kept) == kept


@given(st.text(max_size=40))
def test_the_form_of_a_field_is_stable(text: str) -> None:
    try:
        field = normal_field(text)
    except WordError:
        return
    assert normal_field(field) == field
    assert len(field) <= 100
    assert " " not in field


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Virtanen", NameParts(given="Anna", family="Virtanen")),
        ("Anna Maria Virtanen", NameParts(given="Anna", additional="Maria", family="Virtanen")),
        ("Virtanen, Anna Maria", NameParts(given="Anna", additional="Maria", family="Virtanen")),
        ("Madonna", NameParts(given="Madonna")),
        ("Dr. Anna Virtanen", NameParts(prefix="Dr.", given="Anna", family="Virtanen")),
        ("Anna Virtanen, PhD", NameParts(given="Anna", family="Virtanen", suffix="PhD")),
        ("Sammy Davis Jr.", NameParts(given="Sammy", family="Davis", suffix="Jr.")),
        ("Georg Henrik von Wright", NameParts(given="Georg", additional="Henrik", family="von Wright")),
        ("Ludwig van der Berg", NameParts(given="Ludwig", family="van der Berg")),
        ("von Wright", NameParts(family="von Wright")),
        ("Dr", NameParts(given="Dr")),
        ("Anna,", NameParts(given="Anna")),
        ("", NameParts()),
    ],
)
def test_the_parts_of_a_name_are_told_apart(name: str, parts: NameParts) -> None:
    assert name_parts_from(name) == parts


@given(st.text(max_size=60))
def test_no_word_of_a_name_is_lost(name: str) -> None:
    parts = name_parts_from(name)
    assert sorted(parts.formatted().split()) == sorted(name.replace(",", " ").split())


@pytest.mark.parametrize(
    "name", ["", "  ", pytest.param("x" * 501, id="long"), "a\nb", "a\x1b[2Jb", "a\x9bb", "\ud800", "a\u2028b"]
)
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        check_name(name)
    assert is_one_safe_line(str(error.value))
    with pytest.raises(InvalidValueError):
        apply_changes(ANNA, ContactChanges(name=name), TODAY)


@pytest.mark.parametrize(
    "name",
    [pytest.param("x" * 500, id="long"), "O'Brien", "\u05e9\u05dc\u05d5\u05dd", "Ann\u200da", "李", "👩\u200d💻"],
)
def test_any_visible_name_may_be_kept(name: str) -> None:
    assert check_name(f" {name} ") == name


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "-"]),
            st.sampled_from(
                [
                    "field",
                    "step",
                    "org",
                    "title",
                    "email",
                    "phone",
                    "url",
                    "birthday",
                    "met",
                    "via",
                    "hope",
                    "every",
                    "name",
                    "note",
                ]
            ),
            st.one_of(
                st.text(max_size=12), st.sampled_from(["a@b.fi", "customer", "6w", "employer", "29.2.", "", "x,y"])
            ),
        ),
        max_size=5,
    )
)
def test_any_words_are_applied_or_refused(words: list[tuple[str, str, str]]) -> None:
    text = " ".join(f'{minus}{key}:"{value}"' for minus, key, value in words)
    try:
        after = changed(text)
        again = apply_changes(after, changes(text), TODAY)
    except NetkeeperError as error:
        assert is_one_safe_line(str(error))
        return
    # Said again, nothing more changes; but notes grow.
    assert replace(again, notes=after.notes) == after


def test_each_key_sets_a_property_or_says_what_to_do_instead() -> None:
    for key, about in KEYS.items():
        try:
            said = changes(about.example)
        except WordError as error:
            assert error.brief and ("finds people" in str(error)) == bool(about.finding), key
        else:
            assert not said.is_empty, key
