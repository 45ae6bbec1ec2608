"""Reasons to be in touch with a contact now, as values; each names the record it is derived from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from netkeeper.domain.interactions.interaction import Interaction, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp

MOST = 3
"""The most reasons that are given."""

BIRTHDAY_DAYS = 7
"""Days ahead of a birthday from which it is a reason."""

_LONGEST = 90
"""The longest quote from a note, in characters."""

_TO_SAY = (Signal.RECOMMENDED, Signal.INTRODUCED, Signal.INVITED, Signal.ASKED_ADVICE)
"""The signals that are reasons, the best first."""

_SENTENCES = re.compile(r"[^.!?\n]+[.!?]*")
_OPEN = re.compile(
    r"\?|\b(?:open|wants?|wanted|needs?|plans?|planning|hopes?|hoping|thinking|considering|looking for|interested|"
    r"next time|asked (?:for|about)|will|going to|haluaa|halusi|tarvitsee|aikoo|miettii|harkitsee|etsii|kysyi|"
    r"ensi kerralla)\b",
    re.IGNORECASE,
)
"""Words of a sentence about something unfinished, in English and Finnish."""


ReasonKind = Literal["promise", "signal", "birthday", "open_end", "advice", "introduction", "met"]


class Reason(NamedTuple):
    """A reason to be in touch.

    Attributes:
        kind: The kind of reason.
        text: The source text, unsanitized: a promise, a sentence of a note, a field, how they met.
        on: The day it is about; None for none.
        signal: The signal; None for the other kinds.
        name: The name of the contact to introduce; empty for the other kinds.
    """

    kind: ReasonKind
    text: str = ""
    on: date | None = None
    signal: Signal | None = None
    name: str = ""


class Neighbour(NamedTuple):
    """The properties of another contact that an introduction needs."""

    id: str
    name: str
    organization: str
    fields: Sequence[str]
    last_on: date | None


def reasons_to_call(
    contact: Contact,
    interactions: Sequence[Interaction],
    promises: Sequence[FollowUp],
    today: date,
    *,
    own_fields: Sequence[str] = (),
    neighbours: Iterable[Neighbour] = (),
    common: Set[str] = frozenset(),
    met_with_many: bool = False,
) -> tuple[Reason, ...]:
    """The best reasons to be in touch with a contact, at most three.

    A signal is one until a later interaction was logged.

    Args:
        interactions: Those with the person, newest first.
        promises: The open ones to the person, soonest due first.
        own_fields: The member's own fields.
        neighbours: Candidates for an introduction, latest contact first; read lazily until one fits.
        common: Fields that many contacts share; they are ignored.
        met_with_many: Whether many contacts have the same ``met``, which is ignored then.
    """
    known = replace(contact, fields=tuple(each for each in contact.fields if each not in common))
    known = replace(known, met="") if met_with_many else known
    own = [each for each in own_fields if each not in common]
    found = _reasons(known, interactions, promises, today, own, neighbours)
    return tuple(reason for _, reason in zip(range(MOST), found, strict=False))


def _reasons(
    contact: Contact,
    interactions: Sequence[Interaction],
    promises: Sequence[FollowUp],
    today: date,
    own_fields: Sequence[str],
    neighbours: Iterable[Neighbour],
) -> Iterator[Reason]:
    for promise in promises[:1]:
        if promise.what and promise.due_on <= today:
            yield Reason("promise", promise.what, promise.due_on)
    yield from _thanks(interactions)
    yield from _birthday(contact, today)
    yield from _open_end(interactions)
    yield from _advice(contact, own_fields)
    yield from _introduction(contact, interactions, neighbours)
    if contact.met and len(interactions) <= 1:
        yield Reason("met", contact.met)


def _thanks(interactions: Sequence[Interaction]) -> Iterator[Reason]:
    latest = [interaction for interaction in interactions if interaction.on == interactions[0].on]
    signals = {signal for interaction in latest for signal in interaction.signals}
    for signal in _TO_SAY:
        if signal in signals:
            yield Reason("signal", on=latest[0].on, signal=signal)


def _birthday(contact: Contact, today: date) -> Iterator[Reason]:
    if contact.birthday is None:
        return
    on = contact.birthday.next_on(today)
    if 0 <= (on - today).days <= BIRTHDAY_DAYS:
        yield Reason("birthday", on=on)


def _open_end(interactions: Sequence[Interaction]) -> Iterator[Reason]:
    """The last sentence of the latest note that is about something unfinished, as a quote."""
    for interaction in interactions[:1]:
        sentences = [" ".join(each.split()) for each in _SENTENCES.findall(interaction.note)]
        for sentence in reversed([each for each in sentences if _OPEN.search(each)]):
            quote = sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"
            yield Reason("open_end", quote.rstrip("."), interaction.on)
            return


def _advice(contact: Contact, own_fields: Sequence[str]) -> Iterator[Reason]:
    """Advice to ask for: a field of the contact within one of the member's own."""
    for own in own_fields:
        if any(field == own or field.startswith(f"{own}/") for field in contact.fields):
            yield Reason("advice", own)
            return


def _introduction(
    contact: Contact, interactions: Sequence[Interaction], neighbours: Iterable[Neighbour]
) -> Iterator[Reason]:
    """A contact to introduce: shares a field, works elsewhere, and was not met together with this one."""
    if not contact.fields:
        return
    together = {contact_id for interaction in interactions for contact_id in interaction.contact_ids}
    fields = set(contact.fields)
    fitting = (
        each
        for each in neighbours
        if each.last_on is not None
        and not fields.isdisjoint(each.fields)
        and each.id not in together
        and each.id not in (contact.id, contact.via)
        and (not each.organization or each.organization != contact.organization)
    )
    other = next(fitting, None)
    if other is not None:
        shared = next(field for field in contact.fields if field in other.fields)
        yield Reason("introduction", shared, name=other.name)
