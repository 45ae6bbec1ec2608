"""Backups: one on the first write of a day, kept by a rule, whole whatever happens."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from netkeeper.domain.errors import StoreError
from netkeeper.store import backups, restore
from netkeeper.store.backups import Backup, expired
from netkeeper.store.doctor import examine
from tests.store.dying import dying
from tests.store.helpers import MOMENT, add_people, bytes_of, network_at, on_disk, plain, put, storage_at, unfinished

MOST_CALLS = 200


def daily(folder: str) -> list[str]:
    return [backup.day for backup in backups.list_backups(folder) if backup.reason == backups.DAILY]


def made(*days: date, reason: str = backups.DAILY) -> list[Backup]:
    """Backups made on some days, newest first."""
    found = [Backup(f"{day:%Y-%m-%d}T090000Z-{reason}", day.isoformat(), reason) for day in days]
    return sorted(found, reverse=True)


def test_the_first_write_of_a_day_keeps_what_was_there_before_it(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    assert daily(folder) == []
    storage = storage_at(folder, MOMENT + timedelta(days=1))
    before = bytes_of(folder)
    put(storage, "contacts", "2", name="Bo")
    put(storage, "contacts", "3", name="Cai")
    put(storage_at(folder, MOMENT + timedelta(days=1, hours=3)), "contacts", "4", name="Dan")
    assert daily(folder) == ["2026-11-24"]
    assert bytes_of(backups.backup_path(folder, backups.list_backups(folder)[0].name)) == before


def test_an_app_that_stays_open_over_midnight_makes_the_next_days_backup(folder: str) -> None:
    now = [MOMENT]
    network = network_at(folder)
    network.storage._clock = lambda: now[0]
    add_people(network, "Anna")
    for _ in range(3):
        now[0] += timedelta(days=1)
        add_people(network, "Bo", "Cai")
    assert daily(folder) == ["2026-11-26", "2026-11-25", "2026-11-24"]


def test_reading_makes_no_backup(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    storage_at(folder, MOMENT + timedelta(days=1)).read()
    assert daily(folder) == []


def test_fourteen_daily_and_twelve_monthly_are_kept(folder: str) -> None:
    put(storage_at(folder, MOMENT), "contacts", "1", name="Anna")
    day = MOMENT
    for number in range(80):
        day += timedelta(days=5)
        put(storage_at(folder, day), "contacts", "1", name=f"Anna {number}")
    days = daily(folder)
    assert days[:14] == [f"{day - timedelta(days=5 * back):%Y-%m-%d}" for back in range(14)]
    older = [found[:7] for found in days[14:]]
    assert len(older) == len(set(older)) == 10, "the first of each month that the newest fourteen don't reach"
    assert all(restore.backup_problem(folder, backup.name) is None for backup in backups.list_backups(folder))


def test_a_backup_of_each_day_and_of_each_months_first_day_is_enough() -> None:
    start = date(2025, 1, 1)
    kept: list[Backup] = []
    for number in range(800):
        kept = sorted({*kept, *made(start + timedelta(days=number))}, reverse=True)
        gone = expired(kept)
        kept = [backup for backup in kept if backup not in gone]
    last = start + timedelta(days=799)
    assert [backup.day for backup in kept[:14]] == [(last - timedelta(days=back)).isoformat() for back in range(14)]
    months = [backup.day for backup in kept if backup.day.endswith("-01")]
    assert len(months) == 12
    assert len(kept) <= 26


def test_what_was_asked_for_is_never_removed_and_of_the_others_the_newest_twenty_stay() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(60)]
    asked, risky = made(*days, reason="asked"), made(*days, reason="import")
    gone = expired(sorted([*asked, *risky], reverse=True))
    assert gone == risky[20:]


def test_two_backups_in_one_second_have_two_names(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    names = [storage.back_up("asked") for _ in range(3)]
    assert names == [f"2026-11-23T090000Z{which}-asked" for which in ("", ".002", ".003")]
    assert [backup.name for backup in backups.list_backups(folder)] == sorted(names, reverse=True)


def test_there_is_nothing_to_back_up_before_the_first_write(folder: str) -> None:
    with pytest.raises(StoreError, match="nothing to back up yet"):
        storage_at(folder).back_up("asked")


def test_each_backup_opens_like_any_other_network_and_passes_the_doctor(folder: str) -> None:
    states = []
    storage = storage_at(folder)
    for number in range(4):
        put(storage, "contacts", str(number), name=f"Person {number}", step="potential")
        if number % 2:
            storage.compact()
        storage.back_up("asked")
        states.append(plain(storage))
    for backup, state in zip(reversed(backups.list_backups(folder)), states, strict=True):
        path = backups.backup_path(folder, backup.name)
        assert on_disk(path) == state
        assert not [finding for finding in examine(path) if finding.level == "bad"]


def test_killed_anywhere_in_a_backup_and_its_rotation_the_good_ones_stay_good(folder: str) -> None:
    moment = MOMENT
    put(storage_at(folder, moment), "contacts", "1", name="Anna")
    for number in range(14):
        moment += timedelta(days=1)
        put(storage_at(folder, moment), "contacts", "1", name=f"Anna {number}")
    removed = 0
    for after in range(MOST_CALLS):
        moment += timedelta(days=1)
        before = {backup.name for backup in backups.list_backups(folder)}
        with dying(after) as death:
            put(storage_at(folder, moment), "contacts", "1", name=f"Anna once more {after}")
        now = [backup.name for backup in backups.list_backups(folder)]
        assert all(restore.backup_problem(folder, name) is None for name in now)
        assert len(now) >= 14
        removed += not before <= set(now)
        if not death:
            break
    assert removed, "the rotation was reached"
    assert not unfinished(folder)


def test_a_backup_that_somebody_worked_in_is_removed_whole(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    put(storage_at(folder, MOMENT + timedelta(days=1)), "contacts", "1", name="Bo")
    put(storage_at(folder, MOMENT + timedelta(days=2)), "contacts", "1", name="Cai")
    inside = backups.backup_path(folder, backups.list_backups(folder)[0].name)
    put(storage_at(inside, MOMENT + timedelta(days=2)), "contacts", "2", name="Cai")
    assert os.path.isdir(os.path.join(inside, "backups"))
    for number in range(3, 40):
        put(storage_at(folder, MOMENT + timedelta(days=number)), "contacts", "1", name=f"Anna {number}")
    assert not os.path.exists(inside)
    assert not unfinished(folder)


def test_old_journals_are_kept_up_to_a_number(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "JOURNALS_KEPT", 5)
    storage = storage_at(folder)
    for number in range(9):
        put(storage, "contacts", "1", name=f"Anna {number}")
        storage.compact()
    names = [os.path.basename(path) for path in backups.archived_journals(folder, storage.network)]
    assert [name[8:20] for name in names] == [f"{number:012}" for number in (9, 8, 7, 6, 5)]


def test_a_clock_that_runs_back_neither_stops_backups_nor_removes_good_ones(folder: str) -> None:
    put(storage_at(folder, datetime(2099, 1, 1, tzinfo=UTC)), "contacts", "1", name="Anna")
    put(storage_at(folder, datetime(2099, 1, 2, tzinfo=UTC)), "contacts", "1", name="Anna B")
    for number in range(20):
        put(storage_at(folder, MOMENT + timedelta(days=number)), "contacts", "1", name=f"Anna {number}")
    days = daily(folder)
    assert days[0] == "2099-01-02"
    assert days[1] == f"{MOMENT + timedelta(days=19):%Y-%m-%d}"
