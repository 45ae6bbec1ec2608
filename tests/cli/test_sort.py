"""``netkeeper sort``, and what an import says of those who wait."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nORG:{org}\r\nEND:VCARD\r\n"
    for name, org in (("Anna Virtanen", "Valio"), ("Pekka Salo", "Salmi"), ("Liisa Kallio", "Kallio Oy"))
)


@pytest.fixture
def phone(tmp_path: Path) -> str:
    """A phone's file of three."""
    path = tmp_path / "phone.vcf"
    path.write_text(CARDS)
    return str(path)


def names(text: str) -> list[str]:
    return [each["name"] for each in json.loads(text)]


def test_an_import_says_how_many_wait_and_sort_lists_and_places_them(nk: Run, phone: str) -> None:
    ran = nk("import", phone)
    assert "3 wait to be sorted, unasked about until then: netkeeper sort lists them" in ran.out
    listed = nk("sort")
    assert "Anna Virtanen" in listed.out and "Valio" in listed.out
    assert "3 wait to be sorted. netkeeper sort WHO 90d places somebody" in listed.err
    assert names(nk("sort", "--json").out) == ["Anna Virtanen", "Liisa Kallio", "Pekka Salo"]
    assert all(each["unsorted"] and each["next_due"] is None for each in json.loads(nk("sort", "--json").out))

    assert "waits to be sorted" in nk("show", "anna").out and "30 days" not in nk("show", "anna").out

    placed = nk("sort", "anna", "90d")
    assert (placed.status, placed.err) == (0, "")
    assert placed.out.startswith("Sorted Anna Virtanen: every 3 months. First turn ")
    assert nk("sort", "pekka", "salo", "archive").out.startswith("Sorted Pekka Salo: archived. ")
    assert nk("sort", "liisa", "regular").out.startswith("Sorted Liisa Kallio: regular. First turn ")
    assert "Nobody waits to be sorted." in nk("sort").err
    assert nk("sort", "--json").out == "[]\n"
    nk("undo")
    assert names(nk("sort", "--json").out) == ["Liisa Kallio"] == names(nk("list", "is:unsorted", "--json").out)
    assert names(nk("list", "-is:unsorted", "--json").out) == ["Anna Virtanen"]


@pytest.mark.parametrize(("how", "days"), [("90d", 90), ("none", None), ("step", 30)])
def test_every_places_all_at_once(nk: Run, phone: str, how: str, days: int | None) -> None:
    ran = nk("import", phone, "--every", how)
    assert "wait" not in ran.out
    people = json.loads(nk("list", "--json").out)
    assert [(each["unsorted"], each["cadence_days"]) for each in people] == [(False, days)] * 3


def test_a_trial_says_how_many_would_wait_and_json_counts_them(nk: Run, phone: str) -> None:
    assert "3 would wait to be sorted; --every 90d" in nk("import", phone, "--dry-run").out
    assert json.loads(nk("import", phone, "--dry-run", "--json").out)["unsorted"] == 3
    assert json.loads(nk("import", phone, "--every", "none", "--json").out)["unsorted"] == 0


def test_again_marks_those_who_fit(nk: Run, anna: None) -> None:
    assert nk("sort", "--again", "field:food").out.startswith("1 person waits to be sorted again")
    assert names(nk("sort", "--json").out) == ["Anna Virtanen"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("anna", "sometimes"), "Nobody can be sorted as 'sometimes'; write how often (90d, 3m, none), a step"),
        (("anna",), "Say where to: netkeeper sort anna 90d"),
        (("--again",), "Say whom to sort again"),
        (("--again", "field:nothing"), "Nobody fits"),
        (("zzz", "90d"), "zzz"),
        (("anna", "90d", "--json"), "stands alone"),
    ],
)
def test_what_cannot_be_done_says_what_to_type_and_changes_nothing(
    nk: Run, anna: None, words: tuple[str, ...], says: str
) -> None:
    before = nk("list", "--json").out
    ran = nk("sort", *words)
    assert ran.status in (1, 2)
    assert says in ran.err and ran.err.count("\n") <= 2
    assert nk("list", "--json").out == before


def test_it_is_said_who_leaves_the_archive_and_who_stays_in_it(nk: Run) -> None:
    nk("add", "Aino Tuominen")
    nk("archive", "aino")
    still, out = "In the archive still, unasked about: Aino Tuominen.", "Out of the archive: Aino Tuominen."
    for words in (["edit", "aino", "every:30d"], ["step", "aino", "customer"], ["log", "aino", "kind:tried"]):
        ran = nk(*words)
        assert still in ran.out and "come up again" not in ran.out
    assert out in nk("sort", "aino", "30d").out
    nk("archive", "aino")
    assert out in nk("followup", "aino", "call", "due:fri").out
    assert still not in nk("log", "aino", "kind:tried").out


def test_a_promise_sorts_and_says_so(nk: Run, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nAino Tuominen,aino@home.example\n")
    nk("import", str(path))
    assert "Sorted with it: Aino Tuominen." in nk("followup", "aino", "call", "due:fri").out
    assert "Sorted with it" not in nk("followup", "aino", "lunch", "due:fri").out
