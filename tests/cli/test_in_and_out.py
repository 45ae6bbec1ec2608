from __future__ import annotations

import json
from pathlib import Path

from netkeeper.store.network import Network
from tests.cli.conftest import Run

CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Anna Virtanen
N:Virtanen;Anna;;;
ORG:Valio Oy
EMAIL;TYPE=WORK:anna@valio.example
TEL;TYPE=CELL:+358 40 555 0101
BDAY:--0412
END:VCARD
BEGIN:VCARD
VERSION:3.0
NOTE:nobody
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Pekka Salo
END:VCARD
"""


def _cards(folder: Path) -> str:
    path = folder / "contacts.vcf"
    path.write_bytes(CARDS.replace("\n", "\r\n").encode())
    return str(path)


def test_a_trial_says_what_would_be_done_and_changes_nothing(nk: Run, tmp_path: Path, folder: str) -> None:
    ran = nk("import", _cards(tmp_path), "--dry-run")

    assert ran.status == 0
    assert ran.out.endswith("nothing was changed.\n")
    assert "Anna Virtanen" in ran.out
    assert ran.err.startswith("line 10: ")
    assert Network(folder).is_empty


def test_json_says_it_card_by_card_with_or_without_dry_run(nk: Run, tmp_path: Path) -> None:
    path = _cards(tmp_path)
    tried, done, again = (
        json.loads(nk("import", path, "--json", *more).out) for more in (("--dry-run",), (), ("--dry-run",))
    )

    assert tried == done
    first = tried["contacts"][0]
    assert {key: first[key] for key in ("action", "name", "organization", "title", "birthday", "line")} == {
        "action": "add",
        "name": "Anna Virtanen",
        "organization": "Valio Oy",
        "title": None,
        "birthday": "--04-12",
        "line": 1,
    }
    assert first["emails"][0]["value"] == "anna@valio.example"
    assert first["phones"][0]["value"] == "+358 40 555 0101"
    assert [each["line"] for each in tried["skipped"]] == [10]
    assert [each["action"] for each in again["contacts"]] == ["skip", "skip"]


def test_of_many_of_whom_there_is_nothing_to_say_the_first_are_named(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\n" + "".join(f"Anna Nimi{n},anna{n}@home.example\n" for n in range(30)))
    nk("add", "Anna Nimi29", "email:anna29@home.example", "org:Valio")
    ran = nk("import", str(path))
    assert "Anna Nimi9 " in ran.out and "Anna Nimi10" not in ran.out
    assert "Anna Nimi29" in ran.out
    assert "and 19 more\n" in ran.out
    assert "29 new, 0 updated, 1 here already" in ran.out
    again = nk("import", str(path)).out
    assert again.count("nothing new") == 10
    assert "and 20 more\n" in again
    assert nk("import", "--dry-run", str(path)).out.count("nothing new") == 30


def test_an_import_is_one_step(nk: Run, tmp_path: Path, folder: str) -> None:
    ran = nk("import", _cards(tmp_path))

    assert ran.out.endswith(
        "2 new, 0 updated, 0 here already, 1 that could not be read. (netkeeper undo takes it back)\n"
    )
    nk("undo")
    assert Network(folder).is_empty


def test_what_is_exported_comes_back_as_it_was(nk: Run, demo: Network, tmp_path: Path) -> None:
    path = str(tmp_path / "all.json")
    assert nk("export", "-o", path).status == 0

    other = ("--data", str(tmp_path / "other"))
    assert nk(*other, "import", path).status == 0
    assert nk("list", "--json").out == nk(*other, "list", "--json").out


def test_export_goes_to_standard_output_and_takes_filters(nk: Run, anna: None) -> None:
    ran = nk("export", "field:food")

    assert ran.out.count("BEGIN:VCARD") == 1
    assert "FN:Anna Virtanen\r\n" in ran.out
    assert ran.err == ""


def test_an_existing_file_is_replaced_only_when_told(nk: Run, anna: None, tmp_path: Path) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_text("mine")

    assert nk("export", "--output", str(path)).status == 1
    assert path.read_text() == "mine"
    assert nk("export", "--output", str(path), "--force").status == 0
    assert path.read_text().startswith("BEGIN:VCARD")


def test_export_with_a_format_by_name(nk: Run, anna: None) -> None:
    assert json.loads(nk("export", "--format", "json").out)["netkeeper"]["format"] == 1
    assert "VERSION:4.0" in nk("export", "--format", "vcard4").out
    assert nk("export", "--format", "xls").status == 1
