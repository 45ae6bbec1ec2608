"""Several people are named in the same way wherever a person is named."""

from __future__ import annotations

import pytest

from netkeeper.actions.people import people as people_actions
from netkeeper.domain.language import naming
from netkeeper.store.network import Network
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def students(nk: Run) -> None:
    """Three people."""
    for name in ("Liisa Kallio", "Pekka Salo", "Satu Laine"):
        assert nk("add", name).status == 0


def promised(folder: str) -> list[tuple[str, str]]:
    network = Network(folder)
    return sorted((network.contact(each.contact_id).name, each.what) for each in network.followups() if each.is_open)


@pytest.mark.parametrize("who", ["liisa ja pekka", "liisa,pekka", "Liisa & Pekka", "liisa, pekka"])
@pytest.mark.parametrize("is_one_argument", [False, True])
def test_a_promise_to_several_is_one_step(nk: Run, folder: str, who: str, is_one_argument: bool) -> None:
    line = f"{who} soita due:fri"
    ran = nk("followup", *([line] if is_one_argument else line.split()))

    assert (ran.status, ran.err) == (0, "")
    assert "Follow-up with Liisa Kallio. Next: Fri 27 Nov, soita." in ran.out
    assert "Follow-up with Pekka Salo. Next: Fri 27 Nov, soita." in ran.out
    assert ran.out.count("undo takes it back") == 1
    assert promised(folder) == [("Liisa Kallio", "soita"), ("Pekka Salo", "soita")]
    assert "Follow-up with Liisa Kallio and Pekka Salo: soita" in nk("history").out
    nk("undo")
    assert promised(folder) == []


def test_two_names_side_by_side_in_a_promise_are_asked_about(nk: Run, folder: str) -> None:
    ran = nk("followup", "Liisa", "Pekka", "soita", "due:fri")

    assert (ran.status, ran.out) == (1, "")
    assert (
        "a second person, or what was promised? With a comma it is a person: netkeeper followup Liisa,Pekka" in ran.err
    )
    assert promised(folder) == []


@pytest.mark.parametrize(
    ("line", "with_comma"),
    [
        ("log Satu, Liisa Pekka lounas", 'log "Satu Laine,Liisa,Pekka" …'),
        ("log Satu ja Liisa, Pekka lounas", 'log "Satu Laine,Liisa,Pekka" …'),
        ("followup Satu, Liisa Pekka soita due:fri", 'followup "Satu Laine,Liisa,Pekka" …'),
        ("snooze satu, liisa pekka 3d", 'snooze "Satu Laine,liisa,pekka" …'),
    ],
)
def test_the_line_with_the_comma_leaves_nobody_out(nk: Run, line: str, with_comma: str) -> None:
    ran = nk(*line.split())

    assert (ran.status, ran.out) == (1, "")
    assert f"netkeeper {with_comma}" in ran.err
    if not line.startswith("snooze"):
        assert f'netkeeper {line.split()[0]} "Satu Laine,Liisa" "Pekka …"' in ran.err


def test_whom_else_a_promise_may_mean_is_said(nk: Run) -> None:
    assert "Only Liisa Kallio was promised it; for Pekka Salo too" in nk("followup", "liisa", "pekka", "due:fri").err
    unknown = nk("followup", "liisa", "ja", "Bertta", "soita", "due:fri").err
    assert 'netkeeper undo, then netkeeper add Bertta and netkeeper followup "Liisa Kallio,Bertta" …' in unknown


@pytest.mark.parametrize("who", ["liisa ja pekka", "liisa,pekka", "Liisa & Pekka"])
def test_a_step_for_several_is_one_step(nk: Run, folder: str, who: str) -> None:
    ran = nk("step", *who.split(), "asiakas", "first", "order")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Moved Liisa Kallio and Pekka Salo to customer. Why: first order. ")
    assert [contact.step for contact in Network(folder).contacts()] == ["customer", "customer", "potential"]
    nk("undo")
    assert {contact.step for contact in Network(folder).contacts()} == {"potential"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("step", "liisa", "pekka", "customer"), "with a comma it is: netkeeper step liisa,pekka …"),
        (("snooze", "liisa", "pekka", "3d"), "with a comma it is: netkeeper snooze liisa,pekka …"),
        (("edit", "liisa", "pekka", "org:Valio"), "with a comma it is: netkeeper edit liisa,pekka …"),
        (("edit", "liisa", "ja", "pekka", "org:Valio"), 'netkeeper edit "Liisa Kallio" …, then netkeeper edit "Pekka'),
        (("edit", "liisa,pekka", "org:Valio"), "One person at a time"),
        (("show", "liisa", "ja", "pekka"), "One person at a time: netkeeper show"),
        (("show", "liisa,pekka"), "One person at a time: netkeeper show"),
        (("merge", "liisa,pekka,satu"), "Say which two people are one: netkeeper merge anna pekka"),
        (("merge", "liisa"), "Say which two people are one"),
        (("snooze", "liisa kallio"), "Say until when: netkeeper snooze anna 3d"),
        (("step", "liisa"), "Say which step: netkeeper step anna customer"),
        (("sort", "liisa kallio"), "Say where to: netkeeper sort liisa kallio 90d"),
        (("sort", "liisa", "kallio"), "Say where to: netkeeper sort liisa kallio 90d"),
    ],
)
def test_what_takes_one_person_says_so(nk: Run, args: tuple[str, ...], said: str) -> None:
    ran = nk(*args)

    assert ran.status in (1, 2)
    assert ran.out == ""
    assert said in ran.err


