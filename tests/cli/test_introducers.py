"""Whoever introduced somebody, as a table names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def _via(folder: str) -> dict[str, str]:
    network = Network(folder)
    return {
        contact.name: network.contact(contact.via).name if network.has_contact(contact.via) else contact.via
        for contact in network.contacts()
        if contact.via
    }


@pytest.mark.parametrize(
    ("typed", "via"),
    [
        ("Pekka Salo", "Pekka Salo"),
        ("pekka", "Pekka Salo"),
        ("Salo, Pekka", "Pekka Salo"),
        ("Bo", "Bo Ek"),
        ("Pek", "Pek"),
        ("ekka", "ekka"),
        ("Anna", "Anna"),
        ("Aunt Leena", "Aunt Leena"),
        ("Maija", "Maija"),
    ],
)
def test_a_table_names_an_introducer_by_whole_words(
    nk: Run, anna: None, folder: str, tmp_path: Path, typed: str, via: str
) -> None:
    nk("add", "Anna Laine")
    table = tmp_path / "list.csv"
    table.write_text(f'Name,Email,Introduced by\nBo Ek,bo@ek.example,\nMaija Lehto,maija@lehto.example,"{typed}"\n')

    ran = nk("import", str(table))

    assert ran.status == 0
    assert _via(folder) == {"Maija Lehto": via}
    assert ("may be Anna Laine or Anna Virtanen" in ran.err) == (typed == "Anna")


def test_of_several_who_may_have_introduced_somebody_it_is_said(nk: Run, anna: None, tmp_path: Path) -> None:
    nk("add", "Anna Laine")
    table = tmp_path / "list.csv"
    table.write_text("Name,Email,Introduced by\nMaija Lehto,maija@lehto.example,Anna\nBo Ek,bo@ek.example,Anna\n")

    ran = nk("import", str(table))

    assert ran.err.count("“Anna”, who introduced Maija Lehto, may be ") == 1
    assert "kept as written" in ran.err
