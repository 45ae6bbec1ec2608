"""Where the network is, and what day it is there, whatever the zone and its summer time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from netkeeper.config import places
from netkeeper.domain.errors import NetkeeperError
from netkeeper.override import override

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no tzset")
At = Callable[[str, str], None]
# Zones by their rules, so that no machine has to know their names.
STOCKHOLM = "CET-1CEST,M3.5.0,M10.5.0/3"
NEW_YORK = "EST5EDT,M3.2.0,M11.1.0"
LORD_HOWE = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"
KIRITIMATI = "<+14>-14"
PAGO_PAGO = "<-11>11"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """Put the machine into a zone, at a moment in UTC."""
    monkeypatch.delenv("NETKEEPER_TODAY")

    def be(zone: str, moment: str) -> None:
        instant = datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()

        class Then(datetime):
            @classmethod
            @override
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return datetime.fromtimestamp(instant, tz)

        monkeypatch.setenv("TZ", zone)
        if sys.platform != "win32":
            time.tzset()
        monkeypatch.setattr(places, "datetime", Then)

    yield be
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        (STOCKHOLM, "2026-03-28T22:59:59", date(2026, 3, 28)),
        (STOCKHOLM, "2026-03-28T23:00:00", date(2026, 3, 29)),
        (STOCKHOLM, "2026-03-29T00:30:00", date(2026, 3, 29)),
        (STOCKHOLM, "2026-03-29T01:30:00", date(2026, 3, 29)),
        (STOCKHOLM, "2026-03-29T21:59:59", date(2026, 3, 29)),
        (STOCKHOLM, "2026-03-29T22:00:00", date(2026, 3, 30)),
        (STOCKHOLM, "2026-10-24T21:59:59", date(2026, 10, 24)),
        (STOCKHOLM, "2026-10-25T00:30:00", date(2026, 10, 25)),
        (STOCKHOLM, "2026-10-25T01:30:00", date(2026, 10, 25)),
        (STOCKHOLM, "2026-10-25T22:59:59", date(2026, 10, 25)),
        (STOCKHOLM, "2026-10-25T23:00:00", date(2026, 10, 26)),
        (KIRITIMATI, "2026-11-23T10:30:00", date(2026, 11, 24)),
        (PAGO_PAGO, "2026-11-23T10:30:00", date(2026, 11, 22)),
        ("UTC0", "2026-11-23T10:30:00", date(2026, 11, 23)),
    ],
)
def test_the_day_is_the_calendars_where_one_is(at: At, zone: str, moment: str, day: date) -> None:
    at(zone, moment)
    assert places.today() == day


@pytest.mark.parametrize("zone", [STOCKHOLM, NEW_YORK, LORD_HOWE])
def test_no_day_comes_twice_and_none_is_left_out_when_the_clock_is_changed(at: At, zone: str) -> None:
    moment, days = datetime(2026, 2, 25, tzinfo=UTC), []
    while moment < datetime(2026, 11, 10, tzinfo=UTC):
        at(zone, f"{moment:%Y-%m-%dT%H:%M:%S}")
        days.append(places.today())
        moment += timedelta(hours=5, minutes=30)
    distinct = list(dict.fromkeys(days))
    assert days == sorted(days)
    assert distinct == [distinct[0] + timedelta(days=number) for number in range(len(distinct))]


def test_the_clock_tells_utc_whatever_the_zone(at: At) -> None:
    at(KIRITIMATI, "2026-11-23T10:30:00")
    assert places.clock()() == datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


def test_a_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETKEEPER_TODAY", "2028-02-29")
    assert places.today() == date(2028, 2, 29)
    moment = places.clock()()
    assert moment.date() == date(2028, 2, 29)
    assert moment.tzinfo is UTC


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "23.11.2026", "2026-11-23T10:00", "٢٠٢٦-١١-٢٣"])
def test_a_day_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("NETKEEPER_TODAY", day)
    for read in (places.today, places.clock):
        with pytest.raises(NetkeeperError, match=r"NETKEEPER_TODAY is .*, which is no date; write it like 2026-11-23"):
            read()


def test_the_folder_named_wins_over_the_variable_and_that_over_the_platforms(
    monkeypatch: pytest.MonkeyPatch, tmp_path: os.PathLike[str]
) -> None:
    home = os.fspath(tmp_path)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("NETKEEPER_DATA", "~/mine")
    monkeypatch.setenv("NETKEEPER_CONFIG", "~/settings")
    monkeypatch.chdir(home)
    assert places.data_folder("there") == os.path.join(home, "there")
    assert places.data_folder() == os.path.join(home, "mine")
    assert places.config_folder() == os.path.join(home, "settings")
    monkeypatch.delenv("NETKEEPER_DATA")
    monkeypatch.delenv("NETKEEPER_CONFIG")
    assert places.data_folder().startswith(home)
    assert "netkeeper" in places.data_folder()
    assert "netkeeper" in places.config_folder()


@pytest.mark.skipif(sys.platform != "linux", reason="only there is it found without platformdirs")
@pytest.mark.parametrize("home", ["/home/aino", "/home/aino/", "/home/aino å", "relative", ""])
@pytest.mark.parametrize("xdg", [None, "", " ", "/srv/aino", "/srv/aino/", "relative", "~/x"])
def test_the_quick_way_finds_the_folders_that_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, home: str, xdg: str | None
) -> None:
    import platformdirs

    monkeypatch.delenv("NETKEEPER_DATA")
    monkeypatch.delenv("NETKEEPER_CONFIG")
    monkeypatch.setenv("HOME", home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
        if xdg is not None:
            monkeypatch.setenv(name, xdg)
    assert places.data_folder() == platformdirs.user_data_dir("netkeeper", appauthor=False)
    assert places.config_folder() == platformdirs.user_config_dir("netkeeper", appauthor=False)


def test_a_word_of_the_config_file_is_seen_without_reading_it(surroundings: os.PathLike[str]) -> None:
    assert not places.config_mentions("calendar")
    folder = places.config_folder()
    os.makedirs(folder)
    with open(os.path.join(folder, "config.toml"), "w", encoding="utf-8") as file:
        file.write("[calendar]")
    assert places.config_mentions("calendar")
    assert not places.config_mentions("theme")
