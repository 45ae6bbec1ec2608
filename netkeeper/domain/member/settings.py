"""The table of the member's settings: one row for each attribute of :class:`Member`.

From a row derive the check of what comes from outside (``records/shapes.py``), what History says
(``records/member_history.py``), the form (``tui/rooms/member_form/form.py``), ``netkeeper me`` and its JSON. How an attribute
is stored follows from its annotation (``records/members.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from netkeeper.domain.dates.describe import WEEKDAY_NAMES, describe_cadence
from netkeeper.domain.member.cadence import DEFAULT_CADENCES
from netkeeper.domain.member.member import DEFAULT_CEILING, DEFAULT_FLOOR, DEFAULT_PACE, Member
from netkeeper.domain.people.ladder import Step

Stored = Literal["text", "day", "texts", "number", "cadences", "days off", "searches", "country", "pairs", "flag"]
"""How a value is stored, by which it is checked and described."""

Typed = Literal[
    "name", "line", "day", "fields", "domains", "country", "number", "cadence", "weekdays", "days", "holidays", "rest"
]
"""How a text is parsed and formatted, and which widget edits it."""

YOU, REVIEW, DAYS_OFF = "you", "review", "days-off"
"""The pages of the settings that are about the member."""

OFF, LIKE_ANY = "off", "like-any"
"""How public holidays count."""

WEEKENDS, HOLIDAYS = "weekends", "holidays"
"""The options of the welcome screen for days off."""


class Part(NamedTuple):
    """A part of a setting that is edited by itself: a line of the form and a word of ``netkeeper me``.

    Attributes:
        word: Its word, and the id of its line in the form.
        typed: How it is typed.
        label: What the form calls it.
        example: What stands in its line while that is empty.
        page: The page of the settings that it is on; empty for a line that only the welcome has.
        also: Other words for it, Finnish ones too, with blanks between.
        is_list: Whether there may be several of it, so that ``netkeeper me`` adds and takes away.
        options: What one chooses from, with labels; empty where one types.
        of: What the number counts, for the message that refuses one.
        most: The highest number; the lowest is 0.
    """

    word: str
    typed: Typed
    label: str
    example: str = ""
    page: str = YOU
    also: str = ""
    is_list: bool = False
    options: tuple[tuple[str, str], ...] = ()
    of: str = ""
    most: int = 100


class Setting(NamedTuple):
    """An attribute of the member.

    Attributes:
        name: The attribute, and the property of the stored document.
        stored: How it is stored.
        called: Its noun in sentences.
        parts: Its parts; empty where it is set elsewhere.
        history_label: Its label in History, where that differs from ``called``; None where History leaves it out.
        is_private: Whether it is left out of all lists for others.
    """

    name: str
    stored: Stored
    called: str
    parts: tuple[Part, ...] = ()
    history_label: str | None = ""
    is_private: bool = True

    @property
    def label(self) -> str | None:
        """Its label in History; None where History leaves it out."""
        return self.called if self.history_label == "" else self.history_label


_PEOPLE_A_DAY = "how many people a day"
_STEP_WORDS = {
    Step.POTENTIAL: "potentials potentiaalinen potentiaaliset",
    Step.CUSTOMER: "customers asiakas asiakkaat",
    Step.REGULAR: "regulars kanta-asiakas kanta-asiakkaat",
}

SETTINGS: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("name", "text", "name", (Part("name", "name", "Your name", "given and family name", also="nimi"),)),
        Setting(
            "team",
            "text",
            "team",
            (Part("team", "line", "Your team", "the team or cooperative", also="tiimi osuuskunta"),),
            is_private=False,
        ),
        Setting(
            "graduates_on",
            "day",
            "graduation date",
            (
                Part(
                    "graduates",
                    "day",
                    "Graduation",
                    "the day you leave, e.g. 2.6.2027",
                    also="graduation graduate valmistuu valmistun valmistuminen",
                ),
            ),
            history_label="graduation",
        ),
        Setting(
            "fields",
            "texts",
            "own fields",
            (Part("field", "fields", "Your fields", "e.g. design, health/tech", also="fields ala alat", is_list=True),),
        ),
        Setting(
            "pace",
            "number",
            "pace",
            (Part("pace", "number", "People a day", str(DEFAULT_PACE), REVIEW, "tahti", of=_PEOPLE_A_DAY),),
            history_label="people a day",
        ),
        Setting(
            "pace_floor",
            "number",
            "lowest pace",
            (Part("floor", "number", "At least", str(DEFAULT_FLOOR), REVIEW, "least vähintään", of=_PEOPLE_A_DAY),),
            history_label="people a day at least",
        ),
        Setting(
            "pace_ceiling",
            "number",
            "highest pace",
            (Part("ceiling", "number", "At most", str(DEFAULT_CEILING), REVIEW, "most enintään", of=_PEOPLE_A_DAY),),
            history_label="people a day at most",
        ),
        Setting(
            "cadences",
            "cadences",
            "cadences",
            tuple(
                Part(
                    str(step),
                    "cadence",
                    f"{step.capitalize()}s",
                    describe_cadence(DEFAULT_CADENCES[step]),
                    REVIEW,
                    _STEP_WORDS[step],
                )
                for step in Step
            ),
            history_label="how often",
        ),
        Setting(
            "days_off",
            "days off",
            "days off",
            (
                Part(
                    "weekdays",
                    "weekdays",
                    "Each week",
                    page=DAYS_OFF,
                    also="weekday viikonpäivät viikonpäivä",
                    is_list=True,
                    options=tuple((each, each) for each in WEEKDAY_NAMES),
                ),
                Part(
                    "dates",
                    "days",
                    "And on",
                    "24.12. to 2.1., 1.5.",
                    DAYS_OFF,
                    "date vapaat vapaapäivät",
                    is_list=True,
                ),
                Part(
                    "holidays",
                    "holidays",
                    "Holidays",
                    page=DAYS_OFF,
                    also="pyhät arkipyhät",
                    options=((OFF, "public holidays are off"), (LIKE_ANY, "like any other day")),
                ),
                Part(
                    "rest",
                    "rest",
                    "Days off",
                    page="",
                    is_list=True,
                    options=((WEEKENDS, "weekends"), (HOLIDAYS, "public holidays")),
                ),
            ),
        ),
        Setting("searches", "searches", "saved searches"),
        Setting(
            "shared_domains",
            "texts",
            "academy and team email domains",
            (
                Part(
                    "domains",
                    "domains",
                    "Team's email",
                    "e.g. academy.example",
                    also="domain verkkotunnus verkkotunnukset",
                    is_list=True,
                ),
            ),
            history_label="academy and team email",
        ),
        Setting(
            "region",
            "country",
            "country",
            (Part("country", "country", "You are in", "FI, SE, DE …", also="region maa"),),
        ),
        Setting("columns", "searches", "columns of tables"),
        Setting("apart", "pairs", "people who are not the same", history_label="not the same"),
        Setting("welcomed", "flag", "welcome", history_label=None),
    )
}
"""Every setting by the attribute's name, in the order of the form."""

PARTS: Mapping[str, tuple[Setting, Part]] = {
    part.word: (setting, part) for setting in SETTINGS.values() for part in setting.parts
}
"""Every part by its word, with the setting that it belongs to."""


def shared(member: Member) -> Member:
    """The member with only the settings that go into lists for others."""
    return Member(**{name: getattr(member, name) for name, setting in SETTINGS.items() if not setting.is_private})
