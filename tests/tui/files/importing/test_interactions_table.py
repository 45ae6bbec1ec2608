"""A table of interactions in the preview of an import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from netkeeper.actions.importing.import_contacts import preview, read_file
from netkeeper.interchange.content import Hints
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.plan_list import PlanList, short_reason
from netkeeper.tui.files.importing.plan_words import plan_details
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from tests.actions.helpers import add, log
from tests.tui.conftest import OpenApp

TODAY = date(2026, 11, 23)


def two_of_a_name(folder: str, path: Path) -> Network:
    network = Network(folder)
    valio, _ = (add(network, "Anna Virta", f"org:{each} step:customer") for each in ("Valio", "Fazer"))
    log(network, [valio.id], "lunch")
    path.write_text("Date,Who,Note\n2026-10-03,Anna Virta,coffee\n")
    return network


def test_of_whom_a_table_only_names_nothing_else_is_said(folder: str, tmp_path: Path) -> None:
    network = two_of_a_name(folder, tmp_path / "a.csv")
    incoming = [read_file(str(tmp_path / "a.csv"), Hints(today=TODAY))]
    asked = preview(network, incoming).items[0]
    chosen = preview(network, incoming, {0: "update"}).items[0]
    assert short_reason(asked).startswith("several are called Anna Virta")
    assert short_reason(chosen) == "adds interactions"
    for item in (asked, chosen):
        lines = list(plan_details(item, 200, TODAY, lambda _: "", fully=False))
        assert any("Valio" in text for line in lines for text, _ in line)
        assert not [text for line in lines for text, _ in line if "stays" in text]


async def test_a_name_that_several_have_is_pointed_to_one_by_a_key(
    open_app: OpenApp, folder: str, tmp_path: Path
) -> None:
    two_of_a_name(folder, tmp_path / "a.csv")
    async with open_app() as app:
        await app.press("i")
        await app.paste(str(tmp_path / "a.csv"))
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, ImportPreview) and bool(app.app.screen.query(PlanList)))
        await app.press("space")
        await app.sees("adds interactions", "Valio")
        await app.press("i")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    network = Network(folder)
    assert network.people_count == 2
    assert [each.note for each in network.interactions()] == ["lunch", "coffee"]
