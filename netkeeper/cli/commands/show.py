"""netkeeper show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from netkeeper.actions.people.lists import Shown, shown
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.person_args import everyone, only
from netkeeper.cli.spec import JSON, WHO_WHOLE, Command
from netkeeper.domain.dates.describe import describe_cadence, describe_day
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.display import plain_lines
from netkeeper.store.network import Network


def run(session: Session, *, who: tuple[str, ...], as_json: bool) -> None:
    """Show a contact."""
    network = session.network
    found = shown(network, only(everyone(session, who), "show").id)
    if as_json:
        _print_json(session, network, found)
        return
    out, contact, today = session.out, found.contact, session.today
    out.line(Styled(contact.name, "bold"), "  ", Styled(str(contact.step), "cyan"), "  ", Styled(contact.id, "dim"))
    position = ", ".join(filter(None, (contact.title, contact.organization)))
    for text in (position, " · ".join(contact.fields)):
        if text:
            out.line(text)
    out.table(
        [[Styled(name, "dim"), text] for name, text in _properties(found, network.member, today)], ends_whole=True
    )
    names = dict(network.names())
    out.sections(
        {
            "FOLLOW-UPS": [_promised(followup, today) for followup in found.followups],
            "TIMELINE": [_happened(interaction, contact, names, today) for interaction in found.interactions],
        },
        ends_whole=True,
    )


def _print_json(session: Session, network: Network, found: Shown) -> None:
    from netkeeper.cli.as_json import contact_json
    from netkeeper.interchange.public_json import shown_dict

    contact = contact_json(network, found.contact, found.next_due)
    session.out.json(shown_dict(contact, found.interactions, found.followups, dict(network.names())))


def _properties(found: Shown, member: Member, today: date) -> Iterator[tuple[str, str]]:
    """The properties with their labels; a text of several lines is several rows."""
    contact = found.contact
    cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences)
    yield from _each("email", map(_labelled, contact.emails))
    yield from _each("phone", map(_labelled, contact.phones))
    yield from _each("url", map(_labelled, contact.urls))
    yield from _each("address", (address.one_line() for address in contact.addresses))
    yield from _each("birthday", [str(contact.birthday)] if contact.birthday else [])
    yield from _each("met", [contact.met])
    yield from _each("via", [found.via_name])
    yield from _each("hope", [", ".join(contact.hopes)])
    yield from _each("whose", ["the team's"] if contact.of_team else [])
    for row in SIMPLE:
        yield from _each(row.word, [row.shown(getattr(contact, row.name))])
    every = describe_cadence(cadence_days) if cadence_days else "no reminders"
    yield "every", "waits to be sorted" if contact.unsorted else every
    yield "last", describe_day(contact.last_on, today) if contact.last_on else "not met yet"
    yield from _each("next", [describe_day(found.next_due, today)] if found.next_due else [])
    yield from _each("ladder", _moves(contact, today))
    yield from _each("state", ["in the archive"] if contact.archived else [])
    yield from _each("notes", plain_lines(contact.notes))


def _moves(contact: Contact, today: date) -> Iterator[str]:
    """The moves on the ladder, newest first; empty where there is only the first entry."""
    if len(contact.ladder) > 1 or any(move.reason for move in contact.ladder):
        for move in reversed(contact.ladder):
            why = f": {move.reason}" if move.reason else ""
            yield f"{describe_day(move.on, today)} · {move.step}{why}"


def _each(name: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A row for each non-empty text, with the label before the first."""
    for text in texts:
        if text.strip():
            yield name, text
            name = ""


def _labelled(item: Labelled) -> str:
    return f"{item.value} ({item.label})" if item.label else item.value


def _promised(followup: FollowUp, today: date) -> list[Part]:
    state = f"{followup.status}, comes again" if followup.is_open and followup.rrule else str(followup.status)
    what = followup.what or "be in touch"
    return [describe_day(followup.due_on, today), state, Styled(what, "bold") if followup.is_open else what]


def _happened(interaction: Interaction, contact: Contact, names: dict[str, str], today: date) -> list[Part]:
    others = [names[each] for each in interaction.contact_ids if each != contact.id and each in names]
    details = [f"feel {interaction.feeling}"] if interaction.feeling else []
    details += ["not reached"] if interaction.kind == "tried" else []
    details += [str(signal) for signal in interaction.signals]
    if others:
        details.append(f"with {', '.join(others)}")
    parts = [" ".join(interaction.note.split()), f"({' · '.join(details)})" if details else ""]
    return [describe_day(interaction.on, today), str(interaction.kind), " ".join(filter(None, parts))]


COMMAND = Command(
    run,
    "Show a contact: the card, the follow-ups, and the timeline, newest first.",
    (WHO_WHOLE,),
    (JSON,),
    (
        ("netkeeper show anna", "The one contact with a name that begins so."),
        ("netkeeper show anna --json", "The same for a script, with interactions and followups."),
    ),
)
