"""Scripts can't write the values that commands refuse; what was there before doesn't stand in their way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document

import netkeeper
from netkeeper.domain.errors import InvalidValueError
from netkeeper.store.database import Database
from tests.store.helpers import network_at, on_disk

ANNA, BO = 100000000000001, 100000000000002


@pytest.fixture
def db(folder: str) -> Iterator[Database]:
    """A network with two people."""
    with netkeeper.database(folder) as db:
        people = [Document({"name": "Anna"}, doc_id=ANNA), Document({"name": "Bo"}, doc_id=BO)]
        db.table("contacts").insert_multiple(people)
        yield db


def meeting(on: str, *people: int) -> dict[str, Any]:
    return {"on": on, "contact_ids": [str(each) for each in people or (ANNA,)], "kind": "meeting"}


def promise(due_on: str) -> dict[str, Any]:
    return {"contact_id": str(ANNA), "due_on": due_on, "status": "open"}


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "tomorrow's meeting": ("interactions", meeting("2026-11-24"), "from 1900 to today"),
    "a meeting before 1900": ("interactions", meeting("1899-12-31"), "from 1900 to today"),
    "somebody twice": ("interactions", meeting("2026-11-20", ANNA, BO, ANNA), "somebody twice"),
    "a promise after 2200": ("followups", promise("2201-01-01"), "from 1900 to 2200"),
    "a promise before 1900": ("followups", promise("1899-12-31"), "from 1900 to 2200"),
    "a latest day by hand": ("contacts", {"name": "Cai", "last_on": "2026-11-20"}, "last_on follows"),
    "a first day by hand": ("contacts", {"name": "Cai", "first_on": "2026-11-20"}, "first_on follows"),
    "a day tried by hand": ("contacts", {"name": "Cai", "tried_on": "2026-11-20"}, "tried_on follows"),
    "no name": ("contacts", {}, "contacts: name is missing"),
    "no day": ("interactions", {}, "interactions: on is missing"),
    "nobody's promise": ("followups", {}, "followups: contact_id is missing"),
    "a pace below its floor": ("member", {"pace": 1}, "pace_floor, pace and pace_ceiling .* 2, 1 and 8"),
    "a pace above its ceiling": ("member", {"pace": 9, "pace_ceiling": 8}, "2, 9 and 8"),
    "a pace over 100": ("member", {"pace": 101}, "up to 100"),
    "a ceiling over 100": ("member", {"pace_ceiling": 101}, "up to 100"),
}


@pytest.mark.parametrize(("table", "document", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_commands_refuse_is_refused_with_its_reason(
    folder: str, db: Database, table: str, document: dict[str, Any], reason: str
) -> None:
    before = on_disk(folder)
    with pytest.raises(InvalidValueError, match=reason):
        db.table(table).insert(Document(document, doc_id=1))
    assert on_disk(folder) == before


def test_the_bounds_themselves_are_fine(folder: str, db: Database) -> None:
    db.table("interactions").insert_multiple([meeting("1900-01-01"), meeting("2026-11-23", ANNA, BO)])
    db.table("followups").insert_multiple([promise("1900-01-01"), promise("2200-12-31")])
    db.table("member").upsert(Document({"pace": 100, "pace_floor": 100, "pace_ceiling": 100}, doc_id=1))
    db.table("member").upsert(Document({"pace": 0, "pace_floor": 0, "pace_ceiling": 100}, doc_id=1))
    member = network_at(folder).member
    assert (member.pace_floor, member.pace, member.pace_ceiling) == (0, 0, 100)


def test_a_day_that_follows_from_interactions_may_be_written_back_but_not_changed(db: Database) -> None:
    db.table("interactions").insert(meeting("2026-11-20"))
    (anna,) = db.table("contacts").search(where("name") == "Anna")
    db.table("contacts").update({**anna, "title": "CEO"}, doc_ids=[ANNA])
    with pytest.raises(InvalidValueError, match="last_on follows"):
        db.table("contacts").update({"last_on": "2026-11-21"}, doc_ids=[ANNA])


def test_values_that_were_there_before_stay_while_others_change(db: Database) -> None:
    with db.journaled.transaction("From elsewhere") as draft:
        draft.put("interactions", "1", meeting("2027-01-01", ANNA, ANNA))
        draft.put("followups", "2", promise("2300-01-01"))
        draft.put("member", "1", {"pace": 1})
    db.table("interactions").update({"note": "x"}, doc_ids=[1])
    db.table("followups").update({"what": "call"}, doc_ids=[2])
    db.table("member").update({"team": "Innomo"}, doc_ids=[1])
    assert db.table("interactions").get(doc_id=1)["note"] == "x"  # type: ignore[index]
