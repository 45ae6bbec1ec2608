"""Codec of the diary's days: a document with the selection, one with the member's answer."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import Fields, filled
from netkeeper.domain.review.diary import Answer, DiaryDay


def day_number(day: date) -> str:
    """The id of a day's documents: ``20261123``."""
    return f"{day:%Y%m%d}"


def noted_document(day: DiaryDay) -> Fields:
    """The document that netkeeper writes by itself, with the selection; stored as ``offered`` since the first format."""
    return filled(
        offered=list(day.selected),
        done=list(day.done),
        pace=day.pace,
        changed=day.changed or None,
        stretch=list(day.stretch),
        occasions=list(day.occasions),
        since=list(day.since),
        sort=list(day.sort),
    )


def answer_document(day: DiaryDay) -> Fields:
    """The document of the member's answer; empty for none."""
    return filled(answer=str(day.answer) if day.answer else "", lighter=day.is_lighter)


def diary_day_from(number: str, noted: Fields, answered: Fields) -> DiaryDay:
    """A day from its two documents, either of which may be empty.

    Raises:
        ValueError: The id is no day, or the answer is unknown.
    """
    return DiaryDay(
        on=date(int(number[:4]), int(number[4:6]), int(number[6:])),
        selected=tuple(noted.get("offered", ())),
        done=tuple(noted.get("done", ())),
        answer=Answer(answered["answer"]) if "answer" in answered else None,
        pace=noted.get("pace"),
        changed=noted.get("changed", 0),
        is_lighter=answered.get("lighter", False),
        stretch=tuple(noted.get("stretch", ())),
        occasions=tuple(noted.get("occasions", ())),
        since=tuple(noted.get("since", ())),
        sort=tuple(noted.get("sort", ())),
    )


def diary_day_of(number: str, document: Fields) -> DiaryDay:
    """A day from one document with the selection and the answer."""
    return diary_day_from(number, document, document)


def diary_document(day: DiaryDay) -> Fields:
    """A day as one document, as netkeeper's JSON has it."""
    return {**noted_document(day), **answer_document(day)}


ANSWERS_DESCRIPTION = Description("{table}", {"answer": "the review was", "lighter": "a lighter day"})
"""How History describes the member's answer."""
