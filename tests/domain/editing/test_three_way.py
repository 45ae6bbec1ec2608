"""Two edits of one contact at once: both have their way, or somebody is asked."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.editing.three_way import merge_edit, with_missing_settings
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step

BASE = Contact("1", "Anna", organization="Valio", emails=(Labelled("a@valio.example"),), created="2026-01-01T00:00:00Z")
EDITABLE = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Anna", "Anna B"]),
        "organization": st.sampled_from(["Valio", "Fazer", "Arla"]),
        "emails": st.sampled_from([(), (Labelled("a@valio.example"),), (Labelled("b@valio.example"),)]),
        "notes": st.sampled_from(["", "tea", "coffee"]),
        "cadence": st.sampled_from([None, 0, 7]),
        "archived": st.booleans(),
    },
)


def test_different_properties_go_together() -> None:
    merged, clashes = merge_edit(BASE, replace(BASE, notes="tea"), replace(BASE, organization="Fazer"))
    assert clashes == ()
    assert (merged.notes, merged.organization) == ("tea", "Fazer")


def test_the_same_property_changed_differently_is_named_and_theirs_stays() -> None:
    mine, theirs = replace(BASE, organization="Arla", notes="tea"), replace(BASE, organization="Fazer")
    merged, clashes = merge_edit(BASE, mine, theirs)
    assert clashes == ("organization",)
    assert (merged.organization, merged.notes) == ("Fazer", "tea")


def test_what_no_form_changes_is_always_theirs() -> None:
    theirs = replace(BASE, last_on=date(2026, 11, 23), first_on=date(2026, 1, 1), updated="2026-11-23T00:00:00Z")
    mine = replace(BASE, last_on=None, first_on=date(2020, 1, 1), updated="2020-01-01T00:00:00Z", notes="tea")
    merged, clashes = merge_edit(BASE, mine, theirs)
    assert clashes == ()
    assert merged == replace(theirs, notes="tea")


@given(EDITABLE, EDITABLE)
def test_no_change_is_ever_lost_silently(my_changes: dict[str, object], their_changes: dict[str, object]) -> None:
    mine, theirs = replace(BASE, **my_changes), replace(BASE, **their_changes)  # type: ignore[arg-type]
    merged, clashes = merge_edit(BASE, mine, theirs)
    for field in fields(Contact):
        base, my, their, kept = (getattr(contact, field.name) for contact in (BASE, mine, theirs, merged))
        if their != base:
            assert kept == their
            assert (field.name in clashes) is (my not in (base, their))
        else:
            assert kept == my
            assert field.name not in clashes


@given(EDITABLE)
def test_alone_an_edit_is_taken_as_it_is(changes: dict[str, object]) -> None:
    mine = replace(BASE, **changes)  # type: ignore[arg-type]
    assert merge_edit(BASE, mine, BASE) == (mine, ())
    assert merge_edit(BASE, mine, mine) == (mine, ())
    assert merge_edit(BASE, BASE, mine) == (mine, ())


def test_the_member_is_merged_by_property_too() -> None:
    base = Member("Aino", pace=5)
    merged, clashes = merge_edit(base, replace(base, pace=3), replace(base, team="Kasvu", searches={"a": "field:a"}))
    assert (merged, clashes) == (Member("Aino", "Kasvu", pace=3, searches={"a": "field:a"}), ())
    merged, clashes = merge_edit(base, replace(base, pace=3, name="A"), replace(base, pace=4))
    assert (merged, clashes) == (Member("A", pace=4), ("pace",))


def test_what_the_member_said_stays_and_a_file_says_the_rest() -> None:
    weekend = DaysOff.of([5, 6])
    cadences = {**Member().cadences, Step.REGULAR: 60}
    mine = Member(days_off=weekend, welcomed=True, cadences=cadences)
    theirs = Member("Aino", "Kasvu", date(2027, 6, 2), ("food",), 3, days_off=DaysOff.of([0]))
    assert with_missing_settings(mine, theirs) == replace(theirs, days_off=weekend, welcomed=True, cadences=cadences)
    assert with_missing_settings(Member(), theirs) == theirs
