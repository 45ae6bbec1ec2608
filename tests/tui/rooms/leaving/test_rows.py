"""The lines about who would be lost: what nearly everybody has comes last, and nobody is named for it at first."""

from __future__ import annotations

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.tui.rooms.leaving.rows import Lost, LostHeading, LostMore, lost_rows

MENDS = dict.fromkeys(Risk, "mends it")


def at(risk: Risk, count: int) -> list[AtRisk]:
    return [AtRisk(Contact(str(number), f"P{number}"), risk) for number in range(count)]


def test_what_nearly_everybody_has_comes_last_and_folded_behind_the_few_that_are_real() -> None:
    lost = {Risk.MET_ONCE: at(Risk.MET_ONCE, 19), Risk.COLD: at(Risk.COLD, 2)}
    rows = lost_rows(lost, MENDS, "m", shows_all=False, everybody=20)
    assert [(row.risk, row.people) for row in rows if isinstance(row, LostHeading)] == [
        (Risk.COLD, 2),
        (Risk.MET_ONCE, 19),
    ]
    assert {row.item.risk for row in rows if isinstance(row, Lost)} == {Risk.COLD}
    assert rows[-1] == LostMore(19, "m")
    whole = lost_rows(lost, MENDS, "m", shows_all=True, everybody=20)
    assert sum(isinstance(row, Lost) for row in whole) == 21


def test_where_all_is_shared_by_nearly_everybody_or_there_are_few_people_nothing_is_folded() -> None:
    for lost, everybody in (
        ({Risk.MET_ONCE: at(Risk.MET_ONCE, 20)}, 20),
        ({Risk.MET_ONCE: at(Risk.MET_ONCE, 5), Risk.COLD: at(Risk.COLD, 1)}, 6),
    ):
        rows = lost_rows(lost, MENDS, "m", shows_all=False, everybody=everybody)
        assert next(row for row in rows if isinstance(row, Lost)).item.risk is Risk.MET_ONCE
