"""Whoever an import brings in waits to be sorted, until something places them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, preview, read_file
from netkeeper.actions.network import exporting
from netkeeper.actions.people import bulk, people
from netkeeper.actions.promises import promises
from netkeeper.actions.review import sorting
from netkeeper.actions.review.diary import open_review
from netkeeper.actions.review.review import review
from netkeeper.demo import make as demo
from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.promise_words import PromiseWords
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.placing import AWAY, Placing
from netkeeper.domain.search.search import parse_search
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

HEADER = "Name,Email,Step,In touch every (days)\n"


def bring(
    network: Network, folder: Path, *rows: str, name: str = "list.csv", every: Placing | None = None
) -> list[Contact]:
    """Import a table of names, or whole rows."""
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    done = import_contacts(network, [read_file(str(path))], TODAY, source=name, every=every)
    return sorted(done.people, key=lambda person: person.name)


def unsorted(network: Network) -> list[str]:
    return [person.name for person in sorting.waiting(network)]


def test_an_import_has_those_wait_of_whom_it_says_no_more(network: Network, tmp_path: Path) -> None:
    add(network, "Added Alone")
    log(network, [], "coffee", new_names=("Logged Alone",))
    bring(network, tmp_path, "Anna,a@x.example,,", "Bo,b@x.example,customer,", "Cai,c@x.example,,60")
    assert unsorted(network) == ["Anna"]
    assert [(person.name, person.first_turn_on is not None) for person in network.contacts()[2:]] == [
        ("Anna", False),
        ("Bo", True),
        ("Cai", True),
    ]


def test_an_update_unsorts_nobody_and_sorts_nobody_of_whom_it_says_no_more(network: Network, tmp_path: Path) -> None:
    add(network, "Anna", "email:a@x.example")
    bring(network, tmp_path, "Bo,b@x.example,,")
    path = tmp_path / "more.vcf"
    path.write_text(
        "".join(
            f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{email}@x.example\nTEL:040 555 010{email}\nEND:VCARD\n"
            for name, email in (("Anna", "a"), ("Bo", "b"))
        )
    )
    done = import_contacts(network, [read_file(str(path))], TODAY)
    assert [item.action for item in done.plan.items] == ["update", "update"]
    assert unsorted(network) == ["Bo"]


@pytest.mark.parametrize("form", ["json", "vcard", "csv"])
def test_netkeepers_own_files_keep_who_waits_and_who_does_not(network: Network, tmp_path: Path, form: str) -> None:
    add(network, "Sorted")
    bring(network, tmp_path, "Waits,w@x.example,,")
    path = tmp_path / f"own.{'vcf' if form == 'vcard' else form}"
    path.write_bytes(exporting.export(network, format_name=form).data)
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(str(path))], TODAY)
    assert {person.name: person.unsorted for person in other.contacts()} == {"Sorted": False, "Waits": True}


def test_whoever_waits_is_in_no_review_but_for_occasions_and_promises(network: Network, tmp_path: Path) -> None:
    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    changed = people.edit(network, anna.id, contact_changes(split_text("birthday:25.11. hope:employer"), TODAY), TODAY)
    assert changed.unsorted
    later = TODAY + timedelta(days=365)
    plan = review(network, later)
    assert not (plan.keep_in_touch or plan.stretch or plan.turns)
    assert [each.name for each in review(network, TODAY).occasions] == ["Anna"]


SORTS: dict[str, Callable[[Network, str], object]] = {
    "log": lambda network, who: log(network, [who], "coffee"),
    "an attempt": lambda network, who: log(network, [who], "kind:tried"),
    "done": lambda network, who: promises.done(network, who, TODAY),
    "a promise": lambda network, who: promises.follow_up(network, who, "call", TODAY + timedelta(days=9)),
    "a step": lambda network, who: bulk.move(network, [who], Step.CUSTOMER, "", TODAY),
    "the step it has": lambda network, who: bulk.move(network, [who], Step.POTENTIAL, "", TODAY),
    "a step as a word": lambda network, who: edited(network, who, "step:regular"),
    "a cadence as a word": lambda network, who: edited(network, who, "every:6w"),
    "the archive": lambda network, who: bulk.archive(network, [who]),
    "a cadence for many": lambda network, who: bulk.set_cadence(network, [who], 90, TODAY),
    "the cadence it has, for many": lambda network, who: bulk.set_cadence(network, [who], None, TODAY),
    "a step for many": lambda network, who: bulk.move(network, [who], Step.POTENTIAL, "", TODAY),
    "the archive for many": lambda network, who: bulk.toggle_archived(network, [who]),
    "a cadence in the form": lambda network, who: saved(network, who, cadence=60),
    "a promise in the form": lambda network, who: people.save(
        network, network.contact(who), network.contact(who), TODAY, PromiseWords(TODAY + timedelta(days=3), "call")
    ),
    "a placing": lambda network, who: sorting.place(network, [who], Placing(90), TODAY),
}
LEAVES: dict[str, Callable[[Network, str], object]] = {
    "a field": lambda network, who: bulk.tag(network, [who], ["food"]),
    "notes": lambda network, who: edited(network, who, "org:Valio"),
    "a note in the form": lambda network, who: saved(network, who, notes="met at the fair"),
    "whose": lambda network, who: bulk.toggle_whose(network, [who]),
}


def edited(network: Network, who: str, words: str) -> Contact:
    return people.edit(network, who, contact_changes(split_text(words), TODAY), TODAY)


def saved(network: Network, who: str, **changes: object) -> Contact:
    base = network.contact(who)
    return people.save(network, base, replace(base, **changes), TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("what", SORTS)
def test_it_sorts_and_undone_it_waits_again(network: Network, tmp_path: Path, what: str) -> None:
    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    before = network.storage.seq
    SORTS[what](network, anna.id)
    assert network.storage.seq == before + 1
    assert not network.contact(anna.id).unsorted
    network.undo()
    assert network.contact(anna.id) == anna


@pytest.mark.parametrize("what", LEAVES)
def test_it_places_nobody(network: Network, tmp_path: Path, what: str) -> None:
    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    LEAVES[what](network, anna.id)
    assert network.contact(anna.id).unsorted


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("90d", (90, Step.POTENTIAL, False)),
        ("3m", (90, Step.POTENTIAL, False)),
        ("every:6w", (42, Step.POTENTIAL, False)),
        ("none", (0, Step.POTENTIAL, False)),
        ("step", (None, Step.POTENTIAL, False)),
        ("cust", (None, Step.CUSTOMER, False)),
        ("potential", (None, Step.POTENTIAL, False)),
        ("archive", (None, Step.POTENTIAL, True)),
        ("put away", (None, Step.POTENTIAL, True)),
        ("no reminders", (0, Step.POTENTIAL, False)),
    ],
)
def test_where_somebody_is_placed(
    network: Network, tmp_path: Path, typed: str, expected: tuple[int | None, Step, bool]
) -> None:
    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    (after,) = sorting.place(network, [anna.id], sorting.parse_placing(typed), TODAY).changed
    assert (after.cadence, after.step, after.archived) == expected
    assert not after.unsorted
    with pytest.raises(InvalidValueError, match="sorted already"):
        sorting.place(network, [anna.id], sorting.parse_placing(typed), TODAY)


def test_a_slip_says_what_can_be_typed() -> None:
    with pytest.raises(WordError, match=r"90d, 3m, none.*potential, customer, regular.*archive"):
        sorting.parse_placing("sometimes")
    with pytest.raises(WordError, match="'1'; write how often"):
        sorting.parse_placing("1")


def test_first_turns_are_spread_whether_sorted_one_by_one_or_together(network: Network, tmp_path: Path) -> None:
    everybody = bring(network, tmp_path, *(f"Person {number},p{number}@x.example,," for number in range(120)))
    for person in everybody[:60]:
        sorting.place(network, [person.id], Placing(90), TODAY)
    sorting.place(network, [person.id for person in everybody[60:]], Placing(90), TODAY)
    turns = [network.contact(person.id).first_turn_on for person in everybody]
    assert all(turn and TODAY < turn <= TODAY + timedelta(days=90) for turn in turns)
    one_by_one, together = Counter(turns[:60]), Counter(turns[60:])
    assert max(one_by_one.values()) <= 5
    assert max(together.values()) == 1


def test_a_year_in_place_of_a_month_moves_the_first_turn_too(network: Network, tmp_path: Path) -> None:
    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    sorting.place(network, [anna.id], Placing(1), TODAY)
    assert network.contact(anna.id).first_turn_on == TODAY + timedelta(days=1)
    sorting.place(network, [anna.id], Placing(3650), TODAY)
    assert network.contact(anna.id).first_turn_on != TODAY + timedelta(days=1)


def test_whoever_is_placed_where_only_the_archive_was_comes_out_of_it(network: Network) -> None:
    anna = add(network, "Anna")
    bulk.archive(network, [anna.id])
    sorting.place(network, [anna.id], Placing(30), TODAY)
    assert not network.contact(anna.id).archived
    sorting.place(network, [anna.id], AWAY, TODAY)
    assert network.contact(anna.id).archived


def test_an_import_can_place_all_at_once(network: Network, tmp_path: Path) -> None:
    placed = bring(
        network, tmp_path, *(f"P{n},p{n}@x.example,," for n in range(30)), "Bo,b@x.example,,10", every=Placing(90)
    )
    assert unsorted(network) == []
    assert [person.cadence for person in placed] == [10, *[90] * 30]
    assert max(Counter(person.first_turn_on for person in placed[1:]).values()) == 1


def test_sorting_again_marks_those_who_fit(network: Network) -> None:
    add(network, "Anna", "field:food")
    add(network, "Bo")
    search = parse_search(split_text("field:food"), TODAY)
    assert [person.name for person in sorting.sort_again(network, search)] == ["Anna"] == unsorted(network)
    with pytest.raises(InvalidValueError, match="waits to be sorted already"):
        sorting.sort_again(network, search)
    network.undo()
    assert unsorted(network) == []


def test_merging_with_somebody_sorted_sorts(network: Network, tmp_path: Path) -> None:
    from netkeeper.actions.people.merging import merge

    (anna,) = bring(network, tmp_path, "Anna,a@x.example,,")
    other = add(network, "Anna V")
    assert not merge(network, anna.id, other.id).unsorted


def test_a_plan_tells_how_many_would_wait(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "Anna,a@x.example,,\nAnna,a@x.example,,\nBo,b@x.example,customer,\n")
    assert len(preview(network, [read_file(str(path))]).waiting) == 1


def test_the_demo_has_nobody_who_waits(network: Network) -> None:
    demo.make_demo(network, date(2026, 11, 23))
    assert sorting.waiting_ids(network) == []


def test_the_first_look_of_a_day_pins_whom_it_offers_to_be_sorted(network: Network, tmp_path: Path) -> None:
    everybody = bring(network, tmp_path, *(f"Person {number},p{number}@x.example,," for number in range(40)))
    before = open_review(network, TODAY)
    selected = [each.contact_id for each in before.sort]
    assert network.diary_day(TODAY).sort == tuple(selected)
    sorting.place(network, selected[:1], Placing(90), TODAY)
    assert [each.contact_id for each in open_review(network, TODAY).sort] == selected[1:]
    assert "Sorted" in last_done(network), "what is noted is no step that could be taken back"
    tomorrow = open_review(network, TODAY + timedelta(days=1))
    assert len(tomorrow.sort) == 5 and not {each.contact_id for each in tomorrow.sort} & set(selected)
    assert tomorrow.unsorted == len(everybody) - 1


def test_an_import_after_the_first_look_is_offered_the_same_day(network: Network, tmp_path: Path) -> None:
    add(network, "Anna")
    assert not open_review(network, TODAY).sort
    bring(network, tmp_path, *(f"Person {number},p{number}@x.example,," for number in range(40)))
    selected = open_review(network, TODAY).sort
    assert len(selected) == 5
    assert open_review(network, TODAY).sort == selected


def last_done(network: Network) -> str:
    return next(each.what for each in network.past() if not each.is_quiet)


def test_those_who_wait_stand_in_the_order_of_every_list(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, "Äijö,a@x.example,,", "Zoe,z@x.example,,", "Anna,b@x.example,,", "Åberg,c@x.example,,")
    assert unsorted(network) == ["Anna", "Zoe", "Åberg", "Äijö"]
    assert [network.contact(each).name for each in sorting.waiting_ids(network)] == unsorted(network)
