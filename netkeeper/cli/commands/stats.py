"""netkeeper stats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netkeeper.actions.review.trend import trend_of
from netkeeper.actions.review.workload import capacity_of, doing_of
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.risk_hints import RISK_COMMANDS, unknown_yet
from netkeeper.cli.spec import JSON, Command
from netkeeper.domain.retention.risks import AtRisk, Risk, at_risk
from netkeeper.domain.retention.trend import NO_FIELD, Trend
from netkeeper.domain.review.capacity import Capacity
from netkeeper.domain.review.recent_contacts import RecentContacts
from netkeeper.phrases.capacity import balance_words, capacity_sentence, doing_sentence
from netkeeper.phrases.counted import plural
from netkeeper.phrases.movement import movement_words
from netkeeper.phrases.risks import RISKS
from netkeeper.phrases.trend import contacts_words, feeling_words, fields_words, steps_words, warmth_words

_FIELDS_SHOWN = 8


def run(session: Session, *, as_json: bool) -> None:
    """Show how many last, and how it has been going."""
    network, today = session.network, session.today
    if network.is_empty and not as_json:
        session.err.line(command_hint("Nobody is in your network yet; netkeeper add begins it."))
        return
    trend = trend_of(network, today)
    risks = at_risk(network.contacts(), network.followups(), network.member, today)
    needs, done = capacity_of(network), doing_of(network, today)
    if as_json:
        session.out.json({**_json(trend, risks), "capacity": _capacity(needs, done)})
        return
    _show_lasting(session, trend, risks, today)
    if needs.people:
        session.out.line(doing_sentence(done))
        session.out.line(capacity_sentence(needs))
        for line in balance_words(needs, network.member.cadences):
            session.out.line(f"  {line}")
    sections = {
        "CONTACTS": contacts_words(trend),
        "WARMTH": warmth_words(trend),
        "STEPS": steps_words(trend),
        "FEELING": feeling_words(trend),
        "FIELDS": fields_words(trend) if trend.contacts else [],
    }
    for title, lines in sections.items():
        if lines:
            session.out.line(Styled(title, "bold"))
            for line in lines:
                session.out.line(f"  {line}")
    rows: list[list[Part]] = [[field or "no field", str(count)] for field, count in trend.fields[:_FIELDS_SHOWN]]
    if any(field != NO_FIELD for field, _ in trend.fields):
        session.out.table(rows, indent=2)


def _show_lasting(session: Session, trend: Trend, risks: Mapping[Risk, Sequence[AtRisk]], today: date) -> None:
    graduates_on = session.network.member.graduates_on
    days = (graduates_on - today).days if graduates_on else -1
    left = plural(days, "{count} day to graduation · ", "{count} days to graduation · ") if days >= 0 else ""
    session.out.line(Styled(f"{left}{movement_words(trend.movement)}", "bold"))
    rows: list[list[Part]] = [
        [str(len(people)), RISKS[risk].several, command_hint(RISK_COMMANDS[risk], "dim")]
        for risk, people in risks.items()
    ]
    if rows:
        session.out.table(rows, indent=2)
        session.out.line(command_hint("  netkeeper list is:fading names them", "dim"))
    for each in unknown_yet(session.network.member, session.network.contacts()):
        session.out.line(command_hint(f"  {each}", "dim"))


def _json(trend: Trend, risks: Mapping[Risk, Sequence[AtRisk]]) -> dict[str, object]:
    return {
        "lasting": trend.movement.lasting,
        "people": trend.movement.people,
        "lasting_month_ago": trend.movement.before,
        "at_risk": {str(risk): len(people) for risk, people in risks.items()},
        "weeks": [
            {
                "start": week.start.isoformat(),
                "contacts": week.contacts,
                "pace": week.pace,
                "warm": week.warm,
                "people": week.people,
                "feeling": round(week.feeling, 2) if week.feeling is not None else None,
                "felt": week.felt,
            }
            for week in trend.weeks
        ],
        "steps": {str(step): count for step, count in trend.steps.items()},
        "fields": dict(trend.fields),
        "feelings": list(trend.feelings),
    }


def _capacity(needs: Capacity, done: RecentContacts | None) -> dict[str, object]:
    return {
        "needs": round(needs.demand, 2),
        "pace": round(needs.supply, 2),
        "done": round(done.a_day, 2) if done else None,
        "done_weeks": done.weeks if done else None,
        "people": needs.people,
        "keeps": needs.keeps,
        "cadences": {str(step): days for step, days in needs.cadences.items()} if needs.cadences else None,
    }


COMMAND = Command(
    run,
    "Show how many of your network last past graduation (reached privately, warm, yours and planned), what the others "
    "lack and which command mends it; and how the last half year went.",
    (),
    (JSON,),
    (
        ("netkeeper stats", "Who lasts, and how it has been going."),
        ("netkeeper stats --json", "The same, for a script."),
    ),
)
