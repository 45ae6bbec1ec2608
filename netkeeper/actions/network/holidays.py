"""Keeping the public holidays of the member's country with the network, so that no command has to work them out."""

from __future__ import annotations

import contextlib
import os
from datetime import date

from netkeeper.domain.errors import StoreError
from netkeeper.domain.member.days_off import Holidays, holiday_years
from netkeeper.store.network import Network


def wants_holidays(network: Network, today: date, *, begins: bool = False) -> bool:
    """Whether the holidays that are kept are another country's, or don't reach far enough.

    Args:
        network: Whose.
        today: The day.
        begins: Whether somebody is about to be put into it; an empty network that nobody began wants none.
    """
    member = network.member
    is_used = begins or member.welcomed or not network.is_empty
    return is_used and not network.holidays.is_kept(member.region, today)


def holidays_of(country: str, today: date) -> Holidays:
    """The public holidays of a country, this year's and the next two; none where none are known of it.

    Args:
        country: Two letters (ISO 3166-1).
        today: The day.
    """
    # It takes as long to load as a whole command, so only what keeps them ever loads it.
    import holidays as calendars

    years = holiday_years(today)
    try:
        found = calendars.country_holidays(country, years=years, language="en_US")
    except NotImplementedError:
        return Holidays(country, years)
    return Holidays(country, years, {day.isoformat(): name for day, name in sorted(found.items())})


def keep_holidays(network: Network, holidays: Holidays) -> None:
    """Keep holidays with the network, as a quiet change: nobody did it, so it is not told of nor taken back.

    Where nothing can be written, there are none.
    """
    if holidays != network.holidays:
        with (
            contextlib.suppress(StoreError),
            network.transaction(f"Noted the public holidays of {holidays.country}") as draft,
        ):
            draft.note_holidays(holidays)


def refresh_holidays(network: Network, today: date, *, begins: bool = False) -> bool:
    """Bring the holidays that are kept up to date where they are not; whether they were not.

    Args:
        network: Whose.
        today: The day.
        begins: As in :func:`wants_holidays`.
    """
    if not wants_holidays(network, today, begins=begins) or _is_read_only(network.folder):
        return False
    keep_holidays(network, holidays_of(network.member.region, today))
    return True


def _is_read_only(folder: str) -> bool:
    """Whether a folder can't be written, so that they would be worked out time and again for nothing."""
    return os.path.isdir(folder) and not os.access(folder, os.W_OK)
