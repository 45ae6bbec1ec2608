"""Lists: who fits, by name, and when each is due next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netkeeper.actions.people import bulk, lists, people
from netkeeper.actions.promises import promises
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import parse_search
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log


def found(network: Network, search: str) -> list[str]:
    return [item.contact.name for item in lists.listed(network, parse_search(split_text(search, strict=False), TODAY))]


def test_everybody_who_is_not_archived_is_listed_by_name(network: Network) -> None:
    for name in ("bo", "Åsa", "Cai", "Anna"):
        add(network, name)
    bulk.archive(network, [add(network, "Old").id])
    assert [item.contact.name for item in lists.listed(network)] == ["Anna", "bo", "Cai", "Åsa"]
    assert found(network, "is:archived") == ["Old"]


def test_a_search_finds_by_words_and_by_when_somebody_is_due(network: Network) -> None:
    anna = add(network, "Anna Virtanen", "field:food org:Valio")
    add(network, "Bo", "every:none")
    promises.follow_up(network, anna.id, "call", TODAY)
    assert found(network, "valio") == ["Anna Virtanen"]
    assert found(network, "due:today") == ["Anna Virtanen"]
    assert found(network, "-field:food") == ["Bo"]
    assert lists.found_ids(network, parse_search(split_text("anna", strict=False), TODAY)) == {anna.id}


def test_who_introduced_somebody_is_found_by_name(network: Network) -> None:
    add(network, "Pekka Salo")
    add(network, "Bo", "via:pekka")
    assert found(network, "via:salo") == ["Bo"]
    assert found(network, "via:anna") == []


def test_next_due_is_the_earliest_promise_that_is_near_else_the_turn(network: Network) -> None:
    anna = add(network, "Anna")
    assert lists.next_due(network, anna) == TODAY + timedelta(days=30)
    log(network, [anna.id], f"when:{TODAY - timedelta(days=10)}")
    assert lists.next_due(network, network.contact(anna.id)) == TODAY + timedelta(days=20)
    promises.follow_up(network, anna.id, "later", date(2027, 1, 10))
    promises.follow_up(network, anna.id, "sooner", date(2026, 12, 24))
    assert lists.next_due(network, network.contact(anna.id)) == date(2026, 12, 24)
    assert lists.listed(network)[0].next_due == date(2026, 12, 24)
    promises.done(network, anna.id, TODAY)
    assert lists.next_due(network, network.contact(anna.id)) == date(2027, 1, 10)


def test_those_who_want_no_reminders_and_the_archive_are_never_due(network: Network) -> None:
    bo = add(network, "Bo", "every:none")
    assert lists.next_due(network, bo) is None
    anna = add(network, "Anna")
    (anna,) = bulk.archive(network, [anna.id]).changed
    assert lists.next_due(network, anna) is None


def test_a_contact_is_shown_with_all_around_it(network: Network) -> None:
    pekka = add(network, "Pekka Salo")
    anna = add(network, "Anna", "via:pekka")
    log(network, [anna.id], f"first when:{TODAY - timedelta(days=10)}")
    log(network, [anna.id, pekka.id], "second")
    log(network, [pekka.id], "without her")
    promises.follow_up(network, anna.id, "soon", date(2027, 1, 1))
    promises.follow_up(network, anna.id, "late", date(2027, 6, 1))
    shown = lists.shown(network, anna.id)
    assert shown.contact == network.contact(anna.id)
    assert shown.via_name == "Pekka Salo"
    assert [interaction.note for interaction in shown.interactions] == ["second", "first"]
    assert [followup.what for followup in shown.followups] == ["late", "soon"]
    assert shown.next_due == date(2027, 1, 1)
    with pytest.raises(InvalidValueError, match="any more"):
        lists.shown(network, "99")


def test_an_introducer_who_is_no_contact_keeps_the_name_as_written(network: Network) -> None:
    assert people.name_of(network, "Pekka from Slush") == "Pekka from Slush"
    assert people.name_of(network, "") == ""


@pytest.mark.parametrize(
    ("promised", "due"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 12, 20), date(2026, 12, 20)),
        (date(2027, 6, 1), TODAY + timedelta(days=20)),
    ],
)
def test_the_turn_is_next_where_the_promise_is_far(network: Network, promised: date, due: date) -> None:
    anna = add(network, "Anna", "every:30d")
    log(network, [anna.id], f"when:{TODAY - timedelta(days=10)}")
    promises.follow_up(network, anna.id, "send it", promised)
    assert lists.next_due(network, network.contact(anna.id)) == due
    assert [each.next_due for each in lists.listed(network)] == [due]
