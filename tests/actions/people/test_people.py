"""Adding, finding and changing people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.people import bulk, people
from netkeeper.domain.errors import (
    AmbiguousPersonError,
    ConflictError,
    InvalidValueError,
    NetkeeperError,
    UnknownPersonError,
)
from netkeeper.domain.language.contact_words import ContactChanges, contact_changes
from netkeeper.domain.language.promise_words import PromiseWords
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Hope
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add


def test_adding_keeps_all_that_was_said(network: Network) -> None:
    pekka = add(network, "Pekka Salo")
    anna = add(
        network,
        "  Anna   Virtanen ",
        'org:Valio title:"Brand lead" email:work=anna@valio.example field:food,design step:customer via:pekka hope:employer every:6w birthday:29.2.',
    )
    kept = Network(network.folder).contact(anna.id)
    assert kept == anna
    assert (kept.name, kept.name_parts.given, kept.name_parts.family) == ("Anna Virtanen", "Anna", "Virtanen")
    assert (kept.organization, kept.title, kept.fields) == ("Valio", "Brand lead", ("food", "design"))
    assert (kept.via, kept.hopes, kept.cadence, str(kept.birthday)) == (pekka.id, (Hope.EMPLOYER,), 42, "--02-29")
    assert kept.ladder == (StepChange(TODAY, Step.CUSTOMER),)
    assert kept.created == kept.updated == "2026-11-23T09:00:00Z"


def test_a_first_follow_up_comes_with_the_contact_as_one_change(network: Network) -> None:
    added = people.add(network, "Anna", ContactChanges(), TODAY, promise=PromiseWords(date(2026, 12, 1), "call"))
    assert added.followup is not None
    assert [(followup.contact_id, followup.what) for followup in network.followups()] == [(added.contact.id, "call")]
    assert network.storage.seq == 1
    assert people.add(network, "Bo", ContactChanges(), TODAY, promise=PromiseWords()).followup is None


def test_one_like_it_is_shown_and_added_all_the_same(network: Network) -> None:
    first = add(network, "Anna Virtanen")
    added = people.add(network, "anna virtanen", ContactChanges(), TODAY)
    assert added.lookalikes == (first,)
    assert len(network.contacts()) == 2
    assert people.add(network, "Zoe", ContactChanges(), TODAY).lookalikes == ()


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "\u200b"])
def test_what_is_no_name_is_refused_and_nothing_changes(network: Network, name: str) -> None:
    with pytest.raises(NetkeeperError):
        people.add(network, name, ContactChanges(), TODAY)
    assert network.is_empty
    assert network.storage.seq == 0


def test_an_introducer_nobody_knows_is_refused(network: Network) -> None:
    with pytest.raises(UnknownPersonError):
        add(network, "Anna", "via:pekka")
    assert network.is_empty


def test_those_in_the_archive_are_found_only_where_nobody_else_fits(network: Network) -> None:
    old = add(network, "Anna Aalto")
    bulk.archive(network, [old.id])
    assert people.find(network, "anna").id == old.id
    anna = add(network, "Anna Virtanen")
    assert people.find(network, "anna") == anna
    assert people.find(network, "aalto").id == old.id
    assert [contact.id for contact in people.find_many(network, "anna,anna virt")] == [anna.id]
    add(network, "Anna Berg")
    with pytest.raises(AmbiguousPersonError) as caught:
        people.find(network, "anna")
    assert old.id not in caught.value.fitting_ids


def test_editing_says_what_is_new_and_keeps_the_rest(network: Network) -> None:
    anna = add(network, "Anna", "org:Valio field:food")
    after = people.edit(network, anna.id, contact_changes(split_text("org:Fazer field:design"), TODAY), TODAY)
    assert (after.organization, after.fields) == ("Fazer", ("food", "design"))
    assert next(iter(network.past())).what == "Edited Anna"


def test_an_edit_that_changes_nothing_is_no_change(network: Network) -> None:
    anna = add(network, "Anna", "org:Valio")
    assert people.edit(network, anna.id, contact_changes(split_text("org:Valio"), TODAY), TODAY) == anna
    assert people.save(network, anna, anna, TODAY) == anna
    assert network.storage.seq == 1


def test_two_who_edit_different_properties_both_have_their_way(network: Network) -> None:
    base = add(network, "Anna", "org:Valio")
    people.save(Network(network.folder), base, replace(base, organization="Fazer"), TODAY)
    after = people.save(network, base, replace(base, notes="likes tea"), TODAY)
    assert (after.organization, after.notes) == ("Fazer", "likes tea")
    assert Network(network.folder).contact(base.id) == after


def test_two_who_edit_the_same_property_differently_are_asked(network: Network) -> None:
    base = add(network, "Anna", "org:Valio")
    people.save(Network(network.folder), base, replace(base, organization="Fazer", title="CEO"), TODAY)
    with pytest.raises(ConflictError, match="Anna was changed elsewhere meanwhile, in organization; look at it again"):
        people.save(network, base, replace(base, organization="Arla", notes="likes tea"), TODAY)
    kept = Network(network.folder).contact(base.id)
    assert (kept.organization, kept.title, kept.notes) == ("Fazer", "CEO", "")


def test_a_form_never_takes_back_what_was_logged_meanwhile(network: Network) -> None:
    from tests.actions.helpers import log

    base = add(network, "Anna")
    log(Network(network.folder), [base.id], "coffee")
    after = people.save(network, base, replace(base, notes="likes tea"), TODAY)
    assert (after.last_on, after.notes) == (TODAY, "likes tea")


def test_somebody_who_is_gone_cannot_be_changed(network: Network) -> None:
    base = add(network, "Anna")
    network.undo()
    with pytest.raises(InvalidValueError, match=r"no contact .* any more"):
        people.save(network, base, replace(base, notes="x"), TODAY)
    with pytest.raises(InvalidValueError, match=r"no contact .* any more"):
        people.edit(network, base.id, ContactChanges(notes_added="x"), TODAY)
    assert network.is_empty


def test_every_move_on_the_ladder_is_kept_with_its_reason(network: Network) -> None:
    anna = add(network, "Anna")
    bulk.move(network, [anna.id], Step.CUSTOMER, "first order", date(2026, 11, 24))
    (after,) = bulk.move(network, [anna.id], Step.REGULAR, "", date(2026, 11, 25)).changed
    assert after.step is Step.REGULAR
    assert after.ladder == (
        StepChange(TODAY, Step.POTENTIAL),
        StepChange(date(2026, 11, 24), Step.CUSTOMER, "first order"),
        StepChange(date(2026, 11, 25), Step.REGULAR),
    )
    assert next(iter(network.past())).what == "Moved Anna from customer to regular"
    with pytest.raises(InvalidValueError, match="Anna is a regular already; nothing was changed"):
        bulk.move(network, [anna.id], Step.REGULAR, "", TODAY)


def test_archiving_several_is_one_step_there_and_back(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo", "Cai")]
    bulk.archive(network, [ids[0]])
    moved = bulk.archive(network, ids).changed
    assert [contact.name for contact in moved] == ["Bo", "Cai"]
    assert all(contact.archived for contact in network.contacts())
    with pytest.raises(InvalidValueError, match="Anna, Bo and Cai: in the archive already; nothing was changed"):
        bulk.archive(network, ids)
    network.undo()
    assert [contact.archived for contact in network.contacts()] == [True, False, False]
    bulk.archive(network, [ids[0]], archived=False)
    assert not any(contact.archived for contact in network.contacts())
    with pytest.raises(InvalidValueError, match="Anna: not in the archive"):
        bulk.archive(network, [ids[0]], archived=False)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Anna"], "Anna"),
        (["Anna", "Bo"], "Anna and Bo"),
        (["Anna", "Bo", "Cai"], "Anna, Bo and Cai"),
        (["Anna", "Bo", "Cai", "Dan", "Eva"], "Anna, Bo, Cai and 2 more"),
        ([], ""),
    ],
)
def test_people_are_named_in_a_few_words(network: Network, names: list[str], said: str) -> None:
    assert people.names_of([add(network, name) for name in names]) == said
