"""The files of a leaving pack, and which program each is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing

Whom = Literal["all", "active", "archived"]
"""Whose entries are in a file."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack.

    Attributes:
        format: The format's name in ``FORMATS``.
        goes: Which program it is for and how to import it; ``{name}`` stands for the file's name, and ``{ending}`` for what
            locking adds to the names of the others.
        as_events: Whether follow-ups are events in it rather than tasks.
        whom: Whose entries are in it. A program that can't tell who was archived gets those in a file of their own.
        for_team: What ``goes`` is where the team gets the file; empty for the same.
    """

    name: str
    format: str
    goes: str
    as_events: bool = False
    whom: Whom = "all"
    for_team: str = ""

    def text(self, ending: str, *, for_team: bool) -> str:
        """Which program it is for, in a pack.

        Args:
            ending: What locking adds to its names; empty for nothing.
            for_team: Whether the pack is for the team.
        """
        goes = self.for_team if for_team and self.for_team else self.goes
        return goes.format(name=self.name + ending, ending=ending)

    def content(self, outgoing: Outgoing) -> Outgoing:
        """The part of an export that is in the file."""
        cards = outgoing.cards if self.whom == "all" else _cards(outgoing, archived=self.whom == "archived")
        return replace(outgoing, cards=cards, as_events=self.as_events)


def _cards(outgoing: Outgoing, *, archived: bool) -> tuple[WriteContact, ...]:
    return tuple(card for card in outgoing.cards if card.contact.archived is archived)


_NO_SPREADSHEET = "Not for a spreadsheet, which would run what begins with = + - @ as a formula."

_ARCHIVED = "Archived people, for the same programs as {other}{{ending}}; only if they are wanted there too."

PACK: Sequence[PackFile] = (
    PackFile("contacts.vcf", "vcard", "Phone, iPhone and Mac: send it to yourself and open it; they ask to add all contacts.", whom="active"),
    PackFile("archived.vcf", "vcard", _ARCHIVED.format(other="contacts.vcf"), whom="archived"),
    PackFile("contacts-vcard-4.vcf", "vcard4", "Address books that want vCard 4.0, such as Nextcloud.", whom="active"),
    PackFile("archived-vcard-4.vcf", "vcard4", _ARCHIVED.format(other="contacts-vcard-4.vcf"), whom="archived"),
    PackFile("google.csv", "google", f"Google: contacts.google.com, Import, choose this file. {_NO_SPREADSHEET}", whom="active"),
    PackFile("archived-google.csv", "google", f"{_ARCHIVED.format(other='google.csv')} {_NO_SPREADSHEET}", whom="archived"),
    PackFile("outlook.csv", "outlook", f"Outlook: People, Manage contacts, Import contacts, choose this file. {_NO_SPREADSHEET}", whom="active"),
    PackFile("archived-outlook.csv", "outlook", f"{_ARCHIVED.format(other='outlook.csv')} {_NO_SPREADSHEET}", whom="archived"),
    PackFile("contacts.csv", "csv", "A spreadsheet: in Excel, Data, From Text/CSV; in LibreOffice, just open it. Its column Archived tells who is archived."),
    PackFile("interactions.csv", "interactions", "A spreadsheet too: what happened with whom, when, and how it felt.", for_team="A spreadsheet too: what happened with whom, and when."),
    PackFile("follow-ups.ics", "ics", "Apple Reminders, Thunderbird, Nextcloud: what is promised, as tasks, and birthdays; of nobody archived."),
    PackFile("follow-ups-as-events.ics", "ics", "Google Calendar and Outlook, which pass over tasks: the same as all-day events.", True),
    PackFile("network-book.html", "html", "To read and to print: open it in any browser, also without a connection. Archived people come last."),
    PackFile("network-book.md", "markdown", "The same as text, for notes programs such as Obsidian."),
    PackFile("network.json", "json", "Another netkeeper: netkeeper import {name} brings everything, nothing lost.", for_team="Another netkeeper: netkeeper import {name} brings these people and what is open with them."),
)  # fmt: skip
"""The files of the pack, in the order of its guide."""


def files_for(outgoing: Outgoing) -> list[PackFile]:
    """The files that an export needs: those of archived people, or of the others, only where there are any."""
    there = {"all", *("archived" if card.contact.archived else "active" for card in outgoing.cards)}
    return [file for file in PACK if file.whom in there]
