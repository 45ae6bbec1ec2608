"""What the member says of themselves: one step each, merged with what was said elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.network.exporting import export
from netkeeper.actions.network.member import change_by, change_member, forget_search, save_search, welcome
from netkeeper.domain.errors import ConflictError, InvalidValueError, NetkeeperError, WordError
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.me_words import member_words, with_words
from netkeeper.domain.member.member import Member
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add

AINO = Member("Aino Salmi", "Kasvu", date(2027, 6, 2), ("design",))


def last_done(network: Network) -> str:
    return next(iter(network.past())).what


def test_a_change_is_one_step_that_says_what_it_changed(network: Network) -> None:
    kept = change_member(network, Member(), replace(AINO, pace=3, days_off=DaysOff.of([5, 6])))
    assert network.member == kept
    assert last_done(network) == "Changed your name, team, graduation date, own fields, pace and days off"
    change_member(network, kept, replace(kept, pace=4))
    assert last_done(network) == "Changed your pace"
    network.undo()
    network.undo()
    assert network.member == Member()


def test_no_change_is_no_step(network: Network) -> None:
    change_member(network, Member(), AINO)
    change_member(network, AINO, AINO)
    assert network.storage.seq == 1


def test_what_was_changed_elsewhere_meanwhile_stays(network: Network) -> None:
    base = change_member(network, Member(), AINO)
    change_member(Network(network.folder), base, replace(base, team="Kajo"))
    save_search(Network(network.folder), "food", "field:food")
    change_member(network, base, replace(base, pace=2))
    assert network.member == replace(AINO, team="Kajo", pace=2, searches={"food": "field:food"})
    assert last_done(network) == "Changed your pace"


def test_two_shells_that_add_at_once_both_hold(network: Network) -> None:
    other = Network(network.folder)
    assert network.member == other.member == Member()  # Both were read before either is changed.
    for shell, word in ((other, "field:f1"), (network, "field:f2"), (other, "field:f3")):
        words = member_words([word])
        change_by(shell, lambda now, words=words: with_words(now, words, TODAY))  # type: ignore[misc]
    assert Network(network.folder).member.fields == ("f1", "f2", "f3")
    with pytest.raises(WordError, match="is not among field: f1, f2, f3"):
        change_by(network, lambda now: with_words(now, member_words(["-field:f4"]), TODAY))
    assert last_done(network) == "Changed your own fields"


def test_the_same_changed_differently_is_refused_and_named(network: Network) -> None:
    base = change_member(network, Member(), AINO)
    change_member(Network(network.folder), base, replace(base, team="Kajo", pace=1))
    with pytest.raises(ConflictError, match="Your team and pace were changed elsewhere meanwhile"):
        change_member(network, base, replace(base, team="Valo", pace=2, name="Aino"))
    assert network.member == replace(AINO, team="Kajo", pace=1)


def test_the_welcome_is_kept_answered_or_not(network: Network) -> None:
    welcome(network, Member(), Member())
    assert (network.member, last_done(network)) == (Member(welcomed=True), "Skipped the first questions")
    network.undo()
    welcome(network, Member(), AINO)
    assert (network.member, last_done(network)) == (replace(AINO, welcomed=True), "Introduced yourself")


def test_searches_are_saved_changed_and_forgotten(network: Network) -> None:
    save_search(network, " food   people ", " field:food ")
    assert (network.member.searches, last_done(network)) == (
        {"food people": "field:food"},
        "Saved the search food people",
    )
    save_search(network, "food people", "field:food last:>60d")
    assert last_done(network) == "Changed the search food people"
    save_search(network, "late", "due:late")
    forget_search(network, "food people")
    assert (network.member.searches, last_done(network)) == ({"late": "due:late"}, "Forgot the search food people")
    network.undo()
    assert network.member.searches == {"food people": "field:food last:>60d", "late": "due:late"}


@pytest.mark.parametrize(
    ("act", "error", "said"),
    [
        (lambda network: save_search(network, " ", "field:food"), InvalidValueError, "a name of 1 to 60 characters"),
        (lambda network: save_search(network, "x" * 61, "a"), InvalidValueError, "a name of 1 to 60 characters"),
        (lambda network: save_search(network, "food", "  "), InvalidValueError, "nothing to save yet"),
        (lambda network: save_search(network, "food", "x" * 501), WordError, "too long"),
        (lambda network: forget_search(network, "food"), InvalidValueError, "no saved search 'food' any more"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    network: Network, act: Callable[[Network], Member], error: type[NetkeeperError], said: str
) -> None:
    with pytest.raises(error, match=said):
        act(network)
    assert network.storage.seq == 0


def test_an_import_into_an_empty_network_brings_the_member_and_keeps_what_was_said_here(
    network: Network, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = Network(str(tmp_path_factory.mktemp("other")))
    there = change_member(source, Member(), replace(AINO, days_off=DaysOff.of([0], [TODAY]), welcomed=True))
    there = save_search(source, "food", "field:food")
    add(source, "Anna")
    file = tmp_path_factory.mktemp("out") / "all.json"
    file.write_bytes(export(source, format_name="json").data)
    here = change_member(network, Member(), Member(days_off=DaysOff.of([5, 6])))
    import_contacts(network, [read_file(str(file))], TODAY)
    assert network.member == replace(there, days_off=here.days_off)
