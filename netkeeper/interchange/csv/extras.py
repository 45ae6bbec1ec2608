"""Values of table columns that contacts have no property for, stored as vCard content lines.

So they survive an export to any format that has a place for them: vCard, Google or Outlook.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from netkeeper.interchange.vcard.content_line import format_line, parse_head, split_line
from netkeeper.interchange.vcard.labels import apple_label
from netkeeper.interchange.vcard.values import escape, split, unescape

_APPLE_LABELS = frozenset(
    (
        "Anniversary",
        "Spouse",
        "Child",
        "Manager",
        "Assistant",
        "Father",
        "Mother",
        "Brother",
        "Sister",
        "Friend",
        "Partner",
    )
)
_PHONETIC = {
    "phonetic-given": "X-PHONETIC-FIRST-NAME",
    "phonetic-additional": "X-PHONETIC-MIDDLE-NAME",
    "phonetic-family": "X-PHONETIC-LAST-NAME",
}


@dataclass(slots=True)
class Extras:
    """Values of a contact that have no property in the network.

    Attributes:
        texts: Single values by kind: nickname, department, photo, phonetic names.
        events: Pairs of label and date.
        relations: Pairs of label and name.
        ims: Pairs of service and chat address.
    """

    texts: dict[str, str] = field(default_factory=dict)
    events: list[tuple[str, str]] = field(default_factory=list)
    relations: list[tuple[str, str]] = field(default_factory=list)
    ims: list[tuple[str, str]] = field(default_factory=list)


def extra_lines(extras: Extras, organization: str) -> list[str]:
    """The vCard content lines for extra values.

    Args:
        organization: The organization of the department, which ORG repeats.
    """
    texts = extras.texts
    lines = []
    if department := texts.get("department"):
        lines.append(f"ORG:{escape(organization)};{escape(department)}")
    if nickname := texts.get("nickname"):
        lines.append(f"NICKNAME:{escape(nickname)}")
    lines += [f"{name}:{escape(texts[kind])}" for kind, name in _PHONETIC.items() if kind in texts]
    if photo := texts.get("photo"):
        lines.append(f"PHOTO;VALUE=uri:{escape(photo)}")
    lines += [
        format_line("IMPP", escape(value), params=(("X-SERVICE-TYPE", label),) if label else ())
        for label, value in extras.ims
    ]
    group = 0
    for name, pairs in (("X-ABDATE", extras.events), ("X-ABRELATEDNAMES", extras.relations)):
        for label, value in pairs:
            if not label:
                lines.append(f"{name}:{escape(value)}")
                continue
            group += 1
            apples = f"_$!<{label}>!$_" if label in _APPLE_LABELS else escape(label)
            lines += [f"item{group}.{name}:{escape(value)}", f"item{group}.X-ABLabel:{apples}"]
    return lines


def extras_of(kept: Iterable[str]) -> Extras:
    """The values in vCard content lines that Google or Outlook has a column for."""
    extras = Extras()
    labels: dict[str, str] = {}
    found: list[tuple[str, str, str]] = []
    for line in kept:
        written, value = split_line(line)
        head = parse_head(written)
        if head is None:
            continue
        if head.name == "X-ABLABEL":
            labels[head.group.lower()] = apple_label(unescape(value))
        elif head.name in ("X-ABDATE", "X-ABRELATEDNAMES", "ANNIVERSARY"):
            found.append((head.name, head.group.lower(), unescape(value)))
        elif head.name == "IMPP":
            extras.ims.append((head.param("X-SERVICE-TYPE"), unescape(value)))
        elif head.name == "ORG":
            extras.texts.setdefault("department", "; ".join(filter(None, split(value, ";")[1:])))
        elif head.name == "NICKNAME":
            extras.texts.setdefault("nickname", ", ".join(filter(None, split(value, ","))))
        elif head.name == "PHOTO" and value.lower().startswith(("http://", "https://")):
            extras.texts.setdefault("photo", value)
        else:
            extras.texts.update({kind: unescape(value) for kind, name in _PHONETIC.items() if name == head.name})
    for name, group, value in found:
        pairs = extras.relations if name == "X-ABRELATEDNAMES" else extras.events
        label = "Anniversary" if name == "ANNIVERSARY" else labels.get(group, "") if group else ""
        pairs.append((label, value))
    extras.texts = {kind: text for kind, text in extras.texts.items() if text}
    return extras
