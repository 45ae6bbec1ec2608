"""The pages that Today shows in place of an empty list, and its foot line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.config.program_name import program_name
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.member.member import Member
from netkeeper.domain.review.plan import Review
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.counted import plural
from netkeeper.phrases.review import free_day
from netkeeper.phrases.turns import turn_words
from netkeeper.store.network import Network
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.short_words import can_wait, promised

if TYPE_CHECKING:
    from netkeeper.domain.retention.as_of import Movement


def nobody_yet(name: str, key: Callable[[str], str]) -> list[Line]:
    """For an empty network: how to begin.

    Args:
        name: The member's name, not yet sanitized; empty where it is unknown.
        key: Gives the label of a key, as it is bound now, by the id of its binding.
    """
    name_here = plain(program_name(anywhere=True))
    greeting = f"Welcome, {fit(plain(name), _NAME_COLUMNS)}. " if name else ""
    return [
        [(f"{greeting}Nobody is in your network yet.", "strong")],
        [("", "")],
        [(key("room.add"), "key"), ("   adds somebody you met", "")],
        [(key("room.import"), "key"), ("   brings in the contacts of your phone or mail", "")],
        [("", "")],
        [("The same from any shell, and a made-up network to look around in:", "quiet")],
        [(f'    {name_here} add "Anna Virtanen" org:Valio met:"Slush 2026" next:2w', "accent")],
        [(f"    {name_here} import contacts.vcf", "accent")],
        [(f"    {name_here} demo", "accent")],
        [("", "")],
        [("Leave this open: whom you add from there appears here by itself.", "quiet")],
    ]


NEAR_DAYS = 60
"""From how many days before graduation on Today mentions Leaving."""

_COMING_SHOWN, _TURNS_SHOWN = 4, 2
_NAME_COLUMNS = 30


class Coming(NamedTuple):
    """A promise, or a contact's turn, on a later day."""

    on: date
    name: str
    what: str


def coming_up(network: Network, plan: Review) -> list[Coming]:
    """Promises of later days, and turns of the next day that has any, soonest first."""
    # Imported here: only needed once the day is done.
    from netkeeper.actions.review.review import next_turns

    archived_or_gone = {contact_id for contact_id, _ in network.names()} ^ {
        each.id for each in network.contact_summaries()
    }
    promises = [
        Coming(followup.due_on, network.contact(followup.contact_id).name, promised(followup))
        for followup in network.followups()
        if followup.is_open and followup.due_on > plan.day and followup.contact_id not in archived_or_gone
    ]
    found = next_turns(network, plan)
    turns = (
        [
            Coming(found.day, each.name, turn_words(each.days_since, each.cadence_days, brief=True))
            for each in (*found.keep_in_touch, *found.stretch)[:_TURNS_SHOWN]
        ]
        if found
        else []
    )
    return sorted([*promises, *turns], key=lambda each: each.on)[:_COMING_SHOWN]


def day_is_done(review: Review, coming: Sequence[Coming]) -> list[str]:
    """The lines below the list once all of it is ticked."""
    lines = [
        plural(
            review.done_today,
            "That was today. You dealt with {count} person.",
            "That was today. You dealt with {count} people.",
        )
    ]
    if coming:
        lines.append("Coming up")
        lines += [f"{describe_day(each.on, review.day)}  {plain(each.name)}: {plain(each.what)}" for each in coming]
    return lines


def all_done(review: Review, coming: Sequence[Coming], more_key: str, notes: Sequence[str] = ()) -> list[Line]:
    """For a day without anything to do or done.

    Args:
        review: The empty plan.
        more_key: The label of the key that lists those who can wait.
        notes: Banner lines.
    """
    first = free_day(review, wishes=True) if review.is_day_off else "Nobody is waiting today."
    lines: list[Line] = [[(first, "strong")], [("", "")]]
    if review.waiting:
        lines.append([(can_wait(review.waiting, more_key), "")])
    lines += [[(each, "quiet")] for each in notes]
    if coming:
        lines += [[("", "")], [("Coming up", "quiet")]]
        lines += [
            [(f"    {describe_day(each.on, review.day)}   {plain(each.name)}: {plain(each.what)}", "")]
            for each in coming
        ]
    lines += [
        [("", "")],
        [
            (
                f"Met somebody? From any shell: {plain(program_name(anywhere=True))} log WHO what happened next:2w",
                "quiet",
            )
        ],
    ]
    return lines


def foot(member: Member, today: date, label: str, lasting: Movement | None) -> str:
    """The border's foot: how many contacts last past graduation, and the key of Leaving while that is near.

    Args:
        label: The label of the key that opens Leaving.
        lasting: How many last; None where that isn't counted yet.
    """
    near = leaving_is_near(member, today, label)
    if lasting is None or not lasting.people:
        return near
    from netkeeper.phrases.movement import movement_words

    return f"{label}: {movement_words(lasting)}" if near else movement_words(lasting)


def leaving_is_near(member: Member, today: date, label: str) -> str:
    """The hint at Leaving in the last :data:`NEAR_DAYS` before graduation; else empty.

    Args:
        label: The label of the key that opens Leaving.
    """
    if member.graduates_on is None or not label:
        return ""
    days = (member.graduates_on - today).days
    if not 0 < days <= NEAR_DAYS:
        return ""
    return plural(
        days,
        "{key}: who would be lost in {count} day?",
        "{key}: who would be lost in {count} days?",
        key=label,
    )
