"""The intermediate form of a card between content lines and contact."""

from __future__ import annotations

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import NameParts
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.photos import MAX_PHOTO_BYTES, photo_in
from netkeeper.interchange.vcard.content_line import Head
from netkeeper.interchange.vcard.lines import MAX_PROPERTY_BYTES
from netkeeper.interchange.vcard.own import OwnProperties
from netkeeper.interchange.vcard.unknown_properties import base64_body, can_be_verbatim, is_damaged, kept_line
from netkeeper.interchange.vcard.values import one_line, unescape

MAX_KEPT = 256 * 1024
"""Limit of the unknown properties of one card, in characters."""

MAX_PHOTOS = 8
"""Maximum number of pictures of one card."""

GROUP = "group"
ORGANIZATION = "org"
"""Values of KIND (RFC 6350, section 6.1.4)."""

SHOWN_AS_COMPANY = "company"
"""The kind of a card with Apple's X-ABShowAs:COMPANY: an organization's, or that of somebody shown as theirs."""

MAX_REMARKS = 20
"""Maximum number of remarks per card."""


def too_long(name: str, size: int) -> str:
    """The remark about a property that was not read, for its size in bytes."""
    if name in ("PHOTO", "LOGO"):
        return f"{name} ({size * 3 // 4 // 1024:,} KB) is left out: over {MAX_PHOTO_BYTES // 1024} KB"
    return f"{name} ({size // 1024:,} KB) is left out: over {MAX_PROPERTY_BYTES // 1024} KB"


class Card:
    """The properties of a card read so far.

    Emails, phones, URLs and addresses are stored with their heads, because a later X-ABLabel may hold their label.
    """

    __slots__ = (
        "addresses",
        "apple_labels",
        "birthday",
        "emails",
        "fields",
        "is_decoded",
        "is_guessed",
        "is_old",
        "kept",
        "kept_size",
        "kind",
        "members",
        "name",
        "nickname",
        "notes",
        "organization",
        "own",
        "parts",
        "phones",
        "photos",
        "program",
        "remarks",
        "step",
        "title",
        "uid",
        "updated",
        "urls",
    )  # fmt: skip

    def __init__(self, is_old: bool) -> None:
        self.is_old = is_old
        self.is_decoded = False
        self.is_guessed = False
        self.name = self.nickname = self.kind = self.organization = self.title = self.uid = self.updated = (
            self.program
        ) = ""
        self.parts: NameParts | None = None
        self.emails: list[tuple[Head, str]] = []
        self.phones: list[tuple[Head, str]] = []
        self.urls: list[tuple[Head, str]] = []
        self.addresses: list[tuple[Head, list[str]]] = []
        self.birthday: Birthday | None = None
        self.fields: list[str] = []
        self.step = Step.POTENTIAL
        self.notes: list[str] = []
        self.members: tuple[str, ...] = ()
        self.own: OwnProperties | None = None
        self.apple_labels: dict[str, tuple[str, int]] = {}
        self.kept: list[str] = []
        self.kept_size = 0
        self.photos = 0
        self.remarks: list[str] = []

    def remark(self, text: str) -> None:
        """Add a message about the card to the import report."""
        if len(self.remarks) < MAX_REMARKS:
            self.remarks.append(text)

    def text(self, value: str) -> str:
        """The unescaped text of a value."""
        return unescape(value, self.is_old) if "\\" in value else value

    def line(self, value: str) -> str:
        """The unescaped text of a value, trimmed and on one line."""
        return one_line(unescape(value, self.is_old) if "\\" in value else value)

    def keep(self, head: Head, value: str) -> None:
        """Keep a property as a content line, unless it is empty, damaged, or exceeds ``MAX_KEPT``."""
        if not value.strip(" \t\n;,"):
            return
        if can_be_verbatim(head, value) and not (self.is_old or self.is_decoded):
            line = f"{head.written}:{value}"
        else:
            body = base64_body(head, value)
            if body is not None and is_damaged(body):
                self.remark(f"{head.name} is damaged; left out")
                return
            line = kept_line(head, value, is_old=self.is_old, is_decoded=self.is_decoded)
        if head.name in ("PHOTO", "LOGO") and (photo := photo_in(line)) is not None:
            self._keep_photo(head.name, len(photo.data), line)
            return
        self.kept_size += len(line)
        if self.kept_size > MAX_KEPT:
            self.kept_size -= len(line)
            self.remark(f"{head.name} ({len(line) // 1024} KB) is left out: over {MAX_KEPT // 1024} KB of one card")
            return
        self.kept.append(line)

    def _keep_photo(self, name: str, size: int, line: str) -> None:
        """Keep a picture, which has bounds of its own."""
        if size > MAX_PHOTO_BYTES:
            self.remark(f"{name} ({-(-size // 1024)} KB) is left out: over {MAX_PHOTO_BYTES // 1024} KB")
        elif self.photos >= MAX_PHOTOS:
            self.remark(f"{name} ({size // 1024} KB) is left out: over {MAX_PHOTOS} pictures of one card")
        else:
            self.photos += 1
            self.kept.append(line)
