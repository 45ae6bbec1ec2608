"""One thing done with many people, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.actions.people import bulk, people
from netkeeper.actions.people.bulk import Bulk
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.phrases.history import message_words
from netkeeper.store.network import Network
from tests import strategies
from tests.actions.helpers import TODAY, add

Act = Callable[[Network, Sequence[str]], Bulk]


def gone(network: Network) -> str:
    """The id of somebody who is not there any more."""
    number = add(network, "Gone").id
    network.undo()
    return number


def last_done(network: Network) -> str:
    return next(iter(network.past())).what


def fields_of(network: Network) -> list[tuple[str, ...]]:
    return [contact.fields for contact in Network(network.folder).contacts()]


def test_tagging_five_is_one_step_with_their_names(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo", "Cai", "Dan", "Eva")]
    before = network.storage.seq
    done = bulk.tag(network, ids, ["design"])
    assert done.sentence == last_done(network) == "Tagged Anna, Bo, Cai and 2 more with design"
    assert [person.name for person in done.changed] == ["Anna", "Bo", "Cai", "Dan", "Eva"]
    assert fields_of(network) == [("design",)] * 5
    assert network.storage.seq == before + 1
    network.undo()
    assert fields_of(network) == [()] * 5


def test_who_has_the_field_already_is_left_as_they_are(network: Network) -> None:
    anna = add(network, "Anna", "field:design,food")
    bo = add(network, "Bo", "field:food")
    done = bulk.tag(network, [anna.id, bo.id], ["design"])
    assert done.sentence == "Tagged Bo with design · 1 had it already"
    assert fields_of(network) == [("design", "food"), ("food", "design")]
    assert network.contact(anna.id) == anna


def test_several_fields_go_on_and_off_together(network: Network) -> None:
    ids = [add(network, "Anna", "field:food").id, add(network, "Bo").id, add(network, "Cai", "field:art").id]
    assert (
        bulk.tag(network, ids, ["design", "food", "design"]).sentence == "Tagged Anna, Bo and Cai with design and food"
    )
    assert fields_of(network) == [("food", "design"), ("design", "food"), ("art", "design", "food")]
    done = bulk.untag(network, ids, ["art", "food"])
    assert message_words(done.message) == last_done(network) == "Took art and food off Anna, Bo and Cai"
    assert fields_of(network) == [("design",)] * 3
    assert bulk.untag(network, [ids[0]], ["design"]).sentence == "Took design off Anna"
    assert bulk.untag(network, ids, ["design"]).sentence == "Took design off Bo and Cai · 1 did not have it"


def test_a_field_goes_without_those_under_it(network: Network) -> None:
    anna = add(network, "Anna", "field:health,health/tech")
    bulk.untag(network, [anna.id], ["health"])
    assert fields_of(network) == [("health/tech",)]


def test_a_cadence_of_days_none_or_the_steps_own(network: Network) -> None:
    ids = [add(network, "Anna").id, add(network, "Bo", "every:6w").id]
    assert (
        bulk.set_cadence(network, ids, 42, TODAY).sentence
        == "Set the cadence of Anna to every 6 weeks · 1 had that already"
    )
    assert bulk.set_cadence(network, ids, 0, TODAY).sentence == "Set the cadence of Anna and Bo to none"
    assert [contact.cadence for contact in network.contacts()] == [0, 0]
    assert bulk.set_cadence(network, ids, None, TODAY).sentence == "Set the cadence of Anna and Bo to their step's"
    assert [contact.cadence for contact in network.contacts()] == [None, None]


def test_a_move_keeps_the_reason_with_everybody_who_moved(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo", "step:customer")
    done = bulk.move(network, [anna.id, bo.id], Step.CUSTOMER, "first order", date(2026, 11, 24))
    assert done.sentence == "Moved Anna to customer · 1 stood there already"
    assert network.contact(anna.id).step is Step.CUSTOMER
    assert network.contact(anna.id).ladder[-1] == StepChange(date(2026, 11, 24), Step.CUSTOMER, "first order")
    assert network.contact(bo.id) == bo


def test_a_mixed_lot_is_archived_and_only_an_archived_one_comes_out(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo", "Cai")]
    bulk.archive(network, [ids[1]])
    assert bulk.toggle_archived(network, ids).sentence == "Archived Anna and Cai · 1 in the archive already"
    assert all(contact.archived for contact in network.contacts())
    assert bulk.toggle_archived(network, ids[:2]).sentence == "Took out of the archive: Anna and Bo"
    assert [contact.archived for contact in network.contacts()] == [False, False, True]


ACTS: dict[str, Act] = {
    "tag": lambda network, ids: bulk.tag(network, ids, ["design"]),
    "untag": lambda network, ids: bulk.untag(network, ids, ["food"]),
    "cadence": lambda network, ids: bulk.set_cadence(network, ids, 14, TODAY),
    "move": lambda network, ids: bulk.move(network, ids, Step.REGULAR, "", TODAY),
    "put away": bulk.toggle_archived,
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_who_is_gone_meanwhile_is_said_and_holds_nobody_up(network: Network, act: Act) -> None:
    anna = add(network, "Anna", "field:food")
    done = act(network, [gone(network), anna.id, anna.id])
    assert done.sentence == f"{message_words(done.message)} · 1 is not here any more"
    assert [person.id for person in done.changed] == [anna.id]
    assert network.contact(anna.id) != anna
    with pytest.raises(InvalidValueError, match="not here any more; nothing was changed"):
        act(network, [gone(network)])


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (ACTS["tag"], "Anna and Bo have design already"),
        (ACTS["untag"], "Nothing to take off Anna and Bo: food is not there"),
        (ACTS["cadence"], "The cadence of Anna and Bo is every 2 weeks already"),
        (ACTS["move"], "Anna and Bo are on regular already"),
        (lambda network, ids: bulk.tag(network, ids, []), "Say which field"),
        (lambda network, ids: bulk.untag(network, ids, []), "Say which field"),
    ],
)
def test_where_nobody_changes_it_says_why(network: Network, act: Act, why: str) -> None:
    ids = [add(network, name, "field:design every:2w step:regular").id for name in ("Anna", "Bo")]
    before = network.storage.seq
    with pytest.raises(InvalidValueError, match=why):
        act(network, ids)
    assert network.storage.seq == before


def test_fields_are_counted_over_those_who_are_there(network: Network) -> None:
    ids = [
        add(network, "Anna", "field:food,design").id,
        add(network, "Bo", "field:design,art").id,
        gone(network),
    ]
    assert list(bulk.field_counts(network, [*ids, ids[0]]).items()) == [("design", 2), ("art", 1), ("food", 1)]


def test_another_process_sees_all_of_it_or_none(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo")]
    other = Network(network.folder)
    people.save(other, other.contact(ids[0]), replace(other.contact(ids[0]), notes="from elsewhere"), TODAY)
    bulk.tag(network, ids, ["design"])
    assert other.refresh()
    assert [(person.fields, person.notes) for person in other.contacts()] == [
        (("design",), "from elsewhere"),
        (("design",), ""),
    ]


FIELDS = st.lists(
    st.sampled_from(["design", "food", "health", "health/tech", "art"]), min_size=1, max_size=3, unique=True
)
ANY_ACT = st.one_of(
    FIELDS.map(lambda fields: lambda network, ids: bulk.tag(network, ids, fields)),
    FIELDS.map(lambda fields: lambda network, ids: bulk.untag(network, ids, fields)),
    st.sampled_from([None, 0, 14, 42]).map(
        lambda days: lambda network, ids: bulk.set_cadence(network, ids, days, TODAY)
    ),
    st.sampled_from(Step).map(lambda step: lambda network, ids: bulk.move(network, ids, step, "why", TODAY)),
    st.just(bulk.toggle_archived),
)


def some_fields() -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(FIELDS.map(tuple), strategies.fields())


@settings(max_examples=60, deadline=None)
@given(
    contacts=st.lists(
        st.builds(lambda contact, fields: replace(contact, fields=fields), strategies.contacts(), some_fields()),
        min_size=1,
        max_size=5,
        unique_by=lambda contact: contact.id,
    ),
    acts=st.lists(st.tuples(ANY_ACT, st.lists(st.integers(0, 5), min_size=1, max_size=6)), min_size=1, max_size=4),
)
def test_one_undo_each_brings_everybody_back(contacts: list[Contact], acts: list[tuple[Act, list[int]]]) -> None:
    with TemporaryDirectory() as folder:
        network = Network(folder, clock=lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        with network.transaction("Began") as draft:
            for contact in contacts:
                draft.put_contact(contact, as_it_was=True)
        ids = [contact.id for contact in contacts] + ["100000000000000"]
        were = [network.contacts()]
        for act, chosen in acts:
            wanted = [ids[place % len(ids)] for place in chosen]
            try:
                done = act(network, wanted)
            except InvalidValueError:
                assert network.contacts() == were[-1]
            else:
                _assert_only_those(network, were[-1], done, set(wanted))
                were.append(network.contacts())
        assert Network(folder).contacts() == were.pop()
        while were:
            network.undo()
            assert network.contacts() == were.pop()


def _assert_only_those(network: Network, before: list[Contact], done: Bulk, wanted: set[str]) -> None:
    """Fail where anybody else changed, or somebody changed in more than was asked for."""
    changed = {person.id: person for person in done.changed}
    there = {contact.id for contact in before}
    assert len(changed) + done.same + done.gone == len(wanted)
    assert done.gone == len(wanted - there)
    assert changed.keys() <= wanted & there
    for was in before:
        now = network.contact(was.id)
        assert now == changed.get(was.id, was)
        assert (now != was) is (was.id in changed)
        # Whoever waited to be sorted is sorted by most of it.
        assert was.unsorted or not now.unsorted
        back = replace(now, unsorted=was.unsorted, first_turn_on=was.first_turn_on)
        back = replace(back, fields=was.fields, cadence=was.cadence, step=was.step, ladder=was.ladder)
        assert replace(back, archived=was.archived, updated=was.updated) == was
