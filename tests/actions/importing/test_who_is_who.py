"""Whoever comes in stays who they are: the same file twice, two files in either order, and every kind of doubt."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.network.exporting import export
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY

NAMES = (
    "Anna Salo", "Salo, Anna", "Dr. Anna Salo", "Anna", "A. Salo", "Anna Salo 🔸", "Pekka Salo", "Ville Salo", "Anna Virtanen",
    "Matti Virtanen", "Matti Virtanen Jr", "Valio Oy", "Salo Oy", "n/a", "", "home@salo.example", "040 555 0101", "von Troil",
)  # fmt: skip
EMAILS = ("", "", "home@salo.example", "info@valio.example", "Anna Salo <anna@x.example>", "anna@x.example", "n/a")
PHONES = ("", "", "014 123456", "+358 14 123456 (home)", "010 555 0100", "0000000000")
ORGANIZATIONS = ("", "", "Valio Oy", "Fazer", "-")
TITLES = ("", "", "CEO", "CTO")
BIRTHDAYS = ("", "", "1980-01-02", "1990-03-04")
CITIES = ("", "", "Lahti", "Oulu")
UIDS = ("", "", "1", "2", "urn:uuid:6a1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69", "7b1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69")
PROGRAMS = (
    "",
    "",
    "-//Apple Inc.//iPhone OS 17.5//EN",
    "-//Apple Inc.//iPhone OS 26.1.2//EN",
    "-//Google//EN",
    "DAVx5/4.4.9 ez-vcard/0.12",
)
NOTES = ("", "", "", "met at the fair", "likes tea")


@dataclass(frozen=True)
class Row:
    """What a file says of somebody."""

    name: str
    email: str = ""
    phone: str = ""
    organization: str = ""
    title: str = ""
    birthday: str = ""
    city: str = ""
    uid: str = ""
    note: str = ""
    program: str = ""


ROWS = st.builds(
    Row,
    *(st.sampled_from(each) for each in (NAMES, EMAILS, PHONES, ORGANIZATIONS, TITLES, BIRTHDAYS, CITIES, UIDS, NOTES)),
)
OF_PROGRAMS = st.builds(replace, ROWS, program=st.sampled_from(PROGRAMS))
FILES = st.tuples(
    st.sampled_from(["vcf", "csv", "json"]), st.lists(ROWS, max_size=7).map(lambda rows: [*rows, Row("Somebody Else")])
)
ANNA, ANNA_5A69 = Row("Anna Salo"), Row("Anna Salo", uid=UIDS[4])
File = tuple[str, list[Row]]


def vcards(rows: list[Row]) -> str:
    return "".join(map(_vcard, rows))


def _vcard(row: Row) -> str:
    lines = [
        f"FN:{row.name}".replace(",", "\\,"),
        f"EMAIL:{row.email}" if row.email else "",
        f"TEL:{row.phone}" if row.phone else "",
        f"ORG:{row.organization}" if row.organization else "",
        f"TITLE:{row.title}" if row.title else "",
        f"BDAY:{row.birthday}" if row.birthday else "",
        f"ADR:;;;{row.city};;;" if row.city else "",
        f"UID:{row.uid}" if row.uid else "",
        f"NOTE:{row.note}" if row.note else "",
        f"PRODID:{row.program}" if row.program else "",
    ]
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *filter(None, lines), "END:VCARD", ""])


def table(rows: list[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Name", "Email", "Phone", "Organization", "Title", "Birthday", "City", "Notes"])
    for row in rows:
        writer.writerow([row.name, row.email, row.phone, row.organization, row.title, row.birthday, row.city, row.note])
    return text.getvalue()


def write(file: File, folder: Path, name: str) -> str:
    """A file of a kind; netkeeper's own JSON is that of a network into which the cards came."""
    kind, rows = file
    path = folder / f"{name}.{kind}"
    if kind == "csv":
        path.write_text(table(rows), encoding="utf-8")
        return str(path)
    cards = folder / f"{name}.vcf"
    cards.write_text(vcards(rows), encoding="utf-8")
    if kind == "json":
        other = Network(str(folder / f"network of {name}"))
        import_contacts(other, [read_file(str(cards))], TODAY)
        path.write_bytes(export(other, format_name="json").data)
    return str(path)


def bring(network: Network, path: str) -> None:
    import_contacts(network, [read_file(path)], TODAY)


@settings(max_examples=25)
@given(FILES, st.lists(FILES, max_size=1))
def test_the_same_file_twice_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, file: File, before: list[File]
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    network = Network(str(folder / "network"))
    for earlier in before:
        bring(network, write(earlier, folder, "before"))
    path = write(file, folder, "file")
    bring(network, path)
    contacts, seq = network.contacts(), network.storage.seq
    done = import_contacts(network, [read_file(path)], TODAY)
    assert [(item.action, item.contact.name) for item in done.plan.items if item.action != "skip"] == []
    assert (network.contacts(), network.storage.seq) == (contacts, seq)


