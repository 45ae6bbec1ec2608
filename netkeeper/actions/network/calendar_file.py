"""The calendar file that is kept current: promises with alarms, and birthdays."""

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
from netkeeper.system.files import refuse_special_file, replace_file, why

_SHOWN = ("name", "title", "organization", "emails", "phones", "fields", "birthday", "archived")
"""The properties of a contact that show in a calendar, by their keys in the store."""

_BEGINS = b"BEGIN:VCALENDAR"
_OURS = b"netkeeper"
_HEAD_BYTES = 512
_MOST_ROUNDS = 5


def is_kept_for(folder: str) -> bool:
    """Whether the calendar file shows the network in a folder: the default one only.

    A network that is named with ``--data``, or the demo's, must not replace one's own in it.
    """
    return os.path.realpath(folder) == os.path.realpath(places.data_folder())


def shows_in_calendar(changes: Iterable[Change]) -> bool:
    """Whether any of the changes shows in the calendar; those of most logs don't."""
    for change in changes:
        if change.table == "followups":
            return True
        if change.table == "contacts":
            before, after = change.before or {}, change.after or {}
            if any(before.get(each) != after.get(each) for each in _SHOWN):
                return True
    return False


def keep_current(network: Network, settings: Settings) -> None:
    """Write the calendar file atomically, readable by this user only.

    Where another process wrote to the network meanwhile, it is written again, so that the last one has everything.

    Args:
        settings: Have the file's path, and whether promises are events.

    Raises:
        StoreError: It can't be written, or is another program's calendar. The change of the network itself is
            stored already.
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
    """An iCalendar file of a network's promises and birthdays; may have no entries.

    Args:
        as_events: Whether promises are events, for calendars that ignore to-dos.
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
    """Refuse a file that is no calendar of netkeeper's.

    Raises:
        StoreError: It isn't one, or can't be read.
    """
    refuse_special_file(path)
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{location(path)}: {why(error)}.") from error
    if head and not (head.lstrip(b"\xef\xbb\xbf").startswith(_BEGINS) and _OURS in head):
        raise StoreError(f"{location(path)} is no calendar of netkeeper's, and was left alone; name another file.")
