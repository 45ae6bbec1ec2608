"""The search typed in People, and what of it could be parsed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import Search, parse_search, with_possible_words
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.rooms.selecting.columns import Column, sought


class TypedSearch:
    """A search while it is typed: the last that parsed stays in effect until another does.

    Attributes:
        text: What is typed.
        search: The parsed search; None for everybody.
        problem: Why ``text`` doesn't parse; empty where it does.
        read_text: The text that ``search`` was parsed from.
    """

    def __init__(self) -> None:
        self.text = ""
        self.search: Search | None = None
        self.problem = ""
        self.read_text = ""
        self._words: Sequence[Word] = ()

    def read(self, text: str, today: date, whole: str | None = None, begun: Sequence[Word] = ()) -> None:
        """Parse a text.

        Args:
            text: What is typed.
            whole: The part of it before a half-typed last word; None for all of it.
            begun: What the half-typed last word may become; a match of any of these counts.
        """
        self.text, self.problem = text, ""
        try:
            read = text if whole is None else whole
            words = split_text(read)
            self.search = with_possible_words(parse_search(words, today) if words else None, begun, today)
            self._words = [*words, *split_text(text[len(read) :])] if begun else words
            self.read_text = read
        except NetkeeperError as error:
            self.problem = trouble_text(error)

    @property
    def is_on(self) -> bool:
        """Whether there is a search."""
        return self.search is not None

    @property
    def is_archive(self) -> bool:
        """Whether it searches the archive."""
        return self.search is not None and self.search.archived

    @property
    def is_for_fading(self) -> bool:
        """Whether it searches for contacts at risk (``is:fading``)."""
        return self.search is not None and self.search.fading

    @property
    def is_half_typed(self) -> bool:
        """Whether the last word may be unfinished."""
        return bool(self.text) and not self.text[-1].isspace()

    @property
    def sought(self) -> Mapping[Column, Sequence[str]]:
        """Folded texts to highlight, by column."""
        return sought(self._words, self.search.texts) if self.search else {}
