"""Storing the public holidays of the member's country with the network: computing them is slow."""

from __future__ import annotations

import contextlib
import os
from datetime import date

from netkeeper.domain.errors import StoreError
from netkeeper.domain.member.days_off import Holidays, holiday_years
from netkeeper.store.network import Network


def wants_holidays(network: Network, today: date, *, begins: bool = False) -> bool:
    """Whether the stored holidays are another country's, or don't reach far enough.

    Args:
        begins: Whether the first contact is about to be added; an unused network needs none.
    """
    member = network.member
    is_used = begins or member.welcomed or not network.is_empty
    return is_used and not network.holidays.is_kept(member.region, today)


def holidays_of(country: str, today: date) -> Holidays:
    """The public holidays of a country of this year and the next two; empty where the country is unknown.

    Args:
        country: Two letters (ISO 3166-1).
    """
    # Loading it takes as long as a whole command.
    import holidays as calendars

    years = holiday_years(today)
    try:
        found = calendars.country_holidays(country, years=years, language="en_US")
    except NotImplementedError:
        return Holidays(country, years)
    return Holidays(country, years, {day.isoformat(): name for day, name in sorted(found.items())})


def keep_holidays(network: Network, holidays: Holidays) -> None:
    """Store holidays with the network, in a transaction that history and undo pass over; nothing where that fails."""
    if holidays != network.holidays:
        with (
            contextlib.suppress(StoreError),
            network.transaction(f"Noted the public holidays of {holidays.country}") as draft,
        ):
            draft.note_holidays(holidays)


def refresh_holidays(network: Network, today: date, *, begins: bool = False) -> bool:
    """Store the holidays anew where they are not up to date, and return whether they were stored.

    Args:
        begins: As in :func:`wants_holidays`.
    """
    if not wants_holidays(network, today, begins=begins) or _is_read_only(network.folder):
        return False
    keep_holidays(network, holidays_of(network.member.region, today))
    return True


def _is_read_only(folder: str) -> bool:
    """Whether a folder can't be written: then the holidays would be computed in vain by every command."""
    return os.path.isdir(folder) and not os.access(folder, os.W_OK)
