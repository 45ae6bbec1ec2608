"""netkeeper list: who is found, the best first, and where."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def town(nk: Run) -> None:
    for line in (
        ("add", "Sailor Sanna"),
        ("add", "Anna Virtanen", "org:Valio Oy", "title:Brand lead", "phone:mobile=040 555 0105"),
        ("add", "Åsa Lind", "email:work=asa@harbour.example", "met:a sailing club"),
        ("add", "Dr. Bo Berg", "note:owns a boat"),
        ("log", "anna", "--", "talked about sailing, and a boat"),
        ("followup", "bo berg", "send the harbour list", "due:2w"),
    ):
        assert nk(*line).status == 0


def found(nk: Run, *words: str) -> list[tuple[str, dict[str, str | None] | None]]:
    return [(each["name"], each["found"]) for each in json.loads(nk("list", "--json", *words).out)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "sailing",
            [
                ("Åsa Lind", {"in": "met", "text": "a sailing club", "on": None}),
                (
                    "Anna Virtanen",
                    {"in": "interactions", "text": "talked about sailing, and a boat", "on": "2026-11-23"},
                ),
            ],
        ),
        ("sail", ["Sailor Sanna", "Åsa Lind", "Anna Virtanen"]),
        (
            "harbour",
            [
                ("Åsa Lind", {"in": "emails", "text": "asa@harbour.example work", "on": None}),
                ("Dr. Bo Berg", {"in": "followups", "text": "send the harbour list", "on": "2026-12-07"}),
            ],
        ),
        ("+358405550105", [("Anna Virtanen", {"in": "phones", "text": "040 555 0105 mobile", "on": None})]),
        ("5550105", ["Anna Virtanen"]),
        ("virtanen sailing", ["Anna Virtanen"]),
        ("anna", [("Anna Virtanen", None), ("Sailor Sanna", None)]),
        ("-boat", ["Sailor Sanna", "Åsa Lind"]),
        ("lead", [("Anna Virtanen", {"in": "title", "text": "Brand lead", "on": None})]),
        ("", ["Anna Virtanen", "Dr. Bo Berg", "Sailor Sanna", "Åsa Lind"]),
    ],
)
def test_everything_that_is_shown_is_found(nk: Run, words: str, expected: list[object]) -> None:
    whole = found(nk, *(["--", *words.split()] if words else []))
    assert [
        name if isinstance(want, str) else (name, why) for (name, why), want in zip(whole, expected, strict=True)
    ] == (expected)


def test_the_table_says_where_unless_it_shows_it_anyway(nk: Run) -> None:
    lines = nk("list", "boat").out.splitlines()
    assert lines[0].endswith("found in")
    assert lines[1].endswith("about: owns a boat")
    assert lines[2].endswith("note 23 Nov: talked about sailing, and a boat")
    assert "found in" not in nk("list", "valio").out
    assert "found in" not in nk("list").out
    assert nk("list", "harb").out.splitlines()[2].endswith("promise 7 Dec: send the harbour list")


def test_names_are_listed_in_the_member_s_order_of_letters_whatever_the_shell_s(
    nk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for locale in ("C", "fi_FI.UTF-8", "de_DE.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        assert [name for name, _ in found(nk)][-1] == "Åsa Lind"
    assert "Åsa Lind" in nk("export", "--format", "csv", "step:potential").out.splitlines()[-1]
