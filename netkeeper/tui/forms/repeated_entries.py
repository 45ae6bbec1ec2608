"""What stands in the lines of the contact form for what there may be several of, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netkeeper.domain.language.values import check_label, labelled, one_line
from netkeeper.domain.people.contact import Address, Labelled
from netkeeper.domain.text.display import plain, plain_lines

REACHES: Mapping[str, str] = {"emails": "email", "phones": "phone", "urls": "url"}
"""The properties whose values have labels, and the word for one of each."""

ADDRESS_PARTS = ("street", "extended", "po_box", "postal_code", "locality", "region", "country")
"""The parts of a postal address, as one fills them in."""

_ISOLATES = "\u2068\u2069"


@dataclass(frozen=True, slots=True)
class ReachEntry:
    """A line for an email address, phone number or URL.

    Attributes:
        value: As typed.
        label: What it is for, as typed.
        kept: What the line was filled with; None for a new line.
    """

    value: str = ""
    label: str = ""
    kept: Labelled | None = None

    @classmethod
    def of(cls, kept: Labelled) -> ReachEntry:
        """The line of what is kept."""
        return cls(in_line(kept.value), in_line(kept.label), kept)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing, and never did."""
        return self.kept is None and not self.value.strip()

    def read(self, key: str) -> Labelled | None:
        """What the line says; None where it is empty.

        Args:
            key: The word for it: ``email``, ``phone`` or ``url``.

        Raises:
            WordError: It can't be one.
        """
        was = ReachEntry.of(self.kept) if self.kept else ReachEntry()
        if self.kept and self.value == was.value:
            said = self.kept
        elif not self.value.strip():
            return None
        else:
            said = labelled(key, self.value)
            said = replace(said, label=said.label or (self.kept.label if self.kept else ""))
        return said if self.label == was.label else replace(said, label=check_label(self.label))


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """The lines for a postal address.

    Attributes:
        label: What it is for, as typed.
        parts: The others of ``ADDRESS_PARTS`` as typed, by name.
        kept: What the lines were filled with; None for new ones.
    """

    label: str = ""
    parts: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(ADDRESS_PARTS, ""))
    kept: Address | None = None

    @classmethod
    def of(cls, kept: Address) -> AddressEntry:
        """The lines of what is kept."""
        # A street of several lines is read out with commas, as the others of the parts are.
        return cls(
            in_line(kept.label),
            {part: in_line(getattr(kept, part).replace("\n", ", ")) for part in ADDRESS_PARTS},
            kept,
        )

    @property
    def is_blank(self) -> bool:
        """Whether they say nothing, and never did."""
        return self.kept is None and not any(text.strip() for text in self.parts.values())

    def read(self) -> Address | None:
        """What the lines say; None where they are empty.

        Raises:
            WordError: A part is too long.
        """
        was = AddressEntry.of(self.kept) if self.kept else AddressEntry()
        if self.kept and self == was:
            return self.kept
        changed = {
            part: one_line(part.replace("_", " "), text) for part, text in self.parts.items() if text != was.parts[part]
        }
        if self.label != was.label:
            changed["label"] = check_label(self.label)
        said = replace(self.kept or Address(), **changed)
        return said if said.one_line() else None


def in_line(text: str) -> str:
    """Text from outside as it stands in a line that can be changed: safe, and without line breaks."""
    return plain(text).strip(_ISOLATES)


def in_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(line.strip(_ISOLATES) for line in plain_lines(text))
