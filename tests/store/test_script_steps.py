"""Steps of scripts: one at a time, with a text, closed to other threads; and what the database says of itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

import netkeeper
from netkeeper.domain.errors import InvalidValueError
from netkeeper.store import history
from netkeeper.store.database import Database


@pytest.fixture
def db(folder: str) -> Iterator[Database]:
    """A network with one person."""
    with netkeeper.database(folder) as db:
        db.table("contacts").insert({"name": "Anna"})
        yield db


def names(db: Database) -> list[str]:
    return [each["name"] for each in db.table("contacts")]


def test_what_another_thread_writes_during_a_step_waits_and_outlasts_its_failure(db: Database) -> None:
    during: list[str] = []
    writer = threading.Thread(target=lambda: db.table("contacts").insert({"name": "Cai"}))
    reader = threading.Thread(target=lambda: during.extend(names(db)))
    with pytest.raises(ZeroDivisionError), db.step("Half of it"):
        db.table("contacts").insert({"name": "Bo"})
        reader.start()
        reader.join()
        writer.start()
        writer.join(timeout=0.1)  # Time enough to join the step, if it didn't wait.
        assert names(db) == ["Anna", "Bo"]
        raise ZeroDivisionError
    writer.join()
    assert during == ["Anna"]
    assert names(db) == ["Anna", "Cai"]


def test_a_step_within_a_step_is_refused_and_nothing_written(db: Database) -> None:
    with pytest.raises(InvalidValueError, match="in one step"), db.step("Outer"):
        db.table("contacts").insert({"name": "Bo"})
        with db.step("Inner"):
            db.table("contacts").insert({"name": "Cai"})
    assert names(db) == ["Anna"]
    with db.step("Afterwards"):
        db.table("contacts").insert({"name": "Dan"})
    assert names(db) == ["Anna", "Dan"]


@pytest.mark.parametrize("what", ["", "  \n", None, 7, b"fair", "x" * 501, "half \ud800"])
def test_a_step_needs_a_text_of_up_to_500_characters(db: Database, what: str) -> None:
    with pytest.raises(InvalidValueError, match=r"text of a step|step needs a text"), db.step(what):
        db.table("contacts").insert({"name": "Bo"})
    assert names(db) == ["Anna"]


def test_the_longest_text_of_a_step_is_in_the_history(db: Database) -> None:
    with db.step("x" * 500):
        db.table("contacts").insert({"name": "Bo"})
    assert next(history.past(db.journaled)).what == "x" * 500


def test_a_database_shows_its_folder_and_has_no_length_of_its_own(folder: str, db: Database) -> None:
    assert repr(db) == str(db) == f"<Database {folder}>"
    assert db
    with pytest.raises(TypeError, match="count one"):
        len(db)


def test_every_table_that_is_named_can_be_opened(db: Database) -> None:
    assert {"contacts", "member"} < db.tables()
    assert {name: len(db.table(name)) for name in db.tables()}["contacts"] == 1
