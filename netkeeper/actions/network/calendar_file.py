"""The calendar file that is kept current: promises with alarms and birthdays, where a phone finds them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from netkeeper.config import places
from netkeeper.config.files import location
from netkeeper.config.settings import EVENTS, Settings
from netkeeper.domain.errors import StoreError
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.store.journal import Change
from netkeeper.store.network import Network
from netkeeper.system.files import replace_file, why

_SHOWN = ("name", "title", "organization", "emails", "phones", "fields", "birthday", "archived")
"""What of a contact stands in a calendar, by its names in the store."""

_BEGINS = b"BEGIN:VCALENDAR"
_OURS = b"netkeeper"
_HEAD_BYTES = 512
_MOST_ROUNDS = 5


def is_kept_for(folder: str) -> bool:
    """Whether the calendar file shows the network in a folder: only that which opens without naming one.

    A network that is named with ``--data``, and the demo's, would else take the place of one's own.
    """
    return os.path.realpath(folder) == os.path.realpath(places.data_folder())


def shows_in_calendar(changes: Iterable[Change]) -> bool:
    """Whether a change makes the calendar another one: most logs don't."""
    for change in changes:
        if change.table == "followups":
            return True
        if change.table == "contacts":
            before, after = change.before or {}, change.after or {}
            if any(before.get(each) != after.get(each) for each in _SHOWN):
                return True
    return False


def keep_current(network: Network, settings: Settings) -> None:
    """Write the calendar file anew, whole or not at all, for this user only.

    Where others wrote to the network meanwhile, it is written once more: the last to write knows all.

    Args:
        network: Whose promises and birthdays.
        settings: Where the file is, and what promises become in it.

    Raises:
        StoreError: It can't be written, or another program's calendar is there; the message is about
            the file alone, since what was changed in the network is safe already.
    """
    path = settings.calendar_path
    for _ in range(_MOST_ROUNDS):
        _check_whose(path)
        try:
            replace_file(path, calendar_of(network, as_events=settings.calendar_as == EVENTS))
        except StoreError as error:
            cause = error.__cause__
            if not isinstance(cause, OSError):
                raise
            raise StoreError(f"{location(path)}: {why(cause)}.") from error
        if not network.refresh():
            return


def calendar_of(network: Network, *, as_events: bool = False) -> bytes:
    """A network's promises and birthdays as a calendar; an empty one where there are none.

    Args:
        network: Whose.
        as_events: Whether promises are events, for the calendars that pass over to-dos.
    """
    from netkeeper.interchange.ical import write_calendar

    followups = tuple(each for each in network.followups() if each.is_open)
    promised = {each.contact_id for each in followups}
    cards = tuple(
        WriteContact(contact)
        for contact in network.contacts()
        if not contact.archived and (contact.id in promised or contact.birthday is not None)
    )
    return write_calendar(Outgoing(cards, {"followups": followups}, network.member, places.today(), as_events))


def _check_whose(path: str) -> None:
    """Leave a file alone that is no calendar of netkeeper's.

    Raises:
        StoreError: It is none.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{location(path)}: {why(error)}.") from error
    if head and not (head.lstrip(b"\xef\xbb\xbf").startswith(_BEGINS) and _OURS in head):
        raise StoreError(f"{location(path)} is no calendar of netkeeper's, and was left alone; name another file.")
