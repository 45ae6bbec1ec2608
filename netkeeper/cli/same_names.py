"""Asking whether somebody who comes in is somebody who is here, and which of two is right; telling of who may be here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import cast

from netkeeper.actions.importing.likely_pairs import likely_pairs
from netkeeper.actions.importing.plan import Action, Item, Plan, SameName
from netkeeper.cli import common_lines
from netkeeper.cli.asking import can_ask
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Styled
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import quoted
from netkeeper.phrases.counted import plural
from netkeeper.phrases.import_why import import_why_words, otherwise_words

_WAYS = ("ask", "add", "update")
_ANSWERS: dict[str, tuple[Action, bool]] = {
    "y": ("update", False), "yes": ("update", False), "k": ("update", False), "j": ("update", False),
    "n": ("add", False), "no": ("add", False), "e": ("add", False), "": ("add", False),
    "all": ("update", True), "none": ("add", True),
}  # fmt: skip
"""What is done, and whether it holds for all that follow."""

_RIGHT: dict[str, tuple[Action, bool]] = {
    "y": ("take", False), "yes": ("take", False), "k": ("take", False), "j": ("take", False),
    "n": ("skip", False), "no": ("skip", False), "e": ("skip", False), "": ("skip", False),
    "all": ("take", True), "none": ("skip", True),
}  # fmt: skip
"""The same of what a file says otherwise; ``skip`` leaves it as it is here."""

_Answers = Mapping[str, tuple[Action, bool]]


def read_way(text: str | None, *, can_be_asked: bool) -> tuple[SameName, bool]:
    """What ``--same-name`` says: what is proposed, and whether to ask.

    Raises:
        WrongUsageError: It can't be understood, or nobody can be asked.
    """
    if text is None:
        return "sure", can_be_asked
    if text not in _WAYS:
        raise WrongUsageError(f"--same-name can't be {quoted(text)}; say ask, add or update.")
    if text == "ask":
        if not can_be_asked:
            raise WrongUsageError("--same-name ask needs a terminal to ask on; say add or update.")
        return "sure", True
    return cast("SameName", text), False


def can_be_asked() -> bool:
    """Whether somebody sits at a terminal."""
    return can_ask()


def ask_each(session: Session, plan: Plan) -> tuple[dict[int, Action], frozenset[int]]:
    """Ask of everybody who may be somebody known whether they are, and of what a file says otherwise which is right.

    Returns:
        The choices, and the places of those of whom what is here was said to be right.
    """
    choices = dict(plan.choices)
    settled = set()
    for_all: dict[bool, Action | None] = {}
    asked = [item for item in plan.asked if item.place not in choices and item.known is not None]
    for item in asked:
        action = for_all.get(item.is_contradicting)
        if action is None:
            answer = _answer(session, item)
            if answer is None:
                break
            action, is_for_all = answer
            if is_for_all:
                for_all[item.is_contradicting] = action
        if item.is_contradicting and action == "skip":
            settled.add(item.place)  # What the file adds comes in all the same.
        elif action != item.proposed and action in item.options:
            choices[item.place] = action
    return choices, frozenset(settled)


def _answer(session: Session, item: Item) -> tuple[Action, bool] | None:
    """What is to be done, and whether for all that follow; None where no more lines come."""
    assert item.known is not None
    question, answers = (
        ("Take what the file says? y, n, all or none: ", _RIGHT)
        if item.is_contradicting
        else ("The same person? y, n, all or none: ", _ANSWERS)
    )
    why = "; ".join(map(otherwise_words, item.otherwise)) if item.is_contradicting else import_why_words(item.why)
    session.err.line(
        Styled(item.read.contact.name, "bold"), _about(item.read.contact), " comes in. ",
        Styled(item.known.name, "bold"), _about(item.known), " is here: ", why, ".",
    )  # fmt: skip
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            return None
        answer = answers.get(line.strip().casefold())
        if answer is not None:
            return answer


def _about(contact: Contact) -> str:
    reach = next((each.value for each in (*contact.emails, *contact.phones)), "")
    about = ", ".join(part for part in (contact.title, contact.organization, reach) if part)
    return f" ({about})" if about else ""


def say_likely_pairs(session: Session, plan: Plan) -> None:
    """Print how many likely pairs an import leaves, and what settles them; nothing where there are none."""
    count = likely_pairs(session.network, (item.contact.id for item in plan.added))
    if count == 0:
        return
    line = (
        "Many may be here twice now: netkeeper duplicates lists them, M in the app compares."
        if count is None
        else plural(
            count,
            "1 pair may be one person: netkeeper duplicates lists it, M in the app compares.",
            "{count} pairs may be one person each: netkeeper duplicates lists them, M in the app compares.",
        )
    )
    session.out.line(common_lines.command_hint(line))
