"""Two look-alikes become one and, if one likes, two again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import preview
from netkeeper.actions.interactions.log import log
from netkeeper.actions.network.exporting import export
from netkeeper.actions.people.merging import keep_apart, merge, probable_duplicates
from netkeeper.actions.people.people import add
from netkeeper.actions.promises.promises import follow_up
from netkeeper.domain.errors import CannotUndoError, InvalidValueError
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.merge import Take
from netkeeper.interchange.lossless import read_network
from netkeeper.store.network import Network
from tests.strategies import contacts, followups, interactions

TODAY = date(2026, 11, 23)


def person(network: Network, name: str, words: str = "") -> Contact:
    return add(network, name, contact_changes(split_text(words), TODAY), TODAY).contact


def everything(network: Network) -> dict[str, dict[str, object]]:
    tables = ("contacts", "followups", "interactions", "kept", "member")
    return {name: {number: dict(document) for number, document in network.table(name).items()} for name in tables}


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def test_histories_promises_and_introductions_come_together_and_one_undo_parts_them(network: Network) -> None:
    anna, anna2, bo = person(network, "Anna Virtanen", "org:Valio"), person(network, "Anna V"), person(network, "Bo")
    pekka = person(network, "Pekka")
    with network.transaction("x") as draft:
        draft.put_contact(replace(pekka, via=anna2.id))
        draft.put_kept(anna.id, ("X-A:1", "X-B:2"))
        draft.put_kept(anna2.id, ("X-B:2", "X-C:3"))
    log(network, [anna2.id, bo.id], log_words(split_text("tea"), TODAY), TODAY)
    log(network, [anna.id, anna2.id], log_words(split_text("both at once"), TODAY), TODAY)
    follow_up(network, anna2.id, "send it", date(2026, 12, 1))
    before = everything(network)

    merged = merge(network, anna.id, anna2.id)

    assert not network.has_contact(anna2.id)
    assert merged.merged == (anna2.id,)
    assert {each.note: set(each.contact_ids) for each in network.interactions()} == {
        "tea": {anna.id, bo.id},
        "both at once": {anna.id},
    }
    assert [each.what for each in network.followups(anna.id)] == ["send it"]
    assert network.contact(pekka.id).via == anna.id
    assert network.kept_lines(anna.id) == ("X-A:1", "X-B:2", "X-C:3")
    assert merged.last_on == TODAY

    assert network.undo().what == "Merged Anna V into Anna Virtanen"
    assert everything(network) == before


def test_a_merge_is_parted_by_nothing_that_came_after_it(network: Network) -> None:
    anna, anna2 = person(network, "Anna Virtanen"), person(network, "Anna V")
    merge(network, anna.id, anna2.id)
    seq = network.storage.seq
    log(network, [anna.id], log_words(split_text("tea"), TODAY), TODAY)
    with pytest.raises(CannotUndoError):
        network.undo(seq)


def test_a_choice_counts(network: Network) -> None:
    anna, anna2 = person(network, "Anna Virtanen", "org:Valio"), person(network, "Anna V", "org:Fazer")
    assert merge(network, anna.id, anna2.id, {"organization": Take.THEIRS}).organization == "Fazer"


def test_nobody_is_merged_with_themselves_or_with_who_is_gone(network: Network) -> None:
    anna = person(network, "Anna")
    with pytest.raises(InvalidValueError, match="one and the same"):
        merge(network, anna.id, anna.id)
    with pytest.raises(InvalidValueError, match="any more"):
        merge(network, anna.id, "999999999999999")
    assert network.contact(anna.id) == anna


def test_not_the_same_is_remembered_taken_back_and_forgotten_with_the_person(network: Network) -> None:
    anna, anna2 = person(network, "Anna Virtanen"), person(network, "Virtanen Anna")
    assert len(probable_duplicates(network)) == 1
    keep_apart(network, anna2.id, anna.id)
    assert probable_duplicates(network) == []
    assert Network(network.folder).member.apart == {(min(anna.id, anna2.id), max(anna.id, anna2.id))}
    network.undo()
    assert len(probable_duplicates(network)) == 1
    keep_apart(network, anna.id, anna2.id)
    merge(network, anna.id, anna2.id)
    assert network.member.apart == frozenset()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(data=st.data())
def test_whatever_is_merged_one_undo_brings_it_all_back(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    people = data.draw(st.lists(contacts(), min_size=2, max_size=4, unique_by=lambda each: each.id))
    ids = st.sampled_from([each.id for each in people])
    network = Network(str(tmp_path_factory.mktemp("merged") / "network"))
    with network.transaction("everything") as draft:
        for each in people:
            draft.put_contact(replace(each, via=data.draw(st.just("") | ids)), as_it_was=True)
        for interaction in data.draw(st.lists(interactions(ids), max_size=3, unique_by=lambda each: each.id)):
            draft.put_interaction(interaction)
        for followup in data.draw(st.lists(followups(ids), max_size=3, unique_by=lambda each: each.id)):
            draft.put_followup(followup)
    before = everything(network)
    stays, goes = people[0].id, people[1].id
    merge(network, stays, goes)
    assert all(goes not in each.contact_ids for each in network.interactions())
    assert all(each.contact_id != goes for each in network.followups())
    assert not any(each.via == goes for each in network.contacts())
    assert not any(each.via == each.id for each in network.contacts() if each.id == stays)
    network.undo()
    assert everything(network) == before


def test_a_file_that_still_has_both_brings_nobody_back(network: Network) -> None:
    anna, anna2 = person(network, "Anna Virtanen", "org:Valio"), person(network, "Anna V", "title:Lead")
    file = read_network(export(network, format_name="json").data)
    merge(network, anna.id, anna2.id)
    plan = preview(network, [file])
    assert [item.action for item in plan.items] == ["skip", "skip"]
