"""Keeping up: each trouble is said once, and again only when it comes again."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widget import Widget

from netkeeper.domain.errors import DamagedError
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Session
from netkeeper.tui.watch.network_watch import NetworkWatch
from tests.tui.cast import Cast


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def watch(folder: str, cast: Cast, heard: list[str]) -> NetworkWatch:
    cast.add("Anna Virtanen")
    session = Session(Widget(), Network(folder), lambda: date(2026, 11, 23), folder, lambda _: None)
    return NetworkWatch(
        session, lambda text: heard.append(f"said: {text}"), lambda text: heard.append(f"wrong: {text}")
    )


def look(watch: NetworkWatch, times: int) -> None:
    for _ in range(times):
        watch.look()


def test_damage_is_said_once_and_again_after_it_was_mended(
    watch: NetworkWatch, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Network) -> bool:
        raise DamagedError("journal.jsonl is damaged.")

    with monkeypatch.context() as patched:
        patched.setattr(Network, "refresh", broken)
        look(watch, 60)
    assert heard == ["wrong: journal.jsonl is damaged."]
    look(watch, 60)
    with monkeypatch.context() as patched:
        patched.setattr(Network, "refresh", broken)
        look(watch, 60)
    assert heard == ["wrong: journal.jsonl is damaged."] * 2


def test_after_damage_it_looks_less_often(watch: NetworkWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def broken(_: Network) -> bool:
        tries.append(1)
        raise DamagedError("journal.jsonl is damaged.")

    monkeypatch.setattr(Network, "refresh", broken)
    look(watch, 110)
    assert len(tries) == 10


def test_what_others_did_is_said_and_how_much_more_there_was(watch: NetworkWatch, cast: Cast, heard: list[str]) -> None:
    for name in ("Bo", "Cai", "Dina"):
        cast.add(name)
    look(watch, 3)
    assert heard == ["said: From elsewhere: 3 changes, the last: Added Dina"]


def test_what_one_does_oneself_is_no_news(watch: NetworkWatch, heard: list[str]) -> None:
    session = watch._session
    with session.network.transaction("Did it here") as draft:
        draft.put_member(session.network.member)
    look(watch, 3)
    assert heard == []
    assert session.last_done == "Did it here"
