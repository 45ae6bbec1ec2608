"""Sentences about contacts that go into the archive, stay in it, or come out of it; safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.display import plain
from netkeeper.phrases.enumerated import enumerated, first_of


def names_of(contacts: Iterable[Contact]) -> str:
    """All names in a row: ``A, B and C``."""
    return enumerated([plain(contact.name) for contact in contacts])


def asked_about_again(placed: Sequence[Contact], taken_out: Sequence[Contact]) -> list[str]:
    """Who is in the review from now on: those who waited to be sorted, and those who were in the archive."""
    sentences = []
    if placed:
        sentences.append(f"Sorted with it: {names_of(placed)}.")
    if taken_out:
        sentences.append(f"Out of the archive: {names_of(taken_out)}.")
    return sentences


def in_archive_still(contacts: Sequence[Contact]) -> str:
    """Which of the contacts stay in the archive; empty where none is in it."""
    archived = [contact for contact in contacts if contact.archived]
    return f"In the archive still, unasked about: {names_of(archived)}." if archived else ""


def still_promised(promises: Sequence[tuple[Contact, FollowUp]], *, names_people: bool) -> str:
    """What is still promised to contacts that went into the archive; empty where nothing is.

    Args:
        promises: The open promises, each with whom it is to.
        names_people: Whether each promise is shown with its contact's name.
    """
    if not promises:
        return ""
    template = "{name}: {what}" if names_people else "{what}"
    shown = [
        template.format(name=plain(contact.name), what=plain(promise.what) or "be in touch")
        for contact, promise in promises
    ]
    return f"Still promised: {first_of(shown)}; nothing asks about it while they are archived."
