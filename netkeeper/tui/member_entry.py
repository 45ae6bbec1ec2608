"""What stands in the settings about the member, as text, and the member that it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from netkeeper.domain.cadence import DEFAULT_CADENCES
from netkeeper.domain.dates import parse_day, parse_days
from netkeeper.domain.days_off import DaysOff
from netkeeper.domain.describe import WEEKDAY_NAMES, describe_cadence, describe_day, describe_span
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.ladder import Step
from netkeeper.domain.member import Member
from netkeeper.domain.member_values import (
    member_name,
    own_fields,
    parse_pace,
    phone_region,
    shared_domains,
    step_cadence,
    team_name,
)
from netkeeper.domain.spans_of_days import describe_days, typed_days
from netkeeper.tui.contact_entry import cadence_text
from netkeeper.tui.contact_rows import in_line
from netkeeper.tui.troubles import trouble_text

NAME, TEAM, GRADUATION, FIELDS, PACE, PACE_FLOOR, PACE_CEILING, WEEKDAYS, DATES, DOMAINS, REGION, HOLIDAYS, REST = (
    "name",
    "team",
    "graduation",
    "fields",
    "pace",
    "pace-floor",
    "pace-ceiling",
    "weekdays",
    "dates",
    "domains",
    "region",
    "holidays",
    "rest",
)
"""The names of the lines; each step has one too, called after it."""

OFF, LIKE_ANY = "off", "like-any"
"""What public holidays may be."""

WEEKENDS = "weekends"
_WEEKEND = (5, 6)


class MemberReading(NamedTuple):
    """What a form about the member says.

    Attributes:
        member: The member; as they were in what can't be read.
        problems: What can't be read and why, by the name of the line.
    """

    member: Member
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """The member as they are being written.

    What is left as it was filled in is kept to the letter.

    Attributes:
        base: The member that the form was filled with.
        texts: What stands in each line, by its name; days of the week with commas between.
    """

    base: Member
    texts: Mapping[str, str]

    @classmethod
    def of(cls, member: Member) -> MemberEntry:
        """A form filled with the member."""
        return cls(member, _texts(member))

    @property
    def changed(self) -> frozenset[str]:
        """The names of the lines that don't say what they said to begin with."""
        filled = _texts(self.base)
        return frozenset(name for name, text in self.texts.items() if text.strip() != filled[name].strip())

    def read(self, today: date) -> MemberReading:
        """What it says.

        Args:
            today: The day it was written on.
        """
        readers: dict[str, Callable[[str, Member], Member]] = {
            NAME: lambda text, member: replace(member, name=member_name(text)),
            TEAM: lambda text, member: replace(member, team=team_name(text)),
            GRADUATION: lambda text, member: replace(
                member, graduates_on=parse_day(text, today) if text.strip() else None
            ),
            FIELDS: lambda text, member: replace(member, fields=own_fields(text)),
            PACE: lambda text, member: _within(replace(member, pace=(pace := parse_pace(text))), pace, pace),
            PACE_FLOOR: lambda text, member: _within(member, parse_pace(text), None),
            PACE_CEILING: lambda text, member: _within(member, None, parse_pace(text)),
            WEEKDAYS: lambda text, member: _with_days_off(member, weekdays=_weekdays(text)),
            DATES: lambda text, member: _with_days_off(member, dates=parse_days(text, today)),
            HOLIDAYS: lambda text, member: _with_days_off(member, works_on_holidays=text == LIKE_ANY),
            REST: _with_rest,
            DOMAINS: lambda text, member: replace(member, shared_domains=shared_domains(text)),
            REGION: lambda text, member: replace(member, region=phone_region(text)),
            **{str(step): _cadence_reader(step) for step in Step},
        }
        member, problems = self.base, dict[str, str]()
        for name in sorted(self.changed):
            try:
                member = readers[name](self.texts[name], member)
            except NetkeeperError as error:
                problems[name] = trouble_text(error)
        return MemberReading(member, problems)