@pytest.mark.parametrize("words", [("liisa", "ja", "pekka"), ("liisa,pekka",), ("liisa", "pekka"), ("liisa & pekka",)])
def test_two_are_merged_however_they_are_named(nk: Run, words: tuple[str, ...]) -> None:
    assert nk("merge", *words).out.startswith("Merged Pekka Salo into Liisa Kallio.")


def test_two_are_kept_apart_with_ja_between(nk: Run) -> None:
    assert nk("duplicates", "--not-same", "liisa ja pekka").out.startswith("Liisa Kallio and Pekka Salo are two people")


@pytest.mark.parametrize(
    "args", [("Liisa ja Pekka", "lounas"), ("liisa & pekka", "lounas"), ("liisa ja pekka lounas",)]
)
def test_several_in_quotation_marks_are_several(nk: Run, folder: str, args: tuple[str, ...]) -> None:
    assert nk("log", *args).status == 0
    (logged,) = Network(folder).interactions()
    assert (len(logged.contact_ids), logged.note) == (2, "lounas")


def test_several_in_quotation_marks_are_logged_with_words_alone(nk: Run, folder: str) -> None:
    assert nk("log", "liisa ja pekka", "next:2w").status == 0
    assert len(promised(folder)) == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("snooze", "liisa ja pekka 3d"), "Snoozed Pekka Salo to"),
        (("snooze", "liisa next week"), "Snoozed Liisa Kallio to"),
        (
            ("step", "liisa kanta-asiakas third order"),
            "Liisa Kallio moved from potential to regular. Why: third order.",
        ),
        (("sort", "liisa 6 weeks"), "Sorted Liisa Kallio: every 6 weeks."),
        (("sort", "liisa", "6", "weeks"), "Sorted Liisa Kallio: every 6 weeks."),
        (("sort", "liisa", "kallio", "ja", "pekka", "joka", "3", "kk"), "Sorted Liisa Kallio and Pekka Salo: every"),
        (("sort", "liisa", "asiakas"), "Sorted Liisa Kallio: customer."),
        (("sort", "liisa", "kanta"), "Sorted Liisa Kallio: regular."),
    ],
)
def test_a_line_is_understood_in_one_argument_or_in_several(nk: Run, args: tuple[str, ...], said: str) -> None:
    ran = nk(*args)

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out


def test_a_name_that_is_a_word_too_is_text_and_the_person_is_said(nk: Run, folder: str) -> None:
    ran = nk("log", "pekka", "salo", "ja", "satu", "kahvit")

    assert ran.status == 0
    assert "Only Pekka Salo was logged; “satu” may also mean Satu Laine: netkeeper undo, then" in ran.err
    assert [logged.note for logged in Network(folder).interactions()] == ["ja satu kahvit"]
    assert nk("log", "liisa", "satu", "kahvit").err == ""
    nk("add", "Will", "Smith")
    ran = nk("log", "liisa", "and", "will", "call", "back")
    assert "Only Liisa Kallio was logged; “will” may also mean Will Smith" in ran.err


def test_a_whole_line_looks_for_the_nearest_and_for_nicknames_once_at_most(
    nk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("archive", "satu")
    looked: list[str] = []
    nearest, ways = naming.nearest, people_actions.ways_to_name

    def counted_nearest(typed: str, people: list[naming.Person]) -> list[naming.Person]:
        looked.append("nearest")
        return nearest(typed, people)

    def counted_ways(network: Network) -> naming.Ways:
        looked.append("ways")
        return ways(network)

    monkeypatch.setattr(naming, "nearest", counted_nearest)
    monkeypatch.setattr(people_actions, "ways_to_name", counted_ways)

    assert nk("log", "liisa coffee next:2w").status == 0
    assert looked == []
    assert nk("log", "satu kahvit").status == 0
    assert looked == []
    assert nk("log", "bertta kahvit").status == 1
    assert looked == ["ways", "nearest"]


def test_a_whole_name_further_on_in_a_note_is_told_of(nk: Run) -> None:
    for name in ("Kirsi Turunen", "Liisa Mäkinen"):
        nk("add", name)
    way = 'netkeeper undo, then netkeeper log "Kirsi Turunen,Liisa Mäkinen" …'
    for note in ("kahvi ja Liisa Mäkinen", "kahvi, Liisa Mäkinen mukana"):
        said = nk("log", "Kirsi", "Turunen", *note.split()).err
        assert f"Only Kirsi Turunen was logged; for Liisa Mäkinen too: {way}" in said
    for note in ("kahvi Helsingin Kauppatorilla", "Kirsi Turunen kertoi todo:soita Liisa Mäkinen"):
        assert nk("log", "Kirsi", "Turunen", *note.split()).err == ""
