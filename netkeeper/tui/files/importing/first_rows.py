"""The first rows of a table as they would be imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from netkeeper.domain.text.display import fit, plain
from netkeeper.interchange.cards import ReadContact, Skipped
from netkeeper.override import override
from netkeeper.phrases.import_why import last_met_words
from netkeeper.tui.draw.lines import Line, fitted, wrap
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.files.importing.plan_list import line_words

_BETWEEN = " · "


class FirstRows(Inked):
    """The contacts that the first rows become, or why a row becomes none."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[ReadContact | Skipped] = ()

    def show(self, rows: Sequence[ReadContact | Skipped]) -> None:
        """Show other rows."""
        self._rows = rows
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw as many rows as fit, each in as many lines (at most 4) as let all fit."""
        columns, height = self.content_size
        if columns < 1 or not self._rows:
            return self.inked([[("There is no row yet." if columns > 0 else "", "quiet")]])
        at_length = [line for row in self._rows for line in _drawn(row, columns, lines=4)]
        lines = at_length
        for most in (3, 2, 1):
            if len(lines) > height:
                lines = [line for row in self._rows for line in _drawn(row, columns, lines=most)]
        return self.inked(lines[: max(height, 1)])


def _drawn(row: ReadContact | Skipped, columns: int, lines: int) -> Iterator[Line]:
    """One row in at most so many lines."""
    if isinstance(row, Skipped):
        yield [("! ", "accent"), (fit(f"{line_words(row.line)}: {plain(row.reason)}", columns - 2), "quiet")]
        return
    name, rest = plain(row.contact.name), _BETWEEN.join(_details(row))
    if lines == 1:
        yield fitted([(name, "strong"), (_BETWEEN if rest else "", "quiet"), (plain(rest), "quiet")], columns)
        return
    yield [(fit(name, columns), "strong")]
    wrapped = wrap(rest, columns - 2)
    for place, line in enumerate(wrapped[: lines - 1]):
        is_cut = place == lines - 2 and len(wrapped) > lines - 1
        yield [("  ", ""), (fit(f"{line} …", columns - 2) if is_cut else line, "quiet")]


def _details(row: ReadContact) -> Iterator[str]:
    """The properties that a row gives, unsanitized."""
    contact = row.contact
    yield from filter(None, (contact.title, contact.organization))
    for item in (*contact.emails, *contact.phones, *contact.urls):
        yield f"{item.value} ({item.label})" if item.label else item.value
    yield from (address.one_line() for address in contact.addresses)
    if contact.birthday:
        yield f"born {contact.birthday}"
    if row.last_met:
        yield last_met_words(row.last_met.on)
    yield from contact.fields
    yield from filter(None, (contact.met, contact.via, " / ".join(contact.notes.splitlines())))
