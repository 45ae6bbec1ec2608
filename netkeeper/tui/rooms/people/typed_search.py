"""What is looked for in People: what is typed, and what of it could be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import Search, parse_search, with_possible_words
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.rooms.selecting.columns import Column, sought


class Searching:
    """A search that is being typed: the last one that could be read stays until another can.

    Attributes:
        text: What is typed.
        search: Whom to look for; None for everybody.
        problem: What is wrong with what is typed; empty where nothing is.
        read_text: What of it was read for that search: what is typed now may be half a word more, and unreadable.
    """

    def __init__(self) -> None:
        self.text = ""
        self.search: Search | None = None
        self.problem = ""
        self.read_text = ""
        self._words: Sequence[Word] = ()

    def read(self, text: str, today: date, whole: str | None = None, begun: Sequence[Word] = ()) -> None:
        """Take on what is typed now.

        Args:
            text: What is typed.
            today: The day.
            whole: What of it means something already; None for all of it.
            begun: What the last word may become, where it is half typed: whoever any of these finds is found.
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
        """Whether anything is looked for."""
        return self.search is not None

    @property
    def is_archive(self) -> bool:
        """Whether it is the archive that is looked through."""
        return self.search is not None and self.search.archived

    @property
    def is_for_fading(self) -> bool:
        """Whether those are looked for who may be lost."""
        return self.search is not None and self.search.fading

    @property
    def is_half_typed(self) -> bool:
        """Whether the last word may not be whole yet."""
        return bool(self.text) and not self.text[-1].isspace()

    @property
    def sought(self) -> Mapping[Column, Sequence[str]]:
        """What was looked for in which column, folded."""
        return sought(self._words, self.search.texts) if self.search else {}
