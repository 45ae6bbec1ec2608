"""Made-up networks of the two sizes that the benchmarks measure, the same in every run.

Ordinary is what a member has after some years; large is what must not hurt either. The texts are as
long as people's are: a line for a meeting, if any, two for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from netkeeper.demo.network import DemoNetwork
from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_months
from netkeeper.domain.text.fold import fold

TODAY = date(2026, 11, 23)
"""The day on which the networks stand as they do."""

_YEARS_DAYS = 5 * 365
_T = TypeVar("_T")


def _words(text: str) -> Sequence[str]:
    """The words of a text."""
    return text.split()


_GIVEN = _words(
    "Aada Aino Aleksi Anna Antti Eero Eeva Elina Elli Emilia Esa Hanna Heikki Helmi Henna Ida Iiro Ilona Jaakko Janne "
    "Jari Jenni Joona Juha Jukka Kaisa Kalle Kati Kerttu Kirsi Laura Lauri Leena Liisa Maija Mari Matti Mikko Minna "
    "Niko Noora Olli Onni Outi Paavo Päivi Pekka Petra Pia Pirjo Raija Riikka Saana Sami Satu Seppo Sini Tapio Teemu "
    "Tiina Timo Tuula Ulla Väinö Veera Ville Åke Örjan"
)
_FAMILY = _words(
    "Aalto Ahonen Anttila Eskola Hakala Halonen Heikkilä Heino Hiltunen Hyvönen Hämäläinen Jokinen Järvinen Kallio "
    "Karjalainen Kettunen Kinnunen Koivisto Korhonen Koskinen Laakso Lahtinen Laine Lehtonen Leppänen Lindström "
    "Manninen Mattila Mäkelä Mäkinen Niemi Nieminen Nurmi Ojala Peltonen Pitkänen Rantanen Räsänen Saarinen Salmi "
    "Salonen Savolainen Seppälä Toivonen Tuominen Turunen Virtanen Väisänen"
)
_ORG_FIRST = _words("Haapa Hilla Joki Kaisla Kallio Kuusi Lumi Pihka Revon Salmi Sumu Suvanto Tuuli Tyrsky Utu Varjo")
_ORG_THEN = _words("harju kaari laita lehto niemi puro ranta silta sora väylä")
_ORG_LAST = ("Oy", "Design", "Foods", "Logistics", "Health", "Games", "Forest", "ry", "Studio", "Events")
_TITLES = (
    "Brand lead",
    "Chief executive",
    "Designer",
    "Head of sales",
    "Producer",
    "Teacher",
    "Purchasing manager",
    "Development manager",
    "Owner",
    "Team coach",
    "Project manager",
    "",
)
_FIELDS = (
    "design",
    "food",
    "events",
    "health/tech",
    "health/care",
    "education",
    "logistics",
    "forest",
    "games",
    "finance",
    "design/print",
    "food/restaurant",
    "energy",
    "tourism",
)
_TOWNS = ("Jyväskylä", "Tampere", "Helsinki", "Oulu", "Turku", "Kuopio", "Lahti", "Vaasa")
_MET = ("Food fair", "Startup day", "Breakfast at the hub", "Alumni evening", "Train to Tampere", "Sprint", "")
_OPENINGS = ("coffee", "lunch", "short call", "walked and talked", "met at the fair", "wrote", "showed the plan", "")
_MIDDLES = ("wants a workshop", "asked about prices", "no time now", "liked the sketch", "has a new boss", "is hiring")
_ENDINGS = ("", "", "", "call again", "send the offer", "ask about the team", "knows somebody at the city")
_PROMISES = (
    "send the offer",
    "call about the workshop",
    "send the photos",
    "ask how the launch went",
    "introduce to the team",
    "book a table",
    "return the book",
    "thank for the recommendation",
)


def ordinary() -> DemoNetwork:
    """300 contacts, 3,000 interactions, 300 follow-ups."""
    return made_up(300, 3_000, 300)


def large() -> DemoNetwork:
    """10,000 contacts, 100,000 interactions, 10,000 follow-ups: some 22 MB of JSON."""
    return made_up(10_000, 100_000, 10_000)


def made_up(contacts: int, interactions: int, followups: int, seed: int = 2026) -> DemoNetwork:
    """A network of any size.

    Args:
        contacts: How many people; at least 1.
        interactions: How many interactions, over five years.
        followups: How many promises; about a third are open.
        seed: Another seed gives another network of the same size.

    Returns:
        The network as it stands on :data:`TODAY`; nothing in it contradicts anything else.
    """
    random = Random(seed)
    ids = [str(number) for number in random.sample(range(10**14, 10**15), contacts + interactions + followups)]
    contact_ids = ids[:contacts]
    ages = [1 + int(_YEARS_DAYS * random.random()) for _ in contact_ids]
    # One in twenty was never met; the rest have been met more or less often.
    met = [place for place in range(contacts) if place % 20 or contacts == 1]
    happened = _interactions(random, ids[contacts : contacts + interactions], contact_ids, ages, met)
    spans: dict[str, tuple[date, date]] = {}
    for interaction in happened:
        for contact_id in interaction.contact_ids:
            first_on, _ = spans.get(contact_id, (interaction.on, None))
            spans[contact_id] = first_on, interaction.on
    return DemoNetwork(
        member=Member("Iida Koskela", "Osk. Kuutamokone", TODAY + timedelta(days=191), ("design", "food", "events")),
        contacts=tuple(
            _contact(random, contact_id, age, spans.get(contact_id), contact_ids)
            for contact_id, age in zip(contact_ids, ages, strict=True)
        ),
        interactions=tuple(happened),
        followups=tuple(_followup(random, each, contact_ids, ages) for each in ids[contacts + interactions :]),
    )


def _pick(random: Random, items: Sequence[_T]) -> _T:
    """One of the items: what ``Random.choice`` does, in a third of the time."""
    return items[int(random.random() * len(items))]


def _interactions(
    random: Random, ids: Sequence[str], contact_ids: Sequence[str], ages: Sequence[int], met: Sequence[int]
) -> list[Interaction]:
    """Interactions, oldest first."""
    kinds, signals = tuple(Kind), tuple(Signal)
    made = []
    for interaction_id in ids:
        chance = random.random()
        places = {met[int(len(met) * random.random() ** 1.5)]}
        if chance < 0.03:
            places.add(_pick(random, met))
        ago = 1 + int(min(ages[place] for place in places) * random.random())
        on = TODAY - timedelta(days=ago)
        made.append(
            Interaction(
                id=interaction_id,
                on=on,
                contact_ids=tuple(contact_ids[place] for place in places),
                kind=_pick(random, kinds),
                note=_note(random) if chance < 0.55 else "",
                feeling=1 + int(5 * random.random()) if chance < 0.35 else None,
                signals=(_pick(random, signals),) if chance < 0.05 else (),
                created=_moment(random, on),
            )
        )
    made.sort(key=lambda interaction: interaction.on)
    return made


def _note(random: Random) -> str:
    """A line about a meeting."""
    return ", ".join(part for part in (_pick(random, each) for each in (_OPENINGS, _MIDDLES, _ENDINGS)) if part)


def _contact(
    random: Random, contact_id: str, age_days: int, span: tuple[date, date] | None, contact_ids: Sequence[str]
) -> Contact:
    """A person who was added so many days ago."""
    given, family = _name(random, _GIVEN), _name(random, _FAMILY)
    organization = f"{_pick(random, _ORG_FIRST)}{_pick(random, _ORG_THEN)} {_pick(random, _ORG_LAST)}"
    first_on, last_on = span or (None, None)
    created_on = TODAY - timedelta(days=age_days)
    ladder = _ladder(random, created_on, age_days)
    via = _pick(random, contact_ids) if random.random() < 0.2 else ""
    chance = random.random()
    return Contact(
        id=contact_id,
        name=f"{given} {family}",
        name_parts=NameParts(given=given, family=family),
        organization=organization,
        title=_pick(random, _TITLES),
        emails=(Labelled(_email(given, family, organization), "work"),) if chance < 0.8 else (),
        phones=(Labelled(f"+358 40 555 {int(random.random() * 10_000):04}", "mobile"),) if chance > 0.3 else (),
        addresses=(Address("work", locality=_pick(random, _TOWNS), country="Finland"),) if chance < 0.1 else (),
        birthday=_birthday(random) if random.random() < 0.4 else None,
        fields=tuple(dict.fromkeys(_pick(random, _FIELDS) for _ in range(1 + int(2 * random.random())))),
        step=ladder[-1].step,
        ladder=ladder,
        hopes=(_pick(random, tuple(Hope)),) if random.random() < 0.5 else (),
        met=_pick(random, _MET),
        via="" if via == contact_id else via,
        notes=f"{_note(random)}.\n{_note(random)}." if random.random() < 0.3 else "",
        cadence=_pick(random, (0, 14, 60, 90)) if random.random() < 0.1 else None,
        archived=random.random() < 0.03,
        first_on=first_on,
        last_on=last_on,
        created=f"{created_on.isoformat()}T05:00:00Z",
        updated=f"{(last_on or created_on).isoformat()}T20:00:00Z",
    )


def _name(random: Random, names: Sequence[str]) -> str:
    """A name; often a double one, so that few of ten thousand people are called the same."""
    name = _pick(random, names)
    return name if random.random() < 0.6 else f"{name}-{_pick(random, names)}"


def _email(given: str, family: str, organization: str) -> str:
    domain = fold(organization.partition(" ")[0])
    return f"{fold(given)}.{fold(family)}@{domain}.example"


def _birthday(random: Random) -> Birthday:
    born_on = date(1955, 1, 1) + timedelta(days=int(random.random() * 50 * 365))
    return Birthday(born_on.month, born_on.day, born_on.year if random.random() < 0.7 else None)


def _ladder(random: Random, created_on: date, age_days: int) -> tuple[StepChange, ...]:
    """Of a hundred, twenty became customers, and four of them regulars."""
    climbed = [StepChange(created_on, Step.POTENTIAL)]
    chance = random.random()
    if chance < 0.2:
        climbed.append(StepChange(created_on + timedelta(days=age_days // 3), Step.CUSTOMER, "bought a workshop"))
    if chance < 0.04:
        climbed.append(StepChange(created_on + timedelta(days=age_days // 2), Step.REGULAR, "third order"))
    return tuple(climbed)


def _followup(random: Random, followup_id: str, contact_ids: Sequence[str], ages: Sequence[int]) -> FollowUp:
    """A promise: mostly kept by now; of the open ones, one in forty is late."""
    place = int(random.random() * len(contact_ids))
    made_ago = 1 + int(ages[place] * random.random())
    made_on = TODAY - timedelta(days=made_ago)
    chance = random.random()
    is_open, is_late = chance < 0.33, chance < 0.33 / 40
    if is_late:
        due_on = TODAY - timedelta(days=int(random.random() * min(made_ago, 6)))
    elif is_open:
        due_on = TODAY + timedelta(days=1 + int(random.random() * 180))
    else:
        due_on = made_on + timedelta(days=int(random.random() * made_ago))
    recurs = random.random() < 0.05
    return FollowUp(
        id=followup_id,
        contact_id=contact_ids[place],
        due_on=due_on,
        what=_pick(random, _PROMISES),
        status=Status.OPEN if is_open else Status.DONE if chance < 0.9 else Status.DROPPED,
        closed_on=None if is_open else due_on,
        rrule=every_months(1) if recurs else "",
        anchor_on=due_on if recurs else None,
        snoozes=int(random.random() * 3) if chance > 0.9 or is_late else 0,
        created=_moment(random, made_on),
    )


def _moment(random: Random, day: date) -> str:
    """A time of writing on a day, in UTC."""
    second = int(random.random() * 3600)
    return f"{day.isoformat()}T{6 + second % 12:02}:{second // 60:02}:{second % 60:02}Z"
