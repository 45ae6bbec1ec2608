"""Functions that store the cells of a column in the draft of a row, one for each kind of column."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.domain.language.values import MAX_URL
from netkeeper.domain.people.names import MAX_NAME
from netkeeper.interchange.csv.draft import RowDraft
from netkeeper.interchange.csv.last_met import HEADER
from netkeeper.interchange.csv.last_met import KIND as LAST_MET
from netkeeper.interchange.csv.mapping import Column
from netkeeper.interchange.csv.ranks import is_no_rank
from netkeeper.interchange.csv.targets import LABELLED

CellSetter = Callable[[RowDraft, str], None]

# Default values of programs, which carry no information.
_FILLED_IN = frozenset((
    "normal", "normaali", "0", "false", "falsch", "epätosi", "falskt", "smtp", "ex", "unspecified", "0/0/00", "ei määritetty",
    "nicht angegeben", "ospecificerat", "ej angivet", "low", "no", "public", "default", "määrittämätön",
    "keine angabe", "standard",
))  # fmt: skip

_TOGETHER = frozenset(("met",))
_NAMES = frozenset(("name", "family-given", "given", "family"))
_LONG = frozenset(("ladder", "kept"))
_MAX_LONG = 256 * 1024


def cell_setter_of(column: Column) -> CellSetter | None:
    """The function that stores the cells of a column; None for an ignored column."""
    target = column.target
    thing, _, part = target.kind.partition(".")
    if target.kind == "ignore":
        return None
    if target.kind == "line":
        return _line(column.header or f"Column {column.place + 1}")
    if target.kind == "filled-in":
        return _filled_in(column.header)
    if target.kind == "notes":
        return lambda draft, text: draft.notes.append(text)
    if target.kind == "field":
        return lambda draft, text: draft.fields.append(text)
    if thing == "address" and part != "label":
        return _address(part, target.label, target.number, column.header)
    if part == "label":
        return _label(thing, target.number)
    if thing in LABELLED:
        return _value(column)
    if target.kind == LAST_MET:
        return _last_met(column.header)
    if target.kind in ("step", "importance"):
        return _rank(target.kind, column.header)
    return _text(target.kind, column.header)


def _rank(kind: str, header: str) -> CellSetter:
    take_text = _text(kind, header)
    return lambda draft, text: None if is_no_rank(text) else take_text(draft, text)


def _line(header: str) -> CellSetter:
    return lambda draft, text: draft.keep(header, text)


def _filled_in(header: str) -> CellSetter:
    def take(draft: RowDraft, text: str) -> None:
        if text.lower() not in _FILLED_IN:
            draft.keep(header, text)

    return take


def _text(kind: str, header: str) -> CellSetter:
    longest = _MAX_LONG if kind in _LONG else MAX_URL

    def take(draft: RowDraft, text: str) -> None:
        if len(text) > longest:
            draft.keep(header, text)
            if kind in _NAMES:
                draft.texts.setdefault(kind, text[:MAX_NAME].strip())
        elif kind not in draft.texts:
            draft.texts[kind] = text
        elif kind in _TOGETHER:
            draft.texts[kind] += f", {text}"
        elif kind != "stand-in":
            draft.keep(header, text)

    return take


def _last_met(header: str) -> CellSetter:
    take_text = _text(LAST_MET, header)

    def take(draft: RowDraft, text: str) -> None:
        if LAST_MET not in draft.texts:
            draft.texts[HEADER] = header
        take_text(draft, text)

    return take


def _value(column: Column) -> CellSetter:
    kind, label, number, header = column.target.kind, column.target.label, column.target.number, column.header

    def take(draft: RowDraft, text: str) -> None:
        if len(text) > MAX_URL:
            draft.keep(header, text)
        else:
            draft.values.setdefault(kind, []).append((text, label, number))

    return take


def _label(kind: str, number: int) -> CellSetter:
    def take(draft: RowDraft, text: str) -> None:
        draft.labels[kind, number] = text

    return take


def _address(part: str, label: str, number: int, header: str) -> CellSetter:
    def take(draft: RowDraft, text: str) -> None:
        if len(text) > MAX_URL * 4:
            draft.keep(header, text)
            return
        parts = draft.addresses.setdefault((label, number), {})
        # A street may be split over several columns, one line each.
        parts[part] = f"{parts[part]}\n{text}" if part in parts else text

    return take
