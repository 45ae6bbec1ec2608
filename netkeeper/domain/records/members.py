"""The member as a document and back."""

from __future__ import annotations

from netkeeper.domain.days_off import NO_DAYS_OFF, NO_HOLIDAYS, DaysOff, Holidays
from netkeeper.domain.ladder import Step
from netkeeper.domain.member import DEFAULT_CEILING, DEFAULT_FLOOR, DEFAULT_PACE, Member
from netkeeper.domain.phones import DEFAULT_REGION
from netkeeper.domain.records.values import Fields, day_of, each, filled, iso, optional_day


def member_document(member: Member) -> Fields:
    """The member as a document."""
    return filled(
        name=member.name,
        team=member.team,
        graduates_on=iso(member.graduates_on),
        fields=list(member.fields),
        pace=member.pace,
        pace_floor=member.pace_floor if member.pace_floor != DEFAULT_FLOOR else None,
        pace_ceiling=member.pace_ceiling if member.pace_ceiling != max(DEFAULT_CEILING, member.pace) else None,
        cadences={str(step): days for step, days in member.cadences.items()},
        days_off=_days_off(member.days_off),
        searches=dict(member.searches),
        region=member.region if member.region != DEFAULT_REGION else "",
        shared_domains=list(member.shared_domains),
        apart=sorted(map(list, member.apart)),
        welcomed=member.welcomed,
    )


def _days_off(days_off: DaysOff) -> Fields:
    return filled(
        weekdays=list(days_off.weekdays),
        dates=each(days_off.dates, iso),
        works_on_holidays=days_off.works_on_holidays,
    )


def holidays_document(holidays: Holidays) -> Fields:
    """Public holidays as a document."""
    return {"country": holidays.country, "years": list(holidays.years), "names": dict(holidays.names)}


def holidays_from_document(_: str, document: Fields) -> Holidays:
    """As :func:`holidays_from`; the table has one document."""
    return holidays_from(document)


def member_from_document(_: str, document: Fields) -> Member:
    """As :func:`member_from`, without holidays; the table has one document."""
    return member_from(document)


def holidays_from(document: Fields) -> Holidays:
    """A document as public holidays; an empty one as none."""
    if not document:
        return NO_HOLIDAYS
    return Holidays(document["country"], tuple(document["years"]), document["names"])


def member_from(document: Fields, holidays: Holidays = NO_HOLIDAYS) -> Member:
    """A document as the member; an empty one as the member nobody has introduced yet.

    Args:
        document: The document.
        holidays: The public holidays that are kept; another country's than the member's count for nothing.
    """
    get = document.get
    region = get("region", DEFAULT_REGION)
    own = {Step(step): days for step, days in get("cadences", {}).items()}
    return Member(
        name=get("name", ""),
        team=get("team", ""),
        graduates_on=optional_day(get("graduates_on")),
        fields=tuple(get("fields", ())),
        pace=get("pace", DEFAULT_PACE),
        pace_floor=get("pace_floor", DEFAULT_FLOOR),
        pace_ceiling=get("pace_ceiling", max(DEFAULT_CEILING, get("pace", DEFAULT_PACE))),
        cadences={**Member().cadences, **own},
        days_off=_days_off_from(get("days_off"), holidays if holidays.country == region else NO_HOLIDAYS),
        searches=dict(get("searches", {})),
        region=region,
        shared_domains=tuple(get("shared_domains", ())),
        apart=frozenset((one, other) for one, other in get("apart", ())),
        welcomed=get("welcomed", False),
    )


def _days_off_from(document: Fields | None, holidays: Holidays) -> DaysOff:
    if not document:
        return NO_DAYS_OFF._replace(holidays=holidays)
    return DaysOff.of(
        document.get("weekdays", ()),
        map(day_of, document.get("dates", ())),
        document.get("works_on_holidays", False),
        holidays,
    )
