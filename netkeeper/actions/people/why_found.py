"""Why a search selected a contact: the text that matched, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netkeeper.domain.dates.describe import MONTH_NAMES, is_near
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.phones import digit_forms
from netkeeper.domain.search.free_text import Spot, TextQuery
from netkeeper.domain.search.haystack import TextSource, prepared, values_at
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.search.search import Search
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.highlights import Span, excerpt, number_spans, spans
from netkeeper.store.network import Network


@dataclass(frozen=True, slots=True)
class WhyFound:
    """Where the least obvious part of a search's free text matched.

    Attributes:
        place: The part of the card or of the timeline.
        text: The stored value, not safe to show.
        sought: The part of the search that matched, folded.
        digits: Its digits, where a phone number matched.
        on: The day of the interaction or promise; None for the card.
        is_open: Whether it is an open promise.
    """

    place: TextSource
    text: str
    sought: str
    digits: str = ""
    on: date | None = None
    is_open: bool = False

    def label(self, today: date) -> str:
        """The place in a word or two: ``title``, ``note 2 Nov``, ``promise 7 Dec``."""
        if self.on is None:
            return _LABELS[self.place]
        what = "note" if self.place is TextSource.INTERACTIONS else "promise" if self.is_open else "past promise"
        day = f"{self.on.day} {MONTH_NAMES[self.on.month - 1]}"
        return f"{what} {day}" if is_near(self.on, today) else f"{what} {day} {self.on.year}"

    def excerpt(self, columns: int) -> tuple[str, list[Span]]:
        """The text around the match on one line, safe to show, and the spans of the match in it.

        Args:
            columns: The available width in cells.
        """
        text = plain(" ".join(self.text.split()))
        found = spans(text, [self.sought]) or (number_spans(text, self.digits) if self.digits else [])
        return excerpt(text, found, columns)


_LABELS = {
    TextSource.NAME: "name",
    TextSource.ORGANIZATION: "organization",
    TextSource.TITLE: "title",
    TextSource.FIELDS: "field",
    TextSource.EMAILS: "email",
    TextSource.PHONES: "phone",
    TextSource.URLS: "web",
    TextSource.ADDRESSES: "address",
    TextSource.VIA: "through",
    TextSource.MET: "met",
    TextSource.NOTES: "about",
}


def why_found(network: Network, person: Findable, search: Search) -> WhyFound | None:
    """Where a search's free text matched; None for the name, or where the search has no free text."""
    found = search.least_obvious(person)
    if found is None or found[1].place is TextSource.NAME:
        return None
    each, spot = found
    try:
        return _in_timeline(network, each, spot) if spot.entry else _on_card(person, each, spot)
    except NetkeeperError:
        return None  # It was deleted since the search; the list is about to be made anew.


def _on_card(person: Findable, sought: TextQuery, spot: Spot) -> WhyFound:
    values = values_at(spot.place, person.contact, person.via_name or person.contact.via)
    text = next((value for value in values if _has(value, sought, person.region)), next(iter(values), ""))
    return WhyFound(spot.place, text, sought.folded, sought.digits)


def _has(value: str, sought: TextQuery, region: str) -> bool:
    if sought.text in prepared(value):
        return True
    return bool(sought.digits) and any(sought.digits in form for form in digit_forms(value, region))


def _in_timeline(network: Network, sought: TextQuery, spot: Spot) -> WhyFound:
    if spot.place is TextSource.INTERACTIONS:
        interaction = network.interaction(spot.entry)
        return WhyFound(spot.place, interaction.note, sought.folded, on=interaction.on)
    promise = network.followup(spot.entry)
    on = promise.closed_on or promise.due_on
    return WhyFound(spot.place, promise.what, sought.folded, on=on, is_open=promise.is_open)
