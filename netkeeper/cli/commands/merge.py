"""netkeeper merge."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.merging import merge
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import everyone, one
from netkeeper.cli.spec import WHO, Command, Option
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.merge import TITLES, Take
from netkeeper.phrases.counted import counted

_A_PAIR = 2


def run(session: Session, *, stays: str, goes: tuple[str, ...], theirs: str | None) -> None:
    """Make one contact of two."""
    network = session.network
    stays_contact, goes_contact = _two(session, stays, goes)
    past, promised = network.interactions(goes_contact.id), network.followups(goes_contact.id)
    merge(network, stays_contact.id, goes_contact.id, _choices(theirs))
    came_along = " and ".join(
        counted(count, one) for count, one in ((len(past), "interaction"), (len(promised), "follow-up")) if count
    )
    along = f" {came_along} came along." if came_along else ""
    session.out.line("Merged ", goes_contact.name, " into ", stays_contact.name, f".{along} ", common_lines.undo_hint())


def _two(session: Session, stays: str, goes: Sequence[str]) -> tuple[Contact, Contact]:
    """The two contacts that a line names: one argument each, or joined by a comma, ``ja`` or ``and``."""
    words = (stays, *goes)
    if len(words) == _A_PAIR and not any("," in word for word in words):
        return one(session, stays), one(session, goes[0])
    people = everyone(session, words)
    if len(people) != _A_PAIR:
        raise WrongUsageError("Say which two people are one: netkeeper merge anna pekka")
    return people[0], people[1]


def _choices(theirs: str | None) -> dict[str, Take]:
    """The properties that ``--theirs`` names by their labels."""
    names = {title: name for name, title in TITLES.items()}
    chosen = {}
    for label in (theirs or "").split(","):
        title = " ".join(label.split()).lower()
        if title and title not in names:
            raise WrongUsageError(f"--theirs can't take {label.strip()!r}; it may be {', '.join(names)}.")
        if title:
            chosen[names[title]] = Take.THEIRS
    return chosen


COMMAND = Command(
    run,
    "Make one contact of two: the second goes into the first, with its history, its follow-ups and whoever it "
    "introduced. Several emails, phones and fields stay side by side; of the steps the higher counts; where both say "
    "something else, the first is right unless --theirs says otherwise. One change, which netkeeper undo takes back.",
    (
        WHO._replace(name="stays", metavar="WHO", help="The one that stays."),
        WHO._replace(name="goes", metavar="OTHER", help="The one that goes into it.", many=True, required=False),
    ),
    (Option("--theirs", "theirs", "What the second is right about, with commas: organization,title", "WHAT"),),
    (
        ("netkeeper merge anna pekka", "The first stays."),
        ("netkeeper merge anna pekka --theirs organization", "With the organization of the second."),
    ),
)
