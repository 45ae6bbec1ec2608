from __future__ import annotations

import json
from datetime import date

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def test_done_closes_what_is_due_and_says_what(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "send the offer", "due:today")

    assert nk("done", "anna").out == "Done with Anna Virtanen: send the offer. (netkeeper undo takes it back)\n"
    assert not Network(folder).followups()[0].is_open


def test_done_without_a_promise_notes_being_in_touch(nk: Run, anna: None, folder: str) -> None:
    assert nk("done", "pekka").out.startswith("Noted that you were in touch with Pekka Salo.")
    assert len(Network(folder).interactions()) == 1


def test_done_with_several_is_one_step(nk: Run, anna: None, folder: str) -> None:
    ran = nk("done", "anna,pekka")

    assert ran.out.count("netkeeper undo") == 1
    nk("undo")
    assert not Network(folder).interactions()


def test_snooze_moves_the_promise(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "send the offer", "due:today")

    ran = nk("snooze", "anna", "next", "week")

    assert ran.out == "Snoozed Anna Virtanen to Mon 30 Nov: send the offer. (netkeeper undo takes it back)\n"
    (followup,) = Network(folder).followups()
    assert (followup.due_on, followup.snoozes) == (date(2026, 11, 30), 1)


def test_history_says_the_day_of_a_snooze_as_days_are_said(
    nk: Run, anna: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("snooze", "anna", "next", "week")
    nk("snooze", "anna,pekka", "3d")
    monkeypatch.setenv("NETKEEPER_TODAY", "2027-03-01")
    said = nk("history", "-n", "2").out
    assert "Snoozed Anna Virtanen to Mon 30 Nov 2026" in said
    assert "Snoozed Anna Virtanen and Pekka Salo to Thu 26 Nov 2026" in said


def test_snooze_with_several_is_one_step(nk: Run, anna: None, folder: str) -> None:
    assert nk("snooze", "anna,pekka", "3d").status == 0
    assert [contact.nudge_from for contact in Network(folder).contacts()] == [date(2026, 11, 26)] * 2
    nk("undo")
    assert [contact.nudge_from for contact in Network(folder).contacts()] == [None, None]


def test_followup_promises_something_for_a_day(nk: Run, anna: None, folder: str) -> None:
    ran = nk("followup", "anna", "send", "the", "offer", "due:fri")

    expected = "Follow-up with Anna Virtanen. Next: Fri 27 Nov, send the offer. (netkeeper undo takes it back)\n"
    assert ran == (0, expected, "")


def test_next_says_the_day_as_well_as_due(nk: Run, anna: None, folder: str) -> None:
    assert nk("followup", "anna", "next:fri").status == 0
    assert Network(folder).followups()[0].due_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("every", "second"),
    [
        ("2w", "2026-12-11"),
        ("1m", "2026-12-27"),
        ("monthly", "2026-12-27"),
        ("1y", "2027-11-27"),
        ("10d", "2026-12-07"),
    ],
)
def test_every_makes_it_come_again(nk: Run, anna: None, every: str, second: str) -> None:
    nk("followup", "anna", "call", "due:fri", f"every:{every}")
    nk("done", "anna")

    followups = json.loads(nk("show", "anna", "--json").out)["followups"]
    assert [each["due"] for each in followups if each["status"] == "open"] == [second]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("send",), 2),
        (("send", "due:yesterday"), 1),
        (("send", "due:fri", "due:sat"), 1),
        (("send", "due:fri", "org:Valio"), 1),
        (("send", "due:soon"), 1),
        (("send", "due:fri", "every:often"), 1),
    ],
)
def test_a_follow_up_that_says_too_little_or_too_much_is_refused(
    nk: Run, anna: None, folder: str, words: tuple[str, ...], status: int
) -> None:
    ran = nk("followup", "anna", *words)

    assert (ran.status, ran.out, ran.err.count("\n")) == (status, "", 1)
    assert not Network(folder).followups()


def test_what_was_promised_already_has_no_way_back(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "send the offer", "due:fri")
    before = Network(folder).storage.seq

    ran = nk("followup", "anna", "send the offer", "due:fri")

    assert ran.out == "Follow-up with Anna Virtanen. Next: Fri 27 Nov, send the offer (already promised).\n"
    assert (
        nk("snooze", "anna", "fri").out == "Snoozed Anna Virtanen to Fri 27 Nov: send the offer (already promised).\n"
    )
    assert Network(folder).storage.seq == before


def test_snooze_to_an_earlier_day_says_the_day_before(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "linkki", "due:30.11.")

    ran = nk("snooze", "anna", "perjantai")

    assert ran.out.startswith("Snoozed Anna Virtanen to Fri 27 Nov: linkki (instead of Mon 30 Nov).")
    assert Network(folder).followups()[0].due_on == date(2026, 11, 27)


def test_snooze_of_a_turn_that_comes_later_says_when(nk: Run, anna: None) -> None:
    assert "Their turn comes on Wed 23 Dec, not before." in nk("snooze", "anna", "fri").out


def test_whoever_is_put_away_is_said_with_what_is_still_promised(nk: Run, anna: None) -> None:
    assert "promised" not in nk("archive", "pekka").out
    nk("followup", "anna", "send the offer", "due:fri")

    for line in (("archive", "anna"), ("sort", "anna", "archive")):
        out = nk(*line).out
        assert "Still promised: send the offer; nothing asks about it while they are archived." in out
        nk("undo")


def test_the_history_names_all_that_was_done(nk: Run, anna: None) -> None:
    for what in ("one", "two", "three"):
        nk("followup", "anna", what, "due:today")
    nk("done", "anna", "--all")
    told = nk("history", "-n", "1").out
    assert "Done with Anna Virtanen: " in told
    assert all(what in told for what in ("one", "two", "three"))


def test_done_names_every_promise_it_closed_and_when_each_is_due_again(nk: Run, anna: None) -> None:
    nk("followup", "anna", "due:1w", "every:1w")
    nk("followup", "anna", "newsletter", "due:1w", "every:2w")
    ran = nk("done", "anna", "--all")
    assert "be in touch" in ran.out and "newsletter" in ran.out
    assert "Again: " in ran.out and "(newsletter)" in ran.out
