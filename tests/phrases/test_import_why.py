"""Why an import does with somebody what it does, in a line."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.people.contact import Labelled
from netkeeper.domain.people.identity.import_diff import Replacement
from netkeeper.domain.people.identity.import_reason import ImportWhy, Sign
from netkeeper.phrases.import_why import besides_new, import_why_words

MET = date(2026, 10, 3)
EMAIL, NAMESAKE = Sign("key", "email"), Sign("namesake", name="Anna")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (ImportWhy("new"), "new"),
        (ImportWhy("new", last_met=MET, remarks=("no year",)), "new; last met Sat 3 Oct 2026; no year"),
        (ImportWhy("new", NAMESAKE), "new; somebody called Anna is here already"),
        (
            ImportWhy("new", Sign("other name", "phone", "Bo")),
            "new; has the same phone as Bo, who is somebody else by name",
        ),
        (ImportWhy("here", Sign("card")), "here already (same card); nothing new"),
        (
            ImportWhy("here", Sign("id"), differing=("step", "archived", "notes")),
            "here already (same id); differs in step, archived, notes, which stay as they are here",
        ),
        (
            ImportWhy("update", EMAIL, "Anna", ("title",), (Replacement("phones", (Labelled("1"),), (Labelled("2"),)),), last_met=MET),
            "same email as Anna: adds title; changes phone 1 to 2; last met Sat 3 Oct 2026",
        ),
        (ImportWhy("update", EMAIL, "Anna", details=True), "same email as Anna: adds details of the card"),
        (ImportWhy("chosen update", NAMESAKE, "Anna", ("title",)), "Anna, as you chose: adds title"),
        (ImportWhy("chosen new", EMAIL, "Anna", last_met=MET), "new, as you chose; same email as Anna; last met Sat 3 Oct 2026"),
        (ImportWhy("left out", NAMESAKE), "left out, as you chose; somebody called Anna is here already"),
        (ImportWhy("left out"), "left out, as you chose"),
        (ImportWhy("update", NAMESAKE, "Anna", ("title",)), "same name as Anna: adds title"),
        (ImportWhy("here", NAMESAKE, "Anna"), "here already (same name); nothing new"),
        (
            ImportWhy("update", Sign("other name", "phone", "Bo"), "Bo", ("title",)),
            "same phone as Bo, but another name: adds title",
        ),
        (
            ImportWhy("here", Sign("id"), differing=("notes",)),
            "here already (same id); differs in notes, which stays as it is here",
        ),
        (ImportWhy("new", Sign("alike", "organization"), "Anna"), "new; same name and organization as Anna"),
    ],
)  # fmt: skip
def test_a_line_says_what_is_done_and_why(why: ImportWhy, said: str) -> None:
    assert import_why_words(why) == said


def test_that_somebody_is_new_goes_without_saying_where_there_is_more() -> None:
    assert besides_new(ImportWhy("new", NAMESAKE)) == "somebody called Anna is here already"
    assert besides_new(ImportWhy("new")) == "new"
    assert besides_new(ImportWhy("left out")) == "left out, as you chose"


def test_a_long_value_is_cut_and_stands_on_one_line() -> None:
    why = ImportWhy("update", EMAIL, "Anna", changed=(Replacement("notes", f"a\nb {'c' * 40}", "d"),))
    assert import_why_words(why) == f"same email as Anna: changes notes a b {'c' * 35}… to d"
