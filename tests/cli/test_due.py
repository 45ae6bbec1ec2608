from __future__ import annotations

import json
import re
import time
from pathlib import Path

from netkeeper.store.network import Network
from netkeeper.system.lock import TIMEOUT_SECONDS, locked
from tests.cli.conftest import Run


def test_the_review_is_grouped_and_says_why(nk: Run, demo: Network) -> None:
    lines = nk("due").out.splitlines()

    headings = [line for line in lines if line.isupper()]
    assert headings == ["PROMISED", "KEEP IN TOUCH", "STRETCH", "OCCASIONS"]
    assert any(
        line.split() == ["Anna", "Virtanen", "send", "workshop", "offer", "since", "Fri", "20", "Nov"] for line in lines
    )
    assert any(line.split() == ["Pekka", "Salo", "11", "weeks,", "every", "6", "weeks"] for line in lines)
    assert lines[-1].endswith("more can wait")


def test_json_is_the_same_review(nk: Run, demo: Network) -> None:
    review = json.loads(nk("due", "--json").out)

    assert list(review) == [
        "day",
        "promises",
        "keep_in_touch",
        "stretch",
        "occasions",
        "waiting",
        "done_today",
        "day_off",
        "holiday",
        "dealt",
        "sort",
        "unsorted",
    ]
    assert review["day"] == "2026-11-23"
    (promise, *_) = review["promises"]
    assert promise.keys() == {"contact", "followup", "days_late"}
    assert promise["contact"]["name"] == "Anna Virtanen"
    assert promise["contact"].keys() == {"id", "name"}
    assert promise["followup"].keys() == {"id", "due", "what"}
    assert (promise["followup"]["due"], promise["days_late"]) == ("2026-11-20", 3)
    (nudge, *_) = review["keep_in_touch"]
    assert nudge.keys() == {"contact", "days_since", "cadence_days", "why"}
    assert review["stretch"][0]["days_since"] is None
    assert review["occasions"][0].keys() == {"contact", "on", "why"}
    assert review["waiting"] > 0


def test_another_day_has_another_review(nk: Run, anna: None) -> None:
    nk("followup", "anna", "send the offer", "due:fri")

    assert "send the offer" not in nk("due").out
    friday = nk("due", "--on", "fri").out
    assert friday.startswith("The plan for Fri 27 Nov\n")
    assert "send the offer" in friday
    assert json.loads(nk("due", "--on", "27.11.", "--json").out)["day"] == "2026-11-27"


def test_filters_keep_others_out(nk: Run, demo: Network) -> None:
    review = json.loads(nk("due", "field:food", "--json").out)

    fields = {contact.id: contact.fields for contact in demo.contacts()}
    people = [each["contact"]["id"] for section in ("promises", "keep_in_touch") for each in review[section]]
    assert people
    assert all(any(field.split("/")[0] == "food" for field in fields[person]) for person in people)


def test_brief_is_one_line(nk: Run, demo: Network) -> None:
    ran = nk("due", "--brief")

    assert re.fullmatch(r"netkeeper: 3 promises, \d to keep in touch with, 1 stretch, \d occasions?\n", ran.out), (
        ran.out
    )
    assert (ran.status, ran.err) == (0, "")


def test_brief_is_silent_where_nothing_is_due(nk: Run, anna: None) -> None:
    assert nk("due", "--brief") == (0, "", "")


def test_brief_is_silent_where_there_is_no_network(nk: Run, folder: str) -> None:
    assert nk("due", "--brief") == (0, "", "")
    assert not Path(folder).exists()


def test_brief_does_not_wait_for_whoever_is_writing(nk: Run, demo: Network, folder: str) -> None:
    with locked(folder):
        begun = time.monotonic()
        ran = nk("due", "--brief")
        took = time.monotonic() - begun
    assert ran.out.startswith("netkeeper: 3 promises")
    assert took < TIMEOUT_SECONDS / 2


def test_brief_says_damage_in_one_line(nk: Run, demo: Network, folder: str) -> None:
    Path(folder, "network.json").write_text("{")
    ran = nk("due", "--brief")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("netkeeper: ")


def test_an_empty_network_says_how_to_begin(nk: Run) -> None:
    ran = nk("due")

    assert ran.status == 0
    for command in ("netkeeper add", "netkeeper import", "netkeeper demo"):
        assert command in ran.out


def test_a_day_with_nothing_due_says_so(nk: Run, anna: None) -> None:
    assert nk("due").out == "Nothing is due today. Enjoy the day.\n"
    assert nk("due", "valio").out == "Nobody of today fits 'valio'.\n"
    assert nk("due", "huomenna").out == (
        "Nobody of today fits 'huomenna'. For that day: netkeeper due --on \"huomenna\"\n"
    )
    nk("log", "anna", "coffee")
    assert nk("due").out.endswith("1 done today\n")