@settings(max_examples=25)
@given(FILES, FILES)
# A UID of two names in one file; one of another name who shares an address with a namesake.
@example(("vcf", [ANNA, ANNA_5A69]), ("vcf", [ANNA, Row("Anna", uid=UIDS[4]), ANNA_5A69]))
@example(
    ("vcf", [ANNA, ANNA_5A69]),
    ("vcf", [ANNA, Row("Anna Salo", email=EMAILS[3]), Row("Anna", email=EMAILS[3], uid=UIDS[4])]),
)
def test_two_files_give_the_same_people_in_either_order(
    tmp_path_factory: pytest.TempPathFactory, one: File, other: File
) -> None:
    folder = tmp_path_factory.mktemp("order")
    paths = [write(one, folder, "one"), write(other, folder, "other")]
    counts: list[int] = []
    for order in (paths, paths[::-1]):
        network = Network(str(folder / f"network {len(counts)}"))
        for path in order:
            bring(network, path)
        counts.append(len(network.contacts()))
    assert counts[0] == counts[1]


@settings(max_examples=25)
@given(st.lists(OF_PROGRAMS, max_size=7), st.lists(OF_PROGRAMS, max_size=4))
def test_the_same_cards_of_any_programs_twice_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], before: list[Row]
) -> None:
    folder = tmp_path_factory.mktemp("programs")
    network = Network(str(folder / "network"))
    bring(network, write(("vcf", [*before, Row("Bo Ek")]), folder, "before"))
    path = write(("vcf", [*rows, Row("Bo Ek")]), folder, "file")
    bring(network, path)
    contacts, seq = network.contacts(), network.storage.seq
    bring(network, path)
    assert (network.contacts(), network.storage.seq) == (contacts, seq)


def test_two_of_one_uid_with_two_birth_years_are_two_in_either_order(tmp_path: Path) -> None:
    uid = "urn:uuid:6a1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69"
    two = [Row("Anna Salo", uid=uid, birthday=birthday) for birthday in ("1980-01-02", "1990-03-04")]
    paths = [write(("vcf", rows), tmp_path, str(len(rows))) for rows in (two, [Row("Anna Salo", uid=uid)])]
    for order in (paths, paths[::-1]):
        network = Network(str(tmp_path / f"network {order.index(paths[0])}"))
        for path in order:
            bring(network, path)
        assert len(network.contacts()) == 2


APPLE, OTHER_APPLE, OTHER = "-//Apple Inc.//iPhone OS 17.5//EN", "-//Apple Inc.//iPhone OS 26.1.2//EN", "-//Fruux//EN"


@pytest.mark.parametrize(
    ("program", "uid", "organization", "count"),
    [
        (APPLE, "2", "Kone", 2),
        (OTHER_APPLE, "2", "Kone", 2),
        (APPLE, "2", "Nokia", 1),
        (APPLE, "1", "Kone", 1),
        (APPLE, "", "Kone", 1),
        (OTHER, "2", "Kone", 1),
        ("", "2", "Kone", 1),
    ],
)
@pytest.mark.parametrize("is_one_import", [True, False])
def test_two_uids_of_one_program_are_two_people_where_something_contradicts(
    folder: str, tmp_path: Path, program: str, uid: str, organization: str, count: int, is_one_import: bool
) -> None:
    network = Network(folder)
    first = Row("Anna Salo", "home@salo.example", "", "Nokia", uid="1", program=APPLE)
    second = Row("Anna Salo", "home@salo.example", "", organization, uid=uid, program=program)
    paths = [write(("vcf", [row]), tmp_path, name) for row, name in ((first, "first"), (second, "second"))]
    if is_one_import:
        import_contacts(network, [read_file(path) for path in paths], TODAY)
    else:
        for path in paths:
            bring(network, path)
    assert len(network.contacts()) == count
    for path in paths:
        done = import_contacts(network, [read_file(path)], TODAY)
        assert not done.plan.added


@pytest.mark.parametrize("program", ["-//Google Inc//Google Address Book//EN", ""])
def test_what_gives_new_uids_is_no_evidence(folder: str, tmp_path: Path, program: str) -> None:
    network = Network(folder)
    for uid, organization in (("1", "Nokia"), ("2", "Kone")):
        row = Row("Anna Salo", "home@salo.example", "", organization, uid=uid, program=program)
        bring(network, write(("vcf", [row]), tmp_path, uid))
    assert len(network.contacts()) == 1
