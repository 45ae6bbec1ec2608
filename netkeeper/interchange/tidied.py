"""Leaves out what a file has in place of a value, and takes names and addresses apart that stand in one cell.

For files of other programs, of any format; what netkeeper wrote stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.emails import unwrapped_email
from netkeeper.domain.people.identity.own_words import is_nameless
from netkeeper.domain.people.placeholders import is_placeholder
from netkeeper.interchange.cards import ParsedFile, ReadContact

_LINKEDIN_MEMBER = "urn:li:"
"""What LinkedIn wrote for an address that it kept to itself."""


def tidied(parsed: ParsedFile) -> ParsedFile:
    """The content of a file with every contact tidied."""
    return replace(parsed, contacts=tuple(map(_tidied, parsed.contacts)))


def _tidied(read: ReadContact) -> ReadContact:
    if read.contact.id:
        return read
    contact = _named(_without_placeholders(read.contact))
    return read if contact is read.contact else replace(read, contact=contact)


def _without_placeholders(contact: Contact) -> Contact:
    emails, beside = _emails(contact.emails) if contact.emails else ((), "")
    phones = _kept(contact.phones, is_placeholder)
    urls = _kept(contact.urls, is_placeholder)
    organization = "" if is_placeholder(contact.organization) else contact.organization
    title = "" if is_placeholder(contact.title) else contact.title
    before = (contact.emails, contact.phones, contact.urls, contact.organization, contact.title)
    if (emails, phones, urls, organization, title) == before:
        return contact
    tidy = replace(contact, emails=emails, phones=phones, urls=urls, organization=organization, title=title)
    return replace(tidy, name=beside) if beside and is_nameless(contact) else tidy


def _emails(emails: tuple[Labelled, ...]) -> tuple[tuple[Labelled, ...], str]:
    """The addresses without what stands around them, and the first name beside one."""
    found: list[Labelled] = []
    names = []
    for email in emails:
        address, name = unwrapped_email(email.value)
        if name and not name[:1].isupper() and not any(each in email.value for each in "<([:"):
            address, name = email.value, ""  # A blank in an address that was mistyped ("business 3@one.example").
        if name:
            names.append(name)
        if not is_placeholder(address) and not address.lower().startswith(_LINKEDIN_MEMBER):
            found.append(email if address == email.value else replace(email, value=address))
    return (tuple(found) if tuple(found) != emails else emails), next(iter(names), "")


def _kept(values: tuple[Labelled, ...], is_left_out: Callable[[str], bool]) -> tuple[Labelled, ...]:
    if not any(is_left_out(each.value) for each in values):
        return values
    return tuple(each for each in values if not is_left_out(each.value))


def _named(contact: Contact) -> Contact:
    """The contact with an address that stands in its name among its emails."""
    if "@" not in contact.name:
        if not is_placeholder(contact.name):
            return contact
        reach = next((each.value for each in (*contact.emails, *contact.phones)), "")
        name = contact.name_parts.formatted() or contact.organization or reach
        return replace(contact, name=name) if name and not is_placeholder(name) else contact
    address, name = unwrapped_email(contact.name)
    if "@" not in address or " " in address:
        return contact
    emails = contact.emails
    if address.casefold() not in {each.value.casefold() for each in emails}:
        emails = (*emails, Labelled(address))
    elif not name:
        return contact
    return replace(contact, name=name or contact.name, emails=emails)
