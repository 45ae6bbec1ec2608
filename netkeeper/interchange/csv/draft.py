"""A row while it is read: what has been gathered of it so far."""

from __future__ import annotations

MAX_REMARKS = 20
"""The most remarks on one row."""


class RowDraft:
    """What has been read of a row.

    Attributes:
        texts: What there is only one of, by kind.
        values: What may be several, by kind: text, label, and the number that its label may have elsewhere.
        labels: Labels that have a column of their own, by kind and number.
        addresses: The parts of addresses by label and number; ``""`` for a whole address.
        fields: Fields, groups and categories as they are written.
        whole_fields: Fields of which each is surely one.
        notes: Texts for the notes, as they came.
        lines: Lines for the notes, each once: what there is no other place for.
        remarks: What was read otherwise than it was written.
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
        """Say something about the row in the report."""
        if len(self.remarks) < MAX_REMARKS:
            self.remarks.append(text)

    def keep(self, what: str, text: str) -> None:
        """Keep something as a line in the notes, where a person finds it."""
        self.lines[f"{what}: {text}"] = None
