"""Emails, phones and nicknames of all contacts, to find contacts by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from netkeeper.domain.language.reach_words import Reach
from netkeeper.domain.records import Fields
from netkeeper.store.documents import candidates


def reaches(contacts: Mapping[str, Fields]) -> Iterator[Reach]:
    """Emails and phones of every contact; parses every document."""
    for contact_id, document in contacts.items():
        emails, phones = (tuple(item["value"] for item in document.get(name, ())) for name in ("emails", "phones"))
        yield Reach(contact_id, emails, phones)


def nicknames(kept: Mapping[str, Fields]) -> Iterator[tuple[str, str]]:
    """Ids and nicknames from the NICKNAME lines of imported contacts (RFC 6350, section 6.2.3).

    Args:
        kept: The table of unknown properties.
    """
    found = {**dict(candidates(kept, "NICKNAME")), **dict(candidates(kept, "nickname"))}
    for contact_id, document in found.items():
        for line in document.get("lines", ()):
            head, _, value = line.partition(":")
            if head.partition(";")[0].rpartition(".")[2].upper() == "NICKNAME":
                for nickname in re.split(r"(?<!\\),", value):
                    yield contact_id, re.sub(r"\\(.)", r"\1", nickname)
