"""Two contacts become one, and nothing of either is lost unless somebody says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.merge import Take, differences, join
from netkeeper.domain.people.ladder import Step, StepChange
from tests.strategies import contacts

ANNA = Contact(
    "100000000000001",
    "Anna Virtanen",
    organization="Valio",
    emails=(Labelled("anna@valio.example", "work"),),
    phones=(Labelled("040 555 0101"),),
    step=Step.POTENTIAL,
    ladder=(StepChange(date(2026, 1, 1), Step.POTENTIAL),),
    notes="likes sailing",
    uid="urn:uuid:1",
    first_on=date(2026, 3, 1),
    last_on=date(2026, 5, 1),
    created="2026-01-01T00:00:00Z",
)
ANNA2 = Contact(
    "100000000000002",
    "A. Virtanen",
    title="Brand lead",
    emails=(Labelled("ANNA@valio.example"), Labelled("anna@home.example")),
    phones=(Labelled("+358 40 5550101", "mobile"),),
    step=Step.CUSTOMER,
    ladder=(StepChange(date(2026, 2, 1), Step.CUSTOMER, "first order"),),
    notes="knows Pekka",
    uid="urn:uuid:2",
    first_on=date(2025, 3, 1),
    last_on=date(2026, 4, 1),
    created="2025-01-01T00:00:00Z",
)


def test_what_both_say_is_kept_and_what_is_the_same_stands_once() -> None:
    one = join(ANNA, ANNA2)
    assert (one.id, one.name, one.organization, one.title) == (ANNA.id, "Anna Virtanen", "Valio", "Brand lead")
    assert one.emails == (Labelled("anna@valio.example", "work"), Labelled("anna@home.example"))
    assert one.phones == (Labelled("040 555 0101", "mobile"),)
    assert one.step is Step.CUSTOMER
    assert one.ladder == (*ANNA.ladder, *ANNA2.ladder)
    assert one.notes == "likes sailing\nknows Pekka"
    assert (one.first_on, one.last_on) == (date(2025, 3, 1), date(2026, 5, 1))
    assert one.created == ANNA2.created


def test_what_the_other_was_called_is_remembered() -> None:
    assert join(ANNA, replace(ANNA2, merged=("7",))).merged == (ANNA2.id, "urn:uuid:2", "7")
    assert join(replace(ANNA, uid=""), ANNA2).uid == "urn:uuid:2"


def test_a_choice_counts() -> None:
    one = join(ANNA, ANNA2, {"name": Take.THEIRS, "emails": Take.MINE, "notes": Take.THEIRS, "step": Take.MINE})
    assert (one.name, one.emails, one.notes, one.step) == ("A. Virtanen", ANNA.emails, "knows Pekka", Step.POTENTIAL)


def test_nobody_is_introduced_by_themselves() -> None:
    assert join(replace(ANNA, via=ANNA2.id), ANNA2).via == ""
    assert join(ANNA, replace(ANNA2, via=ANNA.id)).via == ""


def test_whoever_is_active_in_either_place_stays_so() -> None:
    assert not join(replace(ANNA, archived=True), ANNA2).archived
    assert not join(ANNA, replace(ANNA2, archived=True)).archived
    assert join(replace(ANNA, archived=True), replace(ANNA2, archived=True)).archived


@given(contacts(), contacts())
def test_only_what_both_say_differently_is_a_choice(mine: Contact, theirs: Contact) -> None:
    for each in differences(mine, theirs):
        assert each.mine != each.theirs
        assert each.usual in each.takes
        assert getattr(join(mine, theirs, {each.name: Take.MINE}), each.name) == each.mine or each.name == "via"
        assert getattr(join(mine, theirs, {each.name: Take.THEIRS}), each.name) == each.theirs or each.name == "via"


@given(contacts(), contacts())
def test_nothing_of_either_is_lost_unasked(mine: Contact, theirs: Contact) -> None:
    one = join(mine, theirs)
    for name in ("fields", "hopes", "ladder"):
        assert set(getattr(one, name)) == {*getattr(mine, name), *getattr(theirs, name)}
    for name in ("emails", "urls"):
        kept = {item.value.casefold() for item in getattr(one, name)}
        assert kept == {item.value.casefold() for item in (*getattr(mine, name), *getattr(theirs, name))}
    for name in ("organization", "title", "met"):
        assert getattr(one, name) == (getattr(mine, name) or getattr(theirs, name))
    assert one.birthday == (mine.birthday or theirs.birthday)
    assert mine.notes in one.notes
    assert theirs.notes in one.notes


@given(contacts(), st.lists(st.sampled_from(Take), max_size=1))
def test_joining_a_copy_changes_nothing_but_what_it_was_called(contact: Contact, _: list[Take]) -> None:
    copy = replace(contact, id="1")
    one = join(contact, copy)
    same = ("name", "organization", "title", "birthday", "step", "hopes", "notes", "cadence", "archived", "fields")
    assert [getattr(one, name) for name in same] == [getattr(contact, name) for name in same]
    assert len(one.emails) <= len(contact.emails)


def test_whoever_was_put_off_stays_so() -> None:
    put_off = replace(ANNA2, nudge_from=date(2026, 12, 1))
    assert join(ANNA, put_off).nudge_from == date(2026, 12, 1)
    assert join(replace(ANNA, nudge_from=date(2026, 12, 9)), put_off).nudge_from == date(2026, 12, 9)
