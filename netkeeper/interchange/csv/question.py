"""A question to the user that must be answered before a table can be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from netkeeper.domain.errors import UnreadableFileError, in_app
from netkeeper.interchange.csv.mapping import ColumnMap
from netkeeper.interchange.csv.table import Table
from netkeeper.override import override


class Question(UnreadableFileError):  # noqa: N818 (to a person it is no error)
    """Raised when a table can't be read without the user's answer; the message says how to give it in a shell.

    Attributes:
        about: The topic: the targets of columns, or the order of day and month.
        table: The table.
        mapping: The mapping as far as it is known.
        examples: Unknown headers, or an ambiguous date.
    """

    def __init__(
        self,
        message: str,
        about: Literal["columns", "dates"],
        table: Table,
        mapping: ColumnMap,
        examples: Sequence[str],
        *,
        brief: str = "",
    ) -> None:
        super().__init__(message, brief=brief)
        self.about = about
        self.table = table
        self.mapping = mapping
        self.examples = tuple(examples)

    @override
    def about_file(self, path: str) -> Question:
        """The question with the file's path in its message."""
        brief = f"{path}: {in_app(self)}"
        return Question(f"{path}: {self}", self.about, self.table, self.mapping, self.examples, brief=brief)
