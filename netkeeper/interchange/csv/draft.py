"""The intermediate form of a row between cells and contact."""

from __future__ import annotations

MAX_REMARKS = 20
"""Maximum number of remarks per row."""


class RowDraft:
    """The cells of a row, sorted by the kind of their column.

    Attributes:
        texts: Single values, by kind.
        values: Repeatable values, by kind: text, label, and number, by which ``labels`` may hold the label.
        labels: Labels from columns of their own, by kind and number.
        addresses: Parts of addresses by label and number; the key ``""`` holds an undivided address.
        fields: Cells with fields, groups or categories, not split yet.
        whole_fields: Single fields, not to be split.
        notes: Texts for the notes.
        lines: Lines to append to the notes, for cells without a property; a dict to keep order without duplicates.
        remarks: Messages about cells that were changed or could not be read.
    """

    __slots__ = ("addresses", "fields", "labels", "lines", "notes", "remarks", "texts", "values", "whole_fields")

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.values: dict[str, list[tuple[str, str, int]]] = {}
        self.labels: dict[tuple[str, int], str] = {}
        self.addresses: dict[tuple[str, int], dict[str, str]] = {}
        self.fields: list[str] = []
        self.whole_fields: list[str] = []
        self.notes: list[str] = []
        self.lines: dict[str, None] = {}
        self.remarks: list[str] = []

    def remark(self, text: str) -> None:
        """Add a message about the row to the import report."""
        if len(self.remarks) < MAX_REMARKS:
            self.remarks.append(text)

    def keep(self, what: str, text: str) -> None:
        """Keep a cell without a property as a line in the notes."""
        self.lines[f"{what}: {text}"] = None
