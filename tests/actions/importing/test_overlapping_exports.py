"""Four exports that overlap make of everybody one person, in whatever order they come."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.importing.plan import Action, Item
from netkeeper.actions.importing.planner import Planner
from netkeeper.actions.people.merging import probable_duplicates
from netkeeper.domain.people.identity.likeness import SURE
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log
from tests.actions.importing.overlapping_exports import ENDINGS, PEOPLE, Exported, exports, people_of

ORDERS = ([0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1])


class Academy:
    """A network into which exports come, of which it is known whose entries are whose.

    Attributes:
        whose: The numbers of the people whose entries went to each contact, by its id.
        questions: How many entries there was somebody to ask about.
    """

    def __init__(self, folder: Path) -> None:
        self.network = Network(str(folder / "network"))
        self.whose: dict[str, set[int]] = {}
        self.questions = 0
        self._folder = folder

    def bring(self, file: Exported, *, is_asked: bool) -> None:
        """Import a file; one who is asked says rightly who is who."""
        path = self._folder / f"{file.kind}.{ENDINGS[file.kind]}"
        path.write_bytes(file.data)
        incoming = [read_file(str(path))]
        planner = Planner(self.network, incoming)
        plan = planner.plan()
        answers: dict[int, Action] = {}
        for item in plan.asked if is_asked else ():
            answers[item.place] = "update" if self._is_the_one(item, file.numbers[item.place]) else "add"
        done = import_contacts(self.network, incoming, TODAY, agreed=planner.plan(answers))
        assert len(done.plan.items) == len(file.numbers)
        for goes, stays in done.plan.joined.items():
            self.whose.setdefault(stays, set()).update(self.whose.pop(goes))
        for item, number in zip(done.plan.items, file.numbers, strict=True):
            known = item.known.id if item.known is not None else ""
            self.whose.setdefault(known if item.action == "skip" else item.contact.id, set()).add(number)
            self.questions += item.is_asked

    def _is_the_one(self, item: Item, number: int) -> bool:
        return item.known is not None and number in self.whose.get(item.known.id, ())

    def sure_pairs(self) -> list[tuple[str, str]]:
        """The names of those whom ``duplicates`` calls sure."""
        pairs = [pair for pair in probable_duplicates(self.network) if pair.sure >= SURE]
        return [(self.network.contact(pair.one).name, self.network.contact(pair.other).name) for pair in pairs]


def four(folder: Path, seed: int, order: list[int], *, is_asked: bool) -> Academy:
    academy, files = Academy(folder), exports(seed)
    for place in order:
        academy.bring(files[place], is_asked=is_asked)
    return academy


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_with_questions_answered_everybody_is_there_once(tmp_path: Path, seed: int, order: list[int]) -> None:
    academy = four(tmp_path, seed, order, is_asked=True)
    called = Counter((someone.given, someone.family) for someone in people_of(seed))
    # Of a bare name that two have the question is about one of them, and "no" leaves the other.
    of_two = {each.number for each in people_of(seed) if called[each.given, each.family] > 1}
    there = Counter(number for numbers in academy.whose.values() for number in numbers)
    assert set(there) == set(range(PEOPLE))
    assert [number for number, count in there.items() if count > 1 and number not in of_two] == []
    assert len(academy.network.contacts()) == len(academy.whose) <= PEOPLE + 3
    assert [numbers for numbers in academy.whose.values() if len(numbers) > 1] == []
    assert academy.sure_pairs() == []


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seed", [1, 3])
def test_without_answers_only_who_shares_a_bare_name_may_be_there_twice(
    tmp_path: Path, seed: int, order: list[int]
) -> None:
    academy = four(tmp_path, seed, order, is_asked=False)
    assert academy.sure_pairs() == []
    assert [numbers for numbers in academy.whose.values() if len(numbers) > 1] == []
    assert set(range(PEOPLE)) == set().union(*academy.whose.values())
    assert {contact.id for contact in academy.network.contacts()} == set(academy.whose)
    assert PEOPLE <= len(academy.network.contacts()) <= PEOPLE + academy.questions


def test_a_card_with_what_two_have_makes_one_of_them_with_all_that_is_theirs(tmp_path: Path) -> None:
    network = Network(str(tmp_path / "network"))
    one = add(network, "Onni Peltola", "email:onni@x.example")
    other = add(network, "Onni Peltola", "phone:0405550101 note:sauna")
    friend = add(network, "Eeva Oja", f"via:{other.id}")
    log(network, [other.id], "call yesterday")
    path = tmp_path / "google.csv"
    path.write_text("Name,Email,Phone\nOnni Peltola,onni@x.example,040 555 0101\n", encoding="utf-8")
    incoming = [read_file(str(path))]
    plan = import_contacts(network, incoming, TODAY).plan
    goes, stays = next(iter(plan.joined.items()))
    assert {goes, stays} == {one.id, other.id}
    assert plan.items[0].why.joins == ("Onni Peltola",)
    assert network.contact(friend.id).via == stays
    both = network.contact(stays)
    assert [len(both.emails), len(both.phones), goes in both.merged] == [1, 1, True]
    assert [interaction.contact_ids for interaction in network.interactions()] == [(stays,)]
    assert sorted(contact.id for contact in network.contacts()) == sorted([stays, friend.id])
    assert import_contacts(network, incoming, TODAY).plan.changes_anything is False
    network.undo()
    assert sorted(contact.id for contact in network.contacts()) == sorted([one.id, other.id, friend.id])


def test_two_who_are_known_to_be_two_stay_two_whatever_a_card_has(tmp_path: Path) -> None:
    from netkeeper.actions.people.merging import keep_apart

    network = Network(str(tmp_path / "network"))
    one = add(network, "Onni Peltola", "email:onni@x.example")
    other = add(network, "Onni Peltola", "phone:0405550101")
    keep_apart(network, one.id, other.id)
    path = tmp_path / "google.csv"
    path.write_text("Name,Email,Phone\nOnni Peltola,onni@x.example,040 555 0101\n", encoding="utf-8")
    assert import_contacts(network, [read_file(str(path))], TODAY).plan.joined == {}
    assert len(network.contacts()) == 2
