"""The calendar file that is kept current: whole, private, one's own, and up to date."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

from netkeeper.actions.interactions.log import log
from netkeeper.actions.network.calendar_file import calendar_of, is_kept_for, keep_current, shows_in_calendar
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.people import add
from netkeeper.actions.promises.promises import follow_up
from netkeeper.config.settings import EVENTS, Settings
from netkeeper.domain.errors import StoreError
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.store.journal import Change, Transaction
from netkeeper.store.network import Network
from netkeeper.system import files

TODAY = date(2026, 11, 23)


@pytest.fixture
def network(folder: str) -> Network:
    made = Network(folder)
    add(made, "Anna Virtanen", contact_changes(split_text("birthday:14.5.1988"), TODAY), TODAY)
    add(made, "Pekka Salo", contact_changes([], TODAY), TODAY)
    return made


def who(network: Network, name: str) -> str:
    return next(number for number, each in network.names() if each.startswith(name))


def entries(path: Path) -> set[str]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(each["summary"]) for each in calendar.walk() if "summary" in each}


def settings(path: Path, **more: str) -> Settings:
    return Settings(calendar_file=str(path), **more)  # type: ignore[arg-type]


def test_it_holds_promises_with_alarms_and_birthdays(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "netkeeper.ics"
    follow_up(network, who(network, "Pekka"), "send the offer", date(2026, 12, 1))
    keep_current(network, settings(path))
    assert entries(path) == {"Pekka Salo: send the offer", "Anna Virtanen's birthday (1988)"}
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert len(calendar.walk("VALARM")) == 2
    assert len(calendar.walk("VTODO")) == 1
    keep_current(network, settings(path, calendar_as=EVENTS))
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert (len(calendar.walk("VTODO")), len(calendar.walk("VEVENT"))) == (0, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_it_is_private_whatever_the_umask_and_stays_where_a_link_leads(network: Network, tmp_path: Path) -> None:
    there, link = tmp_path / "there.ics", tmp_path / "netkeeper.ics"
    old = os.umask(0)
    try:
        keep_current(network, settings(there))
        link.symlink_to(there)
        keep_current(network, settings(link))
    finally:
        os.umask(old)
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    assert link.is_symlink()
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_nobody_promised_and_nobody_born_is_an_empty_calendar(folder: str, tmp_path: Path) -> None:
    path = tmp_path / "netkeeper.ics"
    keep_current(Network(folder), settings(path))
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert entries(path) == set()


def test_the_archive_has_no_birthdays(network: Network) -> None:
    archive(network, [who(network, "Anna")])
    assert b"birthday" not in calendar_of(network)


@pytest.mark.parametrize("content", [b"BEGIN:VCALENDAR\r\nPRODID:-//other//\r\nEND:VCALENDAR\r\n", b"my thesis"])
def test_what_is_another_programs_is_left_alone(network: Network, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "calendar.ics"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"calendar\.ics is no calendar of netkeeper's, and was left alone"):
        keep_current(network, settings(path))
    assert path.read_bytes() == content


def test_a_folder_that_is_not_there_is_said_without_a_word_on_the_network(network: Network, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        keep_current(network, settings(tmp_path / "gone" / "netkeeper.ics"))
    assert str(raised.value).endswith("netkeeper.ics: it isn't there.")
    assert "nothing was changed" not in str(raised.value)


def test_what_others_write_meanwhile_is_in_it_too(
    network: Network, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "netkeeper.ics", Network(folder)
    replace, late = files.replace_file, [lambda: follow_up(other, who(other, "Pekka"), "tea", TODAY)]

    def slow(path: str, data: bytes) -> None:
        replace(path, data)
        if late:
            late.pop()()

    monkeypatch.setattr("netkeeper.actions.network.calendar_file.replace_file", slow)
    keep_current(network, settings(path))
    assert "Pekka Salo: tea" in entries(path)


def test_only_the_network_that_opens_by_itself_has_one(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(folder).mkdir()
    assert is_kept_for(folder)
    (tmp_path / "link").symlink_to(folder)
    assert is_kept_for(str(tmp_path / "link"))
    assert not is_kept_for(str(tmp_path / "demo"))
    monkeypatch.setenv("NETKEEPER_DATA", str(tmp_path / "demo"))
    assert not is_kept_for(folder)


def test_a_change_shows_in_it_where_it_changes_what_it_says(network: Network) -> None:
    done: list[Transaction] = []
    network.storage.on_transaction = lambda transaction, _: done.append(transaction) if transaction else None
    anna = who(network, "Anna")
    acts: list[tuple[Callable[[], object], bool]] = [
        (lambda: log(network, [anna], log_words(split_text("coffee"), TODAY), TODAY), False),
        (lambda: log(network, [anna], log_words(split_text("coffee next:2w"), TODAY), TODAY), True),
        (lambda: add(network, "Bo Bergman", contact_changes([], TODAY), TODAY), True),
        (lambda: archive(network, [anna]), True),
        (network.undo, True),
    ]
    for act, is_shown in acts:
        before = calendar_of(network)
        done.clear()
        act()
        assert shows_in_calendar(done[0].changes) is is_shown
        if not is_shown:
            assert _without_stamps(calendar_of(network)) == _without_stamps(before)
    assert not shows_in_calendar([Change("member", "1", {}, {"name": "Aino"})])


def _without_stamps(calendar: bytes) -> list[bytes]:
    return [line for line in calendar.splitlines() if not line.startswith(b"DTSTAMP")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_refused_without_waiting_for_it(network: Network, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "netkeeper.ics")
    with pytest.raises(StoreError, match="is no file but a device or a pipe"):
        keep_current(network, settings(tmp_path / "netkeeper.ics"))
