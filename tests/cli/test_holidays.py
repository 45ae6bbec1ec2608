"""Public holidays for whoever only uses the shell: worked out once, where something counts on them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.network import holidays
from netkeeper.actions.network.member import change_member
from netkeeper.domain.member.days_off import Holidays
from netkeeper.store.network import Network
from tests.cli.conftest import Run

MOVED = "Sun 6 Dec is a day off: Mon 7 Dec"
"""Independence Day is on a Sunday in 2026, and thirteen days from the tests' day."""


@pytest.fixture(autouse=True)
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, date]]:
    """The countries and days that holidays are worked out for."""
    asked: list[tuple[str, date]] = []
    work_out = holidays.holidays_of

    def note(country: str, today: date) -> Holidays:
        asked.append((country, today))
        return work_out(country, today)

    monkeypatch.setattr(holidays, "holidays_of", note)
    return asked


@pytest.mark.parametrize(
    "line",
    [
        ("log", "anna", "coffee", "next:13d"),
        ("log", "--new", "Uuno Turhapuro", "coffee", "next:13d"),
        ("followup", "anna", "send the offer", "due:13d"),
        ("snooze", "anna", "13d"),
        ("add", "Uuno Turhapuro", "next:13d"),
    ],
    ids=lambda line: line[0],
)
def test_a_span_that_falls_on_a_holiday_moves_though_the_app_was_never_open(
    nk: Run, anna: None, line: tuple[str, ...]
) -> None:
    assert MOVED in nk(*line).out


@pytest.mark.parametrize("line", [("add", "Uuno", "next:13d"), ("log", "--new", "Uuno", "coffee", "next:13d")])
def test_it_moves_in_the_very_first_line_of_a_network(nk: Run, line: tuple[str, ...]) -> None:
    assert MOVED in nk(*line).out


def test_they_are_worked_out_once_for_a_year_and_for_a_country(
    nk: Run, anna: None, folder: str, worked_out: list[tuple[str, date]], monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("log", "anna", "coffee", "next:13d")
    nk("log", "pekka", "coffee", "next:13d")
    nk("due")
    assert worked_out == [("FI", date(2026, 11, 23))]

    network = Network(folder)
    change_member(network, network.member, replace(network.member, region="SE"))
    nk("snooze", "anna", "2d")
    nk("snooze", "anna", "3d")
    monkeypatch.setenv("NETKEEPER_TODAY", "2027-01-02")
    nk("due")
    nk("due")
    assert worked_out[1:] == [("SE", date(2026, 11, 23)), ("SE", date(2027, 1, 2))]


@pytest.mark.parametrize(
    "line",
    [
        ("log", "anna", "coffee"),
        ("log", "anna", "coffee", "next:fri"),
        ("due", "--brief"),
        ("list",),
        ("show", "anna"),
        ("done", "anna"),
        ("snooze", "anna", "fri"),
        ("undo",),
        ("doctor",),
    ],
    ids=" ".join,
)
def test_what_counts_on_none_works_none_out(
    nk: Run, anna: None, worked_out: list[tuple[str, date]], line: tuple[str, ...]
) -> None:
    assert nk(*line).status == 0
    assert worked_out == []


def test_a_holiday_is_a_day_off_in_the_first_review_that_is_looked_at(
    nk: Run, anna: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETKEEPER_TODAY", "2026-12-06")
    assert nk("due").out.startswith("A day off (Independence Day)")


def test_an_import_sees_to_them_and_a_trial_does_not(
    nk: Run, tmp_path: Path, worked_out: list[tuple[str, date]], folder: str
) -> None:
    cards = tmp_path / "one.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Aino Aalto\nN:Aalto;Aino;;;\nEND:VCARD\n", encoding="utf-8")
    nk("import", str(cards), "--dry-run")
    assert worked_out == []
    nk("import", str(cards))
    assert Network(folder).holidays.is_kept("FI", date(2026, 11, 23))


def test_nothing_is_said_of_it_and_undo_takes_back_what_was_done(nk: Run, anna: None, folder: str) -> None:
    ran = nk("log", "anna", "coffee", "next:2d")
    assert ran.err == "" and "holiday" not in ran.out
    assert json.loads(nk("history", "--json").out)[0]["what"] == "Logged a meeting with Anna Virtanen"
    assert "Logged a meeting with Anna Virtanen" in nk("undo").out
    assert Network(folder).holidays.country == "FI"


def test_where_nothing_was_done_nothing_is_offered_to_take_back(nk: Run, anna: None) -> None:
    assert "undo takes it back" in nk("followup", "anna", "send the offer", "due:25.11.").out
    assert "undo takes it back" not in nk("snooze", "anna", "2d").out


def test_a_folder_that_cannot_be_written_is_not_worked_for(
    nk: Run, anna: None, worked_out: list[tuple[str, date]], monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    may: Callable[..., bool] = os.access
    monkeypatch.setattr(
        "netkeeper.actions.network.holidays.os.access", lambda path, mode: str(path) != folder and may(path, mode)
    )
    assert nk("due").status == 0
    assert worked_out == []


def test_the_day_that_is_asked_about_is_known_for_a_holiday(nk: Run, anna: None) -> None:
    assert "Christmas Day" in nk("due", "--on", "2026-12-25").out
