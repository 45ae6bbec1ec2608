"""The cards of the pair under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest

from textual.content import Content

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted, length
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.person.contact_card import contact_lines

_BESIDE_FROM_COLUMNS = 44
_BELOW_FROM_LINES = 24
_BETWEEN = " │ "


class PairCards(Inked):
    """Two cards, one below the other where that fits, else side by side."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._two: Sequence[Contact] = ()
        self._today = date.min
        self._name_of: Callable[[str], str] = str

    def show(self, two: Sequence[Contact], today: date, name_of: Callable[[str], str]) -> None:
        """Show two contacts.

        Args:
            two: The contacts; empty for none.
            today: For ages.
            name_of: Gives the name of a contact by id.
        """
        self._two, self._today = two, today
        names = {each.via: name_of(each.via) for each in two}
        self._name_of = lambda via: names.get(via, "")
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw what fits."""
        columns, height = self.content_size
        if len(self._two) < 2 or columns < 1:
            return Content("")
        if height >= _BELOW_FROM_LINES or columns < _BESIDE_FROM_COLUMNS:
            lines = [line for each in self._two for line in (*self._card(each, columns), [])]
        else:
            side = (columns - len(_BETWEEN)) // 2
            left, right = (self._card(each, side) for each in self._two)
            lines = [_beside(*pair, side) for pair in zip_longest(left, right, fillvalue=list[tuple[str, str]]())]
        if len(lines) > height > 0:
            lines[height - 1 :] = [[("…", "quiet")]]
        return self.inked(lines)

    def _card(self, contact: Contact, columns: int) -> list[Line]:
        head: Line = [(fit(plain(contact.name), columns), "strong")]
        lines = contact_lines(contact, columns, self._today, self._name_of(contact.via))
        return [head, *(fitted(line, columns) for line in lines)]


def _beside(left: Line, right: Line, side: int) -> Line:
    return [*left, (" " * (side - length(left)), ""), (_BETWEEN, "quiet"), *right]