def hint(name: str, reading: MemberReading, today: date) -> str:
    """How a line was understood, in words; empty where it says that itself.

    Args:
        name: The line's.
        reading: What the form says.
        today: The day.
    """
    member = reading.member
    if name in reading.problems:
        return ""
    if name == GRADUATION and member.graduates_on is not None:
        away = (member.graduates_on - today).days
        span = f"in {describe_span(away)}" if away > 0 else f"{describe_span(away)} ago" if away < 0 else ""
        return " · ".join(filter(None, (describe_day(member.graduates_on, today), span)))
    if name == DATES:
        return describe_days(member.days_off.dates, today)
    if name == HOLIDAYS:
        return _next_holiday(member, today)
    if name == DOMAINS:
        return "" if member.shared_domains else "addresses there end when you graduate; nobody is lost who has another"
    if name in DEFAULT_CADENCES:
        days = member.cadences[Step(name)]
        return "" if days else "nobody on this step comes up by themselves"
    return ""


def usual_text(step: Step) -> str:
    """How the usual cadence of a step is written."""
    return describe_cadence(DEFAULT_CADENCES[step])


def _texts(member: Member) -> dict[str, str]:
    return {
        NAME: in_line(member.name),
        TEAM: in_line(member.team),
        GRADUATION: _day_text(member.graduates_on),
        FIELDS: in_line(", ".join(member.fields)),
        PACE: str(member.pace),
        PACE_FLOOR: str(member.pace_floor),
        PACE_CEILING: str(member.pace_ceiling),
        WEEKDAYS: ",".join(WEEKDAY_NAMES[each] for each in member.days_off.weekdays),
        DATES: typed_days(member.days_off.dates),
        HOLIDAYS: LIKE_ANY if member.days_off.works_on_holidays else OFF,
        REST: ",".join(_rest(member.days_off)),
        DOMAINS: in_line(", ".join(member.shared_domains)),
        REGION: in_line(member.region),
        **{str(step): cadence_text(member.cadences[step]) for step in Step},
    }


def _day_text(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _cadence_reader(step: Step) -> Callable[[str, Member], Member]:
    def read(text: str, member: Member) -> Member:
        days = step_cadence(text, DEFAULT_CADENCES[step])
        return replace(member, cadences={**member.cadences, step: days})

    return read


def _within(member: Member, floor: int | None, ceiling: int | None) -> Member:
    """The member with another floor or ceiling; the pace stays between the two. Both at once only make room for it."""
    if floor is not None and ceiling is not None:
        return replace(member, pace_floor=min(member.pace_floor, floor), pace_ceiling=max(member.pace_ceiling, ceiling))
    if floor is not None:
        return replace(
            member, pace_floor=floor, pace=max(member.pace, floor), pace_ceiling=max(member.pace_ceiling, floor)
        )
    assert ceiling is not None
    return replace(
        member, pace_ceiling=ceiling, pace=min(member.pace, ceiling), pace_floor=min(member.pace_floor, ceiling)
    )


def _weekdays(text: str) -> tuple[int, ...]:
    return tuple(WEEKDAY_NAMES.index(each) for each in text.split(",") if each)


def _rest(days_off: DaysOff) -> list[str]:
    """What the welcome asks of days off, as far as it holds."""
    weekends = [WEEKENDS] if set(days_off.weekdays).issuperset(_WEEKEND) else []
    return weekends if days_off.works_on_holidays else [*weekends, HOLIDAYS]


def _with_rest(text: str, member: Member) -> Member:
    """The member with weekends and public holidays off, or not."""
    said = text.split(",")
    weekdays = set(member.days_off.weekdays).difference(_WEEKEND) | (set(_WEEKEND) if WEEKENDS in said else set())
    return _with_days_off(member, weekdays=weekdays, works_on_holidays=HOLIDAYS not in said)


def _next_holiday(member: Member, today: date) -> str:
    """The next public holiday of the member's country; empty where none is known, or they are like any other day."""
    days_off = member.days_off
    coming = next((day for day in sorted(days_off.holidays.names) if day >= today.isoformat()), "")
    if days_off.works_on_holidays or not coming:
        return ""
    day = date.fromisoformat(coming)
    return f"next in {in_line(member.region)}: {describe_day(day, today)}, {in_line(days_off.holiday(day))}"


def _with_days_off(member: Member, **changes: Any) -> Member:
    return replace(member, days_off=DaysOff.of(**{**member.days_off._asdict(), **changes}))
