"""Asking whether somebody who comes in is somebody who is here, and which of two is right; telling of who may be here."""

from __future__ import annotations

from typing import cast

from netkeeper.actions.importing.likely_pairs import likely_pairs
from netkeeper.actions.importing.plan import Action, Item, Plan, SameName
from netkeeper.cli import common_lines
from netkeeper.cli.asking import NO, YES, can_ask, typed
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Styled
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import quoted
from netkeeper.phrases.counted import plural
from netkeeper.phrases.import_why import in_common_words, otherwise_words

_WAYS = ("ask", "add", "update")
_ALL = frozenset({"all", "a", "kaikki", "alla", "alle"})
_NOBODY = frozenset({"none", "ei kukaan", "ingen", "keiner"})


def read_way(text: str | None, *, can_be_asked: bool, asks_nothing: str = "") -> tuple[SameName, bool]:
    """What ``--same-name`` says: what is proposed, and whether to ask.

    Args:
        can_be_asked: Whether somebody sits at a terminal.
        asks_nothing: The option by which nothing is asked all the same; empty for none.

    Raises:
        WrongUsageError: It can't be understood, or nobody can be asked.
    """
    if text is None:
        return "sure", can_be_asked and not asks_nothing
    if text not in _WAYS:
        raise WrongUsageError(f"--same-name can't be {quoted(text)}; say ask, add or update.")
    if text == "ask":
        if asks_nothing:
            raise WrongUsageError(
                f"{asks_nothing} asks nothing, so --same-name can't be ask with it; say add or update."
            )
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

    Raises:
        KeyboardInterrupt: No more lines come; then nothing is to be imported.
    """
    choices = dict(plan.choices)
    settled = set()
    for_all: dict[tuple[bool, bool], bool] = {}
    asked = [item for item in plan.asked if item.place not in choices and item.known is not None]
    for number, item in enumerate(asked, 1):
        sort = item.is_contradicting, item.is_unclear
        is_yes = for_all.get(sort)
        if is_yes is None:
            is_yes, is_for_all = _answer(session, item, f"{number} of {len(asked)}")
            if is_for_all:
                for_all[sort] = is_yes
        if item.is_contradicting and not is_yes:
            settled.add(item.place)  # What the file adds comes in all the same.
            continue
        if item.is_unclear and not is_yes:
            continue  # It is another of the same name, and not known which.
        action: Action = "take" if item.is_contradicting else "update" if is_yes else "add"
        if action != item.proposed and action in item.options:
            choices[item.place] = action
    return choices, frozenset(settled)


def _answer(session: Session, item: Item, place: str) -> tuple[bool, bool]:
    """Whether it is the same person, or what the file says is right; and whether that holds for all that follow."""
    assert item.known is not None
    is_proposed = not item.is_contradicting and item.proposed == "update"
    what = "Take what the file says?" if item.is_contradicting else "The same person?"
    enter = "y" if is_proposed else "n"
    why = "; ".join(map(otherwise_words, item.otherwise)) if item.is_contradicting else in_common_words(item.why.sign)
    session.err.line(
        Styled(item.read.contact.name, "bold"), _about(item.read.contact), " comes in. ",
        Styled(item.known.name, "bold"), _about(item.known), " is here: ", why, ".",
    )  # fmt: skip
    while True:
        answer = typed(f"{what} y, n, all or none [{enter}] ({place}): ").casefold()
        if not answer:
            return is_proposed, False
        if answer in YES | _ALL:
            return True, answer in _ALL
        if answer in NO | _NOBODY:
            return False, answer in _NOBODY
        session.err.line(
            f"y is yes and n is no, all and none answer for everybody who follows; Enter is {enter}, Ctrl+C stops."
        )


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
