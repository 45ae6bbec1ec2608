"""What has to be asked before a table can be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from netkeeper.domain.errors import UnreadableFileError, in_app
from netkeeper.interchange.csv.mapping import ColumnMap
from netkeeper.interchange.csv.table import Table
from netkeeper.override import override


class Question(UnreadableFileError):  # noqa: N818 (to a person it is no error)
    """A table can't be read until a person answers; on the command line the message says how.

    Attributes:
        about: What is asked: which columns are what, or whether the day comes first in dates.
        table: The table.
        mapping: What the columns are taken for so far.
        examples: What is in doubt: the headers that nobody knows, or a date.
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
        """The same question, whose message names the file."""
        brief = f"{path}: {in_app(self)}"
        return Question(f"{path}: {self}", self.about, self.table, self.mapping, self.examples, brief=brief)
