"""CONTRIBUTING's worked example of a property is applied to a copy of netkeeper, and what it says comes true."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import netkeeper

SOURCE = Path(netkeeper.__file__).parent
CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"

ROUND = """
import io, sys
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date

from netkeeper.actions.network.exporting import outgoing_of
from netkeeper.actions.network.for_others import left_out, team_share
from netkeeper.actions.importing.import_contacts import import_contacts
from netkeeper.cli.start import start
from netkeeper.domain.people.identity.import_diff import additions
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.people.contact import Contact
from netkeeper.phrases.document_changes import Teller
from netkeeper.domain.records import contact_document
from netkeeper.domain.people.identity.merge import differences, join
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.editing.three_way_contacts import merge_contacts
from netkeeper.interchange.book import write_markdown
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.csv import read_csv, write_csv, write_google, write_outlook
from netkeeper.interchange.lossless import read_network, write_network
from netkeeper.interchange.vcard import read_vcards, write_vcards
from netkeeper.store.network import Network
from netkeeper.tui.person.form.conflicts import LABELS, value_in_words
from netkeeper.tui.person.form.entry import ContactEntry
from netkeeper.tui.rooms.merging.rows import merge_rows

TODAY = date(2026, 11, 23)


def nk(*args):
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out):
        assert start(args, lambda *_: None) == 0, args
        out.flush()
    return out.buffer.getvalue().decode()


nk("add", "Anna Virtanen", "pronouns:she/her", "whose:team")
(anna,) = Network(sys.argv[1]).contacts()
assert anna.pronouns == "she/her"
bare = replace(anna, pronouns="")

# The shell: show, list, edit, has:, JSON, History and undo.
assert "she/her" in nk("show", "anna")
assert '"pronouns": "she/her"' in nk("show", "anna", "--json")
assert "Anna" in nk("list", "pronouns:she") and "Anna" in nk("list", "has:pronouns")
assert "Anna" not in nk("list", "-has:pronouns")
assert "pronouns" in nk("edit", "anna", "pronouns:they")
told = Teller(TODAY, str).describe("contacts", contact_document(bare), contact_document(anna))
assert told.differences == (("pronouns", "", "she/her"),)
nk("undo")
assert Network(sys.argv[1]).contacts()[0].pronouns == "she/her"
assert complete_word("pron", ()) == ["pronouns:"]

# Merging, editing at once, importing.
assert join(bare, anna).pronouns == "she/her"
assert differences(replace(anna, pronouns="they"), anna)[0].title == "pronouns"
assert "Pronouns" == LABELS["pronouns"] in [row.label for row in merge_rows(bare, anna, {}, TODAY, str)]
assert merge_contacts(bare, anna, replace(bare, met="fair"))[0] == replace(anna, met="fair")
assert fill_in(bare, anna) == anna and list(additions(bare, anna)) == [("pronouns", "she/her")]

# Every file.
card = WriteContact(anna)
assert read_network(write_network(Outgoing((card,)))).reading.contacts[0].contact == anna
for version in ("3.0", "4.0"):
    assert read_vcards(write_vcards([card], version=version)).contacts[0].contact == anna
for write in (write_csv, write_google, write_outlook):
    assert read_csv(write([card])).contacts[0].contact.pronouns == "she/her", write
assert read_csv("Name,Pronouns\\nBo,he\\n".encode()).contacts[0].contact.pronouns == "he"

assert "she/her" in write_markdown(Outgoing((card,))).decode()

# The form, and what two made of it at once.
entry = ContactEntry.of(bare)
typed = replace(entry, texts={**entry.texts, "pronouns": "she/her"})
assert typed.read(TODAY, str).contact == anna
assert value_in_words("pronouns", anna, TODAY, str) == "she/her"

# What is private stays.
outgoing = outgoing_of(Network(sys.argv[1]))
assert left_out(outgoing, ("notes",)).cards[0].contact.pronouns == "she/her"
assert team_share(outgoing).cards[0].contact.pronouns == ""
"""


def _example() -> dict[str, tuple[str, str]]:
    """By the file's path: the line that the example puts its lines before, and those lines."""
    section = (
        CONTRIBUTING.read_text(encoding="utf-8").partition("### A property of a contact")[2].partition("\n### ")[0]
    )
    found = re.findall(r"In `(\S+?)`, before `(.+?)`:\n\n((?:    .*\n|\n(?=    ))+)", section)
    return {path: (before, re.sub(r"(?m)^    ", "", lines)) for path, before, lines in found}


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of netkeeper with the example's property."""
    copy = tmp_path_factory.mktemp("extended")
    shutil.copytree(SOURCE, copy / "netkeeper", ignore=shutil.ignore_patterns("__pycache__"))
    for path, (before, lines) in _example().items():
        file = copy / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, (path, before)
        start = text.rindex("\n", 0, text.index(before)) + 1
        indent = text[start : text.index(before)]
        file.write_text(text[:start] + textwrap.indent(lines, indent) + text[start:], encoding="utf-8")
    return copy


def test_a_property_costs_the_two_places_that_the_page_says() -> None:
    assert len(_example()) == 2


def test_a_made_up_property_goes_every_way(extended: Path, folder: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(extended)}
    ran = subprocess.run(
        [sys.executable, "-c", ROUND, folder],
        env=environment,
        cwd=extended,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
