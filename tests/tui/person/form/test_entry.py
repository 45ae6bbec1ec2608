"""The model of the contact form: what is left alone is kept to the letter, what is typed is checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.tui.forms.repeated_entries import ADDRESS_PARTS, REACHES, AddressEntry, ReachEntry
from netkeeper.tui.person.form.entry import BLANK, ContactEntry, FormReading
from netkeeper.tui.person.form.input_texts import PARTS
from tests import strategies
from tests.tui.hostile import FORBIDDEN_BYTES, HOSTILE

TODAY = date(2026, 11, 23)

ANNA = Contact(
    id="123456789012345",
    name="Anna Virtanen",
    name_parts=NameParts(given="Anna", family="Virtanen"),
    organization="Valimo",
    emails=(Labelled("anna@valimo.example", "work"),),
    phones=(Labelled("+358 40 555 0101", "mobile"), Labelled("09 555 0102")),
    addresses=(Address("home", street="Katu 1\nA 2", locality="Tampere"),),
    birthday=Birthday(2, 29),
    fields=("food", "health/a,b"),
    hopes=(Hope.MENTOR, Hope.CUSTOMER),
    via="999999999999999",
    notes="likes tea\nnot coffee",
    cadence=42,
)


def nobody(who: str) -> str:
    raise UnknownPersonError(f"No one fits {who}.", who)


def read(entry: ContactEntry) -> FormReading:
    return entry.read(TODAY, nobody)


def typed(entry: ContactEntry, **texts: str) -> ContactEntry:
    return replace(entry, texts={**entry.texts, **texts})


def refused(entry: ContactEntry) -> dict[str, str]:
    return dict(read(entry).problems)


@given(strategies.contacts(), strategies.line_or_nothing())
def test_a_form_that_is_left_alone_gives_the_very_same_contact(contact: Contact, via_name: str) -> None:
    entry = ContactEntry.of(contact, via_name)
    assert read(entry).contact == contact
    assert not read(entry).problems
    assert entry.is_untouched


@given(strategies.contacts(), st.sampled_from(sorted(HOSTILE)))
def test_what_stands_in_a_form_is_harmless(contact: Contact, text: str) -> None:
    labelled = (Labelled(text, text),)
    address = Address(**dict.fromkeys(("label", *ADDRESS_PARTS), text))
    contact = replace(
        contact, name=text, name_parts=NameParts(*[text] * 5), organization=text, title=text, met=text, via=text,
        notes=text, fields=(text,), emails=labelled, phones=labelled, urls=labelled, addresses=(address,),
    )  # fmt: skip
    entry = ContactEntry.of(contact, text)
    shown = [*entry.texts.values(), *entry.addresses[0].parts.values(), entry.addresses[0].label]
    shown += [text for rows in entry.reaches.values() for row in rows for text in (row.value, row.label)]
    for each in shown:
        assert not any(harm.decode() in each for harm in FORBIDDEN_BYTES)
        assert "\x1b" not in each and "\r" not in each
    assert read(entry).contact == contact


@given(strategies.contacts())
def test_what_is_changed_in_one_line_leaves_the_others(contact: Contact) -> None:
    after = read(typed(ContactEntry.of(contact), met="Slush 2026")).contact
    assert after == replace(contact, met="Slush 2026")
    rows = tuple(ReachEntry.of(item) for item in contact.phones)
    added = replace(
        ContactEntry.of(contact), reaches={**ContactEntry.of(contact).reaches, "phones": (*rows, ReachEntry("1 2"))}
    )
    assert read(added).contact == replace(contact, phones=(*contact.phones, Labelled("1 2")))
    assert not added.is_untouched


def test_a_new_contact_is_what_was_typed() -> None:
    entry = typed(
        ContactEntry.of(BLANK), name="  Anna   Virtanen ", organization="Valimo", birthday="29.2.", fields="Food, health / tech,food",
        met="Slush", via="Pekka", cadence="6w", notes=" tea \n\n", next="2w", todo="send the offer", reason="first order",
    )  # fmt: skip
    entry = replace(
        entry,
        reaches={**entry.reaches, "phones": (ReachEntry("040 1", "Mobile"), ReachEntry(), ReachEntry("home=09 2"))},
        addresses=(
            AddressEntry("home", {**dict.fromkeys(ADDRESS_PARTS, ""), "street": "Katu 1"}),
            AddressEntry("work"),
        ),
        step=Step.CUSTOMER,
        hopes=(Hope.EMPLOYER,),
    )
    reading = read(entry)
    assert reading.problems == {}
    assert reading.contact == Contact(
        id="",
        name="Anna Virtanen",
        name_parts=NameParts(given="Anna", family="Virtanen"),
        organization="Valimo",
        phones=(Labelled("040 1", "mobile"), Labelled("09 2", "home")),
        addresses=(Address("home", street="Katu 1"),),
        birthday=Birthday(2, 29),
        fields=("food", "health/tech"),
        step=Step.CUSTOMER,
        ladder=(StepChange(TODAY, Step.CUSTOMER, "first order"),),
        hopes=(Hope.EMPLOYER,),
        met="Slush",
        via="Pekka",
        notes="tea",
        cadence=42,
    )
    assert reading.promise[:2] == (date(2026, 12, 7), "send the offer")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("name", "", "A contact needs a name"),
        ("name", "\u200b", "A contact needs a name"),
        pytest.param("name", "x" * 501, "too long for a name", id="long name"),
        ("birthday", "31.2.", "no such birthday"),
        ("birthday", "24.12.2026", "still to come"),
        ("fields", "food, /", "can't be a field"),
        ("cadence", "often", "as how often"),
        pytest.param("organization", "x" * 501, "too long", id="long organization"),
        pytest.param("notes", "x" * 100_001, "too long", id="long notes"),
        ("next", "yesterday", "has passed"),
        ("next", "soonish", "soonish"),
        pytest.param("todo", "x" * 501, "too long", id="long todo"),
    ],
)
def test_what_can_not_be_read_is_said_by_the_field(name: str, text: str, said: str) -> None:
    entry = typed(ContactEntry.of(ANNA), **{name: text})
    problems = refused(entry)
    assert list(problems) == [name]
    assert said in problems[name]
    assert read(entry).contact == ANNA


def test_somebody_new_needs_a_name_from_the_start() -> None:
    assert list(refused(ContactEntry.of(BLANK))) == ["name"]


def test_a_row_that_can_not_be_read_is_named_by_its_place() -> None:
    entry = ContactEntry.of(ANNA)
    rows = (*entry.reaches["emails"], ReachEntry(), ReachEntry("anna"), ReachEntry("bo@x.example", "x" * 101))
    problems = refused(replace(entry, reaches={**entry.reaches, "emails": rows}))
    assert list(problems) == ["emails:2", "emails:3"]
    assert problems["emails:2"] == "'anna' can't be read as an email address; write it like anna@valio.example."


def test_a_changed_value_keeps_its_label_and_a_changed_label_its_value() -> None:
    phone = ReachEntry.of(Labelled("+358 40\t1", "iPhone"))
    assert replace(phone, value="040 2").read("phone") == Labelled("040 2", "iPhone")
    assert replace(phone, label="work").read("phone") == Labelled("+358 40\t1", "work")
    assert replace(phone, label="").read("phone") == Labelled("+358 40\t1", "")
    assert replace(phone, value="  ").read("phone") is None


def test_a_changed_part_of_an_address_leaves_its_other_parts() -> None:
    entry = AddressEntry.of(ANNA.addresses[0])
    assert entry.parts["street"] == "Katu 1, A 2"
    moved = replace(entry, parts={**entry.parts, "locality": "Turku"})
    assert moved.read() == replace(ANNA.addresses[0], locality="Turku")
    assert replace(entry, parts=dict.fromkeys(ADDRESS_PARTS, " ")).read() is None


def test_a_field_with_a_comma_stays_whole_when_others_change() -> None:
    assert read(typed(ContactEntry.of(ANNA), fields="health/a,b, design,food")).contact.fields == (
        "health/a,b",
        "design",
        "food",
    )


def test_parts_follow_the_name_until_they_are_typed() -> None:
    entry = typed(ContactEntry.of(ANNA), name="Anna Maria Salo")
    assert read(entry).contact.name_parts == NameParts(given="Anna", additional="Maria", family="Salo")
    by_hand = replace(typed(entry, given="Anna Maria", additional="", family="Salo"), parts_by_hand=True)
    assert read(by_hand).contact.name_parts == NameParts(given="Anna Maria", family="Salo")
    emptied = replace(typed(entry, **dict.fromkeys(PARTS, " ")), parts_by_hand=True)
    assert read(emptied).contact.name_parts == NameParts(given="Anna", additional="Maria", family="Salo")


def test_parts_that_no_name_gives_away_stay_while_the_name_does() -> None:
    odd = replace(ANNA, name="Annu", name_parts=NameParts(given="Anna", family="Virtanen"))
    assert read(typed(ContactEntry.of(odd), met="x")).contact.name_parts == odd.name_parts
    assert read(typed(ContactEntry.of(odd), name="Anna Salo")).contact.name_parts.family == "Salo"


def test_who_introduced_you_is_kept_as_the_person_where_it_is_one() -> None:
    entry = ContactEntry.of(ANNA, "Pekka Salo")
    assert read(typed(entry, via="Maija")).contact.via == "Maija"
    assert typed(entry, via="Maija").read(TODAY, lambda who: f"id of {who}").contact.via == "id of Maija"
    assert read(typed(entry, via=" ")).contact.via == ""
    assert read(entry).contact.via == ANNA.via


def test_of_several_who_may_have_introduced_you_none_is_guessed() -> None:
    def find(who: str) -> str:
        raise AmbiguousPersonError(f"{who} fits 2 people.", who)

    reading = typed(ContactEntry.of(ANNA, "Pekka Salo"), via="Pekka").read(TODAY, find)
    assert reading.problems == {"via": "Pekka fits 2 people."}
    assert reading.contact.via == ANNA.via


def test_a_move_on_the_ladder_is_kept_with_its_reason() -> None:
    entry = replace(typed(ContactEntry.of(ANNA), reason=" first order "), step=Step.REGULAR)
    assert read(entry).contact.ladder == (StepChange(TODAY, Step.REGULAR, "first order"),)
    assert read(typed(ContactEntry.of(ANNA), reason="none at all")).contact == ANNA


def test_hopes_keep_their_order_whatever_order_they_are_chosen_in() -> None:
    entry = ContactEntry.of(ANNA)
    assert read(replace(entry, hopes=(Hope.CUSTOMER, Hope.MENTOR))).contact == ANNA
    assert replace(entry, hopes=(Hope.CUSTOMER, Hope.MENTOR)).is_untouched
    changed = read(replace(entry, hopes=(Hope.CUSTOMER, Hope.FRIEND, Hope.MENTOR))).contact.hopes
    assert changed == (Hope.MENTOR, Hope.CUSTOMER, Hope.FRIEND)


@pytest.mark.parametrize("name", sorted(REACHES))
def test_empty_lines_say_nothing_and_touch_nothing(name: str) -> None:
    entry = ContactEntry.of(BLANK)
    entry = replace(entry, reaches={**entry.reaches, name: (ReachEntry(), ReachEntry(label="work"))})
    entry = replace(entry, addresses=(AddressEntry(),))
    assert entry.is_untouched
    assert getattr(read(entry).contact, name) == ()


@given(strategies.contacts(), st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_words(contact: Contact, text: str) -> None:
    entry = ContactEntry.of(contact)
    entry = replace(
        typed(entry, **dict.fromkeys(entry.texts, text)),
        reaches={name: (ReachEntry(text, text),) for name in REACHES},
        addresses=(AddressEntry(text, dict.fromkeys(ADDRESS_PARTS, text)),),
        parts_by_hand=True,
    )
    reading = read(entry)
    assert all(reading.problems.values())
    assert reading.contact.name
