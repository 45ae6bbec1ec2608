"""The keys of Today that reduce the workload, and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from netkeeper.domain.review.diary import Answer

if TYPE_CHECKING:
    from netkeeper.domain.review.plan import Review
    from netkeeper.tui.core.session import Session
    from netkeeper.tui.forms.dialog import Dialog

WORKLOAD_BINDINGS: tuple[BindingType, ...] = (
    Binding(
        "minus",
        "lighter",
        "lighter day",
        show=False,
        id="today.lighter",
        tooltip="A lighter day: what can move goes to the days to come; what was promised stays",
    ),
    Binding(
        "o",
        "spread",
        "spread",
        show=False,
        id="today.spread",
        tooltip="Spread the rest over the coming days; shown first",
    ),
    Binding(
        "b",
        "balance",
        "balance",
        show=False,
        id="today.balance",
        tooltip="Balance what your network needs with what you do; shown first",
    ),
    Binding("less_than_sign", "say('easy')", "Easy", show=False, id="today.easy", tooltip="The review was easy"),
    Binding(
        "equals_sign",
        "say('good')",
        "Good stretch",
        show=False,
        id="today.good",
        tooltip="The review was a good stretch",
    ),
    Binding(
        "greater_than_sign",
        "say('too much')",
        "Too much",
        show=False,
        id="today.too-much",
        tooltip="The review was too much",
    ),
)
"""Mnemonics: ``-`` is fewer people; ``<``, ``=``, ``>`` are less than, equal to, more than comfortable."""


def lighten(session: Session, plan: Review) -> str:
    """Move what can move from today to coming days; returns what was done, in words."""
    from netkeeper.actions.review.workload import lighter_day

    lighter_day(session.network, plan)
    return session.last_done


def record_answer(session: Session, answer: str) -> str:
    """Record how the review was; returns what was done, in words."""
    from netkeeper.actions.review.workload import answer_review

    return answer_review(session.network, session.today(), Answer(answer))


def spread_dialog(session: Session, plan: Review) -> Dialog[str]:
    """The dialog that spreads the rest over coming days."""
    from netkeeper.tui.rooms.today.workload_dialogs import SpreadDialog

    return SpreadDialog(session, plan)


def balance_dialog(session: Session) -> Dialog[str]:
    """The dialog that fits the cadences to the pace."""
    from netkeeper.actions.review.workload import capacity_of, doing_of
    from netkeeper.tui.rooms.today.workload_dialogs import BalanceDialog

    network = session.network
    return BalanceDialog(session, capacity_of(network), doing_of(network, session.today()))
