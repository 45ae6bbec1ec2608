"""What only netkeeper knows of a contact, as ``X-NETKEEPER-…`` properties, written and read back.

The file may be a stranger's: whatever doesn't read as it would have been written is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from netkeeper.domain.language.values import MAX_LINE
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.vcard.values import escape, split, unescape

PREFIX = "X-NETKEEPER-"
STEP_CATEGORY = "step:"
"""What CATEGORIES say the step with: ``step:customer``."""

NO_PARTS_LINE = f"{PREFIX}NAME-PARTS:unknown"
"""Says that the parts of the name were guessed for the programs that show nothing else."""

# A UUID of version 8 (RFC 9562, section 5.8): "netkeep", then the digits of the contact's id.
_UID_START = "urn:uuid:6e65746b-6565-8070-8"
_UID = re.compile(_UID_START + r"([1-9][0-9]{2})-([0-9]{12})", re.IGNORECASE)
_ID = re.compile(r"([1-9][0-9]{2})([0-9]{12})", re.ASCII)

_MAX_CADENCE_DAYS = 36_500
_MAX_MOVES = 1_000
_MAX_MERGED = 1_000
_UTC_LENGTH = len("2026-11-02T08:00:00Z")


class Own:
    """What X-NETKEEPER properties say, as it is gathered from a card."""

    __slots__ = ("archived", "cadence", "created", "first_on", "first_turn_on", "has_no_parts", "hopes", "ladder", "last_on", "merged", "met", "nudge_from", "of_team", "tried_on", "unsorted", "via")  # fmt: skip

    def __init__(self) -> None:
        self.hopes: tuple[Hope, ...] = ()
        self.cadence: int | None = None
        self.archived = False
        self.unsorted = False
        self.of_team = False
        self.merged: tuple[str, ...] = ()
        self.met = ""
        self.via = ""
        self.ladder: list[StepChange] = []
        self.nudge_from: date | None = None
        self.first_turn_on: date | None = None
        self.first_on: date | None = None
        self.last_on: date | None = None
        self.tried_on: date | None = None
        self.created = ""
        self.has_no_parts = False

    def take(self, name: str, value: str) -> bool:
        """Take a property.

        Args:
            name: Its name in capitals, without the prefix.
            value: Its value, still escaped.

        Returns:
            Whether it is one that netkeeper writes; the others are to be kept like any.

        Raises:
            ValueError: It can't have been written by netkeeper.
        """
        taker = _TAKERS.get(name)
        if taker is None:
            return False
        taker(self, value.strip())
        return True


def _take_hopes(own: Own, value: str) -> None:
    own.hopes = tuple(dict.fromkeys(Hope(word.lower()) for word in split(value, ",") if word))


def _take_cadence(own: Own, value: str) -> None:
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= _MAX_CADENCE_DAYS):
        raise ValueError
    own.cadence = int(value)


def _truth_taker(attribute: str) -> Callable[[Own, str], None]:
    def take(own: Own, value: str) -> None:
        if value.lower() not in ("true", "false"):
            raise ValueError
        setattr(own, attribute, value.lower() == "true")

    return take


def _take_merged(own: Own, value: str) -> None:
    names = split(value, ",")
    if len(names) > _MAX_MERGED or any(len(name) > MAX_LINE for name in names):
        raise ValueError
    own.merged = tuple(dict.fromkeys(filter(None, names)))


def _take_step(own: Own, value: str) -> None:
    on, step, reason = split(value, ";")
    if len(reason) > MAX_LINE or len(own.ladder) >= _MAX_MOVES:
        raise ValueError
    own.ladder.append(StepChange(date.fromisoformat(on), Step(step), reason))


def _take_created(own: Own, value: str) -> None:
    own.created = read_utc(value)
    if not own.created:
        raise ValueError


def _take_parts(own: Own, value: str) -> None:
    own.has_no_parts = value.lower() == "unknown"


def _line_taker(attribute: str) -> Callable[[Own, str], None]:
    def take(own: Own, value: str) -> None:
        text = unescape(value)
        if len(text) > MAX_LINE:
            raise ValueError
        setattr(own, attribute, text)

    return take


def _day_taker(attribute: str) -> Callable[[Own, str], None]:
    def take(own: Own, value: str) -> None:
        setattr(own, attribute, date.fromisoformat(value))

    return take


_TAKERS: dict[str, Callable[[Own, str], None]] = {
    "HOPES": _take_hopes,
    "CADENCE": _take_cadence,
    "ARCHIVED": _truth_taker("archived"),
    "UNSORTED": _truth_taker("unsorted"),
    "OF-TEAM": _truth_taker("of_team"),
    "MERGED": _take_merged,
    "STEP": _take_step,
    "MET": _line_taker("met"),
    "VIA": _line_taker("via"),
    "NUDGE-FROM": _day_taker("nudge_from"),
    "FIRST-TURN": _day_taker("first_turn_on"),
    "FIRST-CONTACT": _day_taker("first_on"),
    "LAST-CONTACT": _day_taker("last_on"),
    "TRIED": _day_taker("tried_on"),
    "CREATED": _take_created,
    "NAME-PARTS": _take_parts,
}


def remark(name: str, value: str) -> str:
    """One line on a property that could not be taken."""
    return f"{PREFIX}{name} can't be {quoted(value)}; left out"


def uid_of(contact: Contact) -> str:
    """The UID that a contact is written with: its own, else one that its id tells.

    Returns:
        The UID; empty for a contact that has neither.
    """
    digits = _ID.fullmatch(contact.id)
    if contact.uid or not digits:
        return contact.uid
    return f"{_UID_START}{digits[1]}-{digits[2]}"


def id_in_uid(uid: str) -> str:
    """The id of the contact that a UID was made for; empty where netkeeper did not make it."""
    found = _UID.fullmatch(uid)
    return found[1] + found[2] if found else ""


def own_lines(contact: Contact, via_name: str) -> list[str]:
    """The X-NETKEEPER properties of a contact, as content lines.

    Args:
        contact: The contact.
        via_name: The name of who introduced the contact; empty where ``contact.via`` is a name.
    """
    said = [("HOPES", ",".join(contact.hopes))]
    said.append(("CADENCE", "" if contact.cadence is None else str(contact.cadence)))
    said.append(("MET", escape(contact.met)))
    said.append(("VIA", escape(via_name or contact.via)))
    said += [("STEP", f"{move.on};{move.step};{escape(move.reason)}") for move in contact.ladder]
    said.append(("ARCHIVED", "true" if contact.archived else ""))
    said.append(("UNSORTED", "true" if contact.unsorted else ""))
    said.append(("OF-TEAM", "true" if contact.of_team else ""))
    said.append(("MERGED", ",".join(map(escape, contact.merged))))
    said += [(name, str(day)) for name, day in _days(contact) if day]
    said.append(("CREATED", read_utc(contact.created)))
    return [f"{PREFIX}{name}:{value}" for name, value in said if value]


def _days(contact: Contact) -> tuple[tuple[str, date | None], ...]:
    return (
        ("NUDGE-FROM", contact.nudge_from),
        ("FIRST-TURN", contact.first_turn_on),
        ("FIRST-CONTACT", contact.first_on),
        ("LAST-CONTACT", contact.last_on),
        ("TRIED", contact.tried_on),
    )


def read_utc(value: str) -> str:
    """A time as audit times are kept (UTC, ISO 8601 with seconds and ``Z``); empty where it is none.

    Args:
        value: ``20261102T080000Z`` or ``2026-11-02T08:00:00Z`` (REV, RFC 6350, section 6.7.4), or with
            another zone; without one it is UTC, and a day alone means its beginning.
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            return f"{moment.replace(microsecond=0).isoformat()}Z"
        if len(value) == _UTC_LENGTH and value[10] == "T" and value[19] == "Z":
            return value
        return f"{moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
    except (ValueError, OverflowError):
        return ""
