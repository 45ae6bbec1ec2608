from __future__ import annotations

import json
from pathlib import Path

import pytest

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


def test_of_many_those_are_named_of_whom_there_is_something_to_say(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\n" + "".join(f"Anna Nimi{n},anna{n}@home.example\n" for n in range(30)))
    with path.open("a") as file:
        file.write("Bo,noreply@home.example\n")
    nk("add", "Anna Nimi29", "email:anna29@home.example", "org:Valio")
    ran = nk("import", str(path))
    assert "Anna Nimi" not in ran.out
    assert "takes no answers" in ran.out
    assert "30 new, 0 updated, 1 here already; --verbose lists them." in ran.out
    again = nk("import", str(path)).out
    assert again.count("nothing new") == 1
    assert nk("import", "-v", str(path)).out.count("here already (") == 31
    assert nk("import", "--dry-run", str(path)).out.count("here already (") == 31


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


def test_a_last_meeting_of_a_table_is_told_and_kept(nk: Run, tmp_path: Path, folder: str) -> None:
    path = tmp_path / "list.csv"
    rows = ["Anna Virtanen,anna@x.example,2026-10-03", "Bo Ek,bo@x.example,2031-01-01", "Cai Ek,cai@x.example,"]
    path.write_text("\n".join(["Name,Email,Viimeksi", *rows]), encoding="utf-8")

    tried = nk("import", str(path), "--dry-run")
    assert "new; last met Sat 3 Oct 2026" in tried.out
    assert "last contact '2031-01-01' is still to come; kept in the notes" in tried.out
    assert "2 would wait to be sorted" in tried.out
    assert Network(folder).is_empty
    told = json.loads(nk("import", str(path), "--dry-run", "--json").out)
    assert [each["last_met"] for each in told["contacts"]] == ["2026-10-03", None, None]

    assert "2 wait to be sorted" in nk("import", str(path)).out
    shown = json.loads(nk("show", "anna", "--json").out)
    assert (shown["unsorted"], shown["notes"]) == (False, "")
    assert [(each["on"], each["kind"], each["note"]) for each in shown["interactions"]] == [
        ("2026-10-03", "other", "Viimeksi, from list.csv")
    ]
    assert "0 new, 0 updated, 3 here already" in nk("import", str(path)).out
    nk("undo")
    assert not Network(folder).contacts()


def test_last_meetings_alone_are_not_told_of_by_the_hundred(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [f"Person {number},p{number}@x.example,2026-10-03" for number in range(15)]
    path.write_text("\n".join(["Name,Email,Last contacted", *rows]), encoding="utf-8")
    ran = nk("import", str(path))
    assert ran.out.count("last met") == 10
    assert "15 new, 0 updated, 0 here already, with 15 interactions; --verbose lists them." in ran.out


def test_last_is_no_family_name_of_a_column_of_days(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Last met\nAnna Virtanen,2026-10-03\n", encoding="utf-8")
    assert "last met Sat 3 Oct 2026" in nk("import", str(path), "--map", "Last met=last").out


def test_netkeepers_own_table_brings_back_the_last_contact(nk: Run, demo: Network, tmp_path: Path) -> None:
    path = str(tmp_path / "all.csv")
    assert nk("export", "--output", path).status == 0
    other = str(tmp_path / "other")
    assert nk("--data", other, "import", path).status == 0
    brought = {each.name: (each.first_on, each.last_on, each.unsorted) for each in Network(other).contacts()}
    assert brought == {each.name: (each.first_on, each.last_on, each.unsorted) for each in demo.contacts()}


def test_columns_need_be_said_once(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Kukkuu,Email\nAnna Virta,anna@x.example\n", encoding="utf-8")
    assert nk("import", str(path), "--map", "Kukkuu=name").status == 0
    path.write_text("Kukkuu,Email\nBo Berg,bo@x.example\n", encoding="utf-8")
    ran = nk("import", str(path))
    assert ran.err.startswith("Columns as you said before: Kukkuu is name.")
    assert json.loads(nk("me", "--json").out)["columns"] == {"kukkuu": "name"}
    assert "Kukkuu" in nk("me").out or "kukkuu" in nk("me").out


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("ascii", "Name\nÄijö Ö\n".encode()),
        ("hz", "Name\nÄijö Ö\n".encode()),
        ("shift_jis", b"Name\n\xc4ij\xf6 \xff\xfe\n"),
        ("windows-1252", b"Name\nAnna \x81\n"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(
    nk: Run, tmp_path: Path, folder: str, encoding: str, data: bytes
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    ran = nk("import", str(path), "--encoding", encoding)
    assert (ran.status, ran.out) == (1, "")
    assert "The file is not in " in ran.err
    assert ran.err.count("\n") == 1
    assert Network(folder).is_empty


def test_a_byte_too_many_at_the_end_is_nobody(nk: Run, tmp_path: Path, folder: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("\ufeffName\nAnna Ek\n".encode("utf-16-le") + b"\n")
    assert nk("import", str(path)).status == 0
    assert [each.name for each in Network(folder).contacts()] == ["Anna Ek"]


def test_a_number_of_endless_digits_is_refused_in_plain_words(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(f'{{"netkeeper": {{"format": {"1" * 5000}}}, "contacts": []}}', encoding="utf-8")
    ran = nk("import", str(path))
    assert ran.status == 1
    assert "a number of 5,000 digits" in ran.err
    assert "sys." not in ran.err


def test_the_help_names_tables_of_interactions_and_the_archive_of_linkedin(nk: Run) -> None:
    words = " ".join(nk("import", "--help").out.split())
    assert "tables of what happened (date, who, kind, note)" in words
    assert "also in its archive" in words


@pytest.mark.parametrize("name", ["google", "outlook", "vcard", "json"])
def test_a_separator_for_what_has_its_own_is_refused(nk: Run, tmp_path: Path, name: str) -> None:
    nk("add", "Anna Ek")
    path = tmp_path / "made"
    ran = nk("export", "--format", name, "--separator", "semicolon", "-o", str(path))
    assert ran.status == 2
    assert f"--separator is for csv and interactions; {name} has its own." in ran.err
    assert not path.exists()
    assert nk("export", "--format", "csv", "--separator", "semicolon").status == 0
