"""What Today says where there is nobody to list, and while graduation is near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.describe import describe_day
from netkeeper.domain.display import fit, plain
from netkeeper.domain.member import Member
from netkeeper.domain.review import Review
from netkeeper.store.network import Network
from netkeeper.tui.lines import Line
from netkeeper.tui.wording import can_wait, promised

if TYPE_CHECKING:
    from netkeeper.domain.earlier import Movement


def nobody_yet(name: str, key: Callable[[str], str]) -> list[Line]:
    """For an empty network: how to begin.

    Args:
        name: The member's name, as it came; empty where it isn't known.
        key: Tells how the key of a binding is written now.
    """
    greeting = f"Welcome, {fit(plain(name), _NAME_COLUMNS)}. " if name else ""
    return [
        [(f"{greeting}Nobody is in your network yet.", "strong")],
        [("", "")],
        [(key("room.add"), "key"), ("   adds somebody you met", "")],
        [(key("room.import"), "key"), ("   brings in the contacts of your phone or mail", "")],
        [("", "")],
        [("The same from any shell, and a made-up network to look around in:", "quiet")],
        [('    netkeeper add "Anna Virtanen" org:Valio met:"Slush 2026" next:2w', "accent")],
        [("    netkeeper import contacts.vcf", "accent")],
        [("    netkeeper demo", "accent")],
        [("", "")],
        [("Leave this open: whom you add from there appears here by itself.", "quiet")],
    ]


NEAR_DAYS = 60
"""From how many days before graduation on Today tells of leaving."""

_COMING_SHOWN = 3
_NAME_COLUMNS = 30


class Coming(NamedTuple):
    """A promise that is due on a day to come."""

    on: date
    name: str
    what: str


def coming_up(network: Network, today: date) -> list[Coming]:
    """The next few promises after today, soonest first."""
    archived_or_gone = {contact_id for contact_id, _ in network.names()} ^ {each.id for each in network.standings()}
    ahead = [
        followup
        for followup in network.followups()
        if followup.is_open and followup.due_on > today and followup.contact_id not in archived_or_gone
    ]
    return [
        Coming(each.due_on, network.contact(each.contact_id).name, promised(each)) for each in ahead[:_COMING_SHOWN]
    ]


def all_done(review: Review, coming: Sequence[Coming], more_key: str, said: Sequence[str] = ()) -> list[Line]:
    """For a day on which nothing is left to do.

    Args:
        review: The plan for the day, with nobody in it.
        coming: What comes next.
        more_key: The key that shows those who can wait.
        said: What there is to say besides.
    """
    done = review.done_today
    if done:
        lines: list[Line] = [[("That was today.", "strong")], [("", "")]]
        lines.append([(f"You dealt with {done} {'person' if done == 1 else 'people'}.", "")])
    else:
        first = "A day off, and nothing is promised. Enjoy it." if review.is_day_off else "Nobody is waiting today."
        lines = [[(first, "strong")], [("", "")]]
    if review.waiting:
        lines.append([(can_wait(review.waiting, more_key), "")])
    lines += [[(each, "quiet")] for each in said]
    if coming:
        lines += [[("", "")], [("Coming up", "quiet")]]
        lines += [
            [(f"    {describe_day(each.on, review.day)}   {plain(each.name)}: {each.what}", "")] for each in coming
        ]
    lines += [[("", "")], [("Met somebody? From any shell: netkeeper log WHO what happened next:2w", "quiet")]]
    return lines


def foot(member: Member, today: date, label: str, lasting: Movement | None) -> str:
    """What stands at the foot of Today: how many last and how that moves, and the way to leaving while that is near.

    Args:
        member: Whose network it is.
        today: The day.
        label: How the key is written that leads to leaving.
        lasting: How many last; None where that wasn't counted.
    """
    near = leaving_is_near(member, today, label)
    if lasting is None or not lasting.people:
        return near
    return f"{label}: {lasting.words}" if near else lasting.words


def leaving_is_near(member: Member, today: date, label: str) -> str:
    """What Today says while graduation is near; empty before and after.

    Args:
        member: Whose network it is.
        today: The day.
        label: How the key is written that leads to leaving.
    """
    if member.graduates_on is None or not label:
        return ""
    days = (member.graduates_on - today).days
    return f"{label}: who would be lost in {days} {'day' if days == 1 else 'days'}?" if 0 < days <= NEAR_DAYS else ""
