"""The whole way: in from three places with nobody twice, two who are one merged and taken apart, and out again, proved."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.people.lists import listed
from netkeeper.cli.as_json import contact_json
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from netkeeper.tui.rooms.duplicates.screen import DuplicatesScreen
from netkeeper.tui.rooms.leaving.proof_screen import PackProof
from netkeeper.tui.rooms.leaving.screen import LeavingScreen
from netkeeper.tui.rooms.merging.screen import MergeScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.files.importing.test_import import TODAY
from tests.tui.import_files import card
from tests.tui.opened import Opened

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Virtanen,https://www.linkedin.com/in/anna-virtanen,anna@valimo.example,Valimo,Brand lead,12 Mar 2024
Pekka,Salo,https://www.linkedin.com/in/psalo,,Salmi,Head of sales,7 Feb 2022
Bo,Bergman,https://www.linkedin.com/in/bo-b,bo@bergman.example,Bergman Ab,Founder,3 May 2025
"""

GOOGLE = """First Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
Anna,Virtanen,Valimo,Likes sailing,* myContacts,Work,anna@valimo.example,Mobile,+358 40 555 0101
Bo,Bergman,Bergman Ab,,* myContacts,Home,bo@bergman.example,Mobile,040 555 0102
Dina,Dahl,,,* myContacts,Home,dina@home.example,,
"""

PHONE = "".join(
    (
        card("Anna Virtanen", "TEL;TYPE=CELL:0405550101", "BDAY:1988-05-14"),
        card("Bergman Bo", "TEL:+358405550102", "TITLE:Founder"),
        card("Dina Dahl", "EMAIL:dina@home.example", "TEL:050 555 0103"),
        card("Pekka Salo", "TEL:050 555 0104", "ORG:Salmi"),
        card("Elli Eskola", "TEL:050 555 0105"),
    )
)


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that files come from and go to."""
    folder = surroundings / "Downloads"
    folder.mkdir()
    (folder / "Connections.csv").write_text(LINKEDIN, encoding="utf-8")
    (folder / "google.csv").write_text(GOOGLE, encoding="utf-8")
    (folder / "phone.vcf").write_text(PHONE, encoding="utf-8", newline="")
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


async def bring_in(app: Opened, path: Path, *shown: str, keys: tuple[str, ...] = ()) -> None:
    """Bring a file in, after looking at what it brings, and pressing some keys there."""
    await app.press("i")
    await app.paste(str(path))
    await app.press("enter")
    await app.until(lambda: isinstance(app.app.screen, ImportPreview))
    await app.press(*keys)
    await app.sees(*shown)
    await app.press("i")
    await app.until(lambda: len(app.app.screen_stack) == 1)
    await app.hears(f"Imported {path.name}")


def people(folder: str) -> dict[str, dict[str, Any]]:
    """Everybody as ``list --json`` has them, ids and audit times aside."""
    network = Network(folder)
    told = [contact_json(network, item.contact, item.next_due) for item in listed(network)]
    network.close()
    aside = {"id", "created", "updated"}
    return {each["name"]: {key: value for key, value in each.items() if key not in aside} for each in told}


async def test_in_from_everywhere_and_out_to_everywhere(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str, tmp_path: Path
) -> None:
    cast.member(graduates_on=None)
    async with open_app(size=(100, 30)) as app:
        # In, one after another, with nobody twice.
        await bring_in(app, downloads / "Connections.csv", "3 new")
        await bring_in(app, downloads / "google.csv", "1 new", "2 updated")
        # The same name at the same company is surely the same Pekka; a person may say otherwise.
        await bring_in(app, downloads / "phone.vcf", "1 new", "3 updated", "1 skipped", keys=("j", "j", "j"))
        assert sorted(people(folder)) == ["Anna Virtanen", "Bo Bergman", "Dina Dahl", "Elli Eskola", "Pekka Salo"]
        anna = people(folder)["Anna Virtanen"]
        assert [each["value"] for each in anna["phones"]] == ["+358 40 555 0101"]
        assert (anna["notes"], anna["birthday"], anna["title"]) == ("Likes sailing", "1988-05-14", "Brand lead")

        # The same once more adds nothing.
        await app.press("i")
        await app.paste(str(downloads / "google.csv"))
        await app.press("enter")
        await app.sees("nothing to do")
        await app.press("escape", "escape")
        await app.until(lambda: len(app.app.screen_stack) == 1)

        # Two who are one, merged and taken apart again.
        await app.press("a")
        await app.type("Dina Dahl")
        await app.press("ctrl+s")
        await app.press("ctrl+s")
        await app.until(lambda: len(app.app.screen_stack) == 1)
        await app.press("2", "M")
        await app.until(lambda: isinstance(app.app.screen, DuplicatesScreen))
        await app.sees("Dina Dahl, twice")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, MergeScreen))
        await app.press("enter")
        await app.hears("Merged Dina Dahl into Dina Dahl")
        assert Network(folder).people_count == 5
        await app.press("u")
        await app.sees("Dina Dahl, twice")
        assert Network(folder).people_count == 6
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, MergeScreen))
        await app.press("enter")
        await app.sees("nobody else is here twice")
        await app.press("escape", "1")

        # Out, proved.
        await app.press("L")
        await app.until(lambda: isinstance(app.app.screen, LeavingScreen) and app.app.screen.has_looked)
        await app.press("x", "enter")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
        await app.sees("nothing is missing", "5 of 5")

    # Into an empty network: the same people.
    pack = downloads / f"netkeeper-{TODAY.isoformat()}"
    assert os.path.isdir(pack)
    again = str(tmp_path / "again")
    network = Network(again)
    import_contacts(network, [read_file(str(pack / "network.json"))], TODAY, source="network.json")
    network.close()
    assert people(again) == people(folder)
    shutil.rmtree(again)
