"""The contents of the contact form's repeated rows, and their parsing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netkeeper.domain.language.values import check_label, labelled, one_line
from netkeeper.domain.people.contact import Address, Labelled
from netkeeper.domain.text.display import plain, plain_lines

REACHES: Mapping[str, str] = {"emails": "email", "phones": "phone", "urls": "url"}
"""The properties whose values have labels → the key of one value in the small language."""

ADDRESS_PARTS = ("street", "extended", "po_box", "postal_code", "locality", "region", "country")
"""The parts of a postal address, in the order of the form."""

_ISOLATES = "\u2068\u2069"


@dataclass(frozen=True, slots=True)
class ReachEntry:
    """The content of a row for an email address, phone number or URL.

    Attributes:
        value: As typed.
        label: As typed.
        stored: The stored value that the row was filled with; None for a new row.
    """

    value: str = ""
    label: str = ""
    stored: Labelled | None = None

    @classmethod
    def of(cls, stored: Labelled) -> ReachEntry:
        """The row of a stored value."""
        return cls(in_line(stored.value), in_line(stored.label), stored)

    @property
    def is_blank(self) -> bool:
        """Whether it is empty and new."""
        return self.stored is None and not self.value.strip()

    def read(self, key: str) -> Labelled | None:
        """Parse the row; None where it is empty. An unchanged row keeps its stored value, which may be untypable.

        Args:
            key: ``email``, ``phone`` or ``url``.

        Raises:
            WordError: The value or label is invalid.
        """
        was = ReachEntry.of(self.stored) if self.stored else ReachEntry()
        if self.stored and self.value == was.value:
            parsed = self.stored
        elif not self.value.strip():
            return None
        else:
            parsed = labelled(key, self.value)
            parsed = replace(parsed, label=parsed.label or (self.stored.label if self.stored else ""))
        return parsed if self.label == was.label else replace(parsed, label=check_label(self.label))


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """The content of the lines for a postal address.

    Attributes:
        label: As typed.
        parts: The texts as typed, by the names of ``ADDRESS_PARTS``.
        stored: The stored address that the lines were filled with; None for new ones.
    """

    label: str = ""
    parts: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(ADDRESS_PARTS, ""))
    stored: Address | None = None

    @classmethod
    def of(cls, stored: Address) -> AddressEntry:
        """The lines of a stored address."""
        # Line breaks in a part are shown as commas.
        return cls(
            in_line(stored.label),
            {part: in_line(getattr(stored, part).replace("\n", ", ")) for part in ADDRESS_PARTS},
            stored,
        )

    @property
    def is_blank(self) -> bool:
        """Whether they are empty and new."""
        return self.stored is None and not any(text.strip() for text in self.parts.values())

    def read(self) -> Address | None:
        """Parse the lines; None where they are empty. Unchanged parts keep their stored values.

        Raises:
            WordError: A part is too long.
        """
        was = AddressEntry.of(self.stored) if self.stored else AddressEntry()
        if self.stored and self == was:
            return self.stored
        changed = {
            part: one_line(part.replace("_", " "), text) for part, text in self.parts.items() if text != was.parts[part]
        }
        if self.label != was.label:
            changed["label"] = check_label(self.label)
        parsed = replace(self.stored or Address(), **changed)
        return parsed if parsed.one_line() else None


def in_line(text: str) -> str:
    """A stored text for an input of one line: sanitized, without line breaks and isolates."""
    return plain(text).strip(_ISOLATES)


def in_lines(text: str) -> str:
    """A stored text for a text area, likewise."""
    return "\n".join(line.strip(_ISOLATES) for line in plain_lines(text))
