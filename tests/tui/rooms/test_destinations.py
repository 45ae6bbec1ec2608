"""The registry of destinations: bars, keys and the palette follow it, and each is where it says."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

from netkeeper.tui.core.room_list import DESTINATIONS, DUPLICATES, RESERVED, TODAY
from netkeeper.tui.keys.names import key_label, read_keys
from netkeeper.tui.keys.registry import as_bindings, key_owners, own_bindings
from netkeeper.tui.keys.room_keys import MORE_BINDINGS
from netkeeper.tui.rooms.room import Room
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


def test_each_has_a_name_and_a_key_of_its_own() -> None:
    names = [each.name for each in DESTINATIONS]
    keys = [each.key for each in DESTINATIONS if each.key]
    assert len(names) == len(set(names)) and len(keys) == len(set(keys))


def test_each_is_bound_by_the_name_that_config_toml_moves_it_by() -> None:
    bound = {each.id: each.key for each in as_bindings(MORE_BINDINGS)}
    for each in DESTINATIONS:
        assert bound.get(f"room.{each.name}", "") == each.key
    # Those that a config of before the registry may name.
    told = ("today", "people", "follow-ups", "history", "sorting", "trend", "settings", "leaving")
    assert {f"room.{name}" for name in told} <= bound.keys()


def test_what_opens_over_a_room_says_how() -> None:
    for each in DESTINATIONS:
        screen = getattr(import_module(each.module), each.screen)
        assert hasattr(screen, "open_from") or each.is_mode, each


async def test_each_key_leads_there(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        for each in (*DESTINATIONS[1:], DESTINATIONS[0]):
            if each.key:
                await app.press(each.key)
                await app.until(lambda: type(app.app.screen).__name__ == each.screen)  # noqa: B023 (awaited here)
            if not each.is_mode:
                await app.press("escape")
        assert app.app.current_mode == TODAY


async def test_the_bar_names_those_that_are_always_there_in_order(open_app: OpenApp, cast: Cast) -> None:
    async with open_app() as app:
        bar = "  ".join(f"{key_label(each.key)} {each.title}" for each in DESTINATIONS if each.in_bar == "always")
        assert bar in app.lines()[0]


async def test_a_click_on_what_opens_over_a_room_opens_it(open_app: OpenApp, cast: Cast) -> None:
    async with open_app() as app:
        await app.click("8 Trend")
        await app.sees("Contacts a week")


async def test_keys_of_rooms_to_come_do_nothing(open_app: OpenApp, cast: Cast) -> None:
    bound = {
        key
        for owner in key_owners()
        if issubclass(owner, Room)
        for each in own_bindings(owner)
        for key in read_keys(each.key)
    }
    assert bound.isdisjoint(RESERVED)
    async with open_app() as app:
        before = app.text()
        await app.press(*RESERVED)
        assert app.text() == before


async def test_the_palette_offers_what_no_key_at_the_foot_leads_to(open_app: OpenApp, cast: Cast) -> None:
    title = next(each.title for each in DESTINATIONS if each.name == DUPLICATES)
    async with open_app() as app:
        assert [each.title for each in app.today.commands()] == ["Trend (8)"]  # Nobody is here, so nobody is twice.
        cast.usual()
        await app.until(lambda: [each.title for each in app.today.commands()] == ["Trend (8)", title])


def test_the_contract_that_rooms_do_not_import_each_other_holds_every_room() -> None:
    text = (Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    held = next(each["modules"] for each in contracts if each["type"] == "independence")
    assert sorted(held) == sorted(each.module.rpartition(".")[0] for each in DESTINATIONS)
