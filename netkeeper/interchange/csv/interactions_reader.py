"""Reading tables of interactions: a day, who, and what was said, in a row each.

Those that netkeeper writes, and those that people keep by hand: ``Päivä;Kuka;Tapa;Muistiinpano``. A table is one where each
header is one of these; any other column makes it a table of contacts, and so it is in doubt.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from netkeeper.domain.errors import NetkeeperError, UnreadableFileError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.language.values import MAX_NOTE, choose, choose_several
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ids import ID_LENGTH
from netkeeper.domain.people.names import MAX_NAME
from netkeeper.domain.people.reach import is_email
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.cards import NamedBy, ParsedFile, ReadContact, ReadProgress, Skipped
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.interchange.csv.days import Days, Order, find_order, year_after_2000
from netkeeper.interchange.csv.formula_escape import unescape_cell
from netkeeper.interchange.csv.headers import header_words
from netkeeper.interchange.csv.interactions_table import ID_HEADER, uid_in_mark
from netkeeper.interchange.csv.question import Question
from netkeeper.interchange.csv.reader import guess_for
from netkeeper.interchange.csv.records import Record
from netkeeper.interchange.csv.repair_encoding import EncodingRepair
from netkeeper.interchange.csv.row_names import is_family_first, turned, without_unseen_ends
from netkeeper.interchange.csv.table import Table, open_table
from netkeeper.interchange.vcard.own import id_in_uid
from netkeeper.interchange.vcard.values import one_line

_HEADERS = {
    "date": "date|day|when|on|päivä|päivämäärä|pvm|aika|milloin|datum|dag|när|tag|wann",
    "who": "who|with|whom|with whom|person|people|name|contact|contacts|kuka|kenen kanssa|henkilö|henkilöt|nimi|kontakti|vem|med|med vem"
    "|namn|person|wer|mit|mit wem|name|kontakt",
    "kind": "kind|type|how|channel|kind of contact|laji|tyyppi|tapa|kanava|miten|typ|sätt|kanal|art|wie",
    "note": "note|notes|comment|comments|what|about|topic|summary|muistiinpano|muistiinpanot|kommentti|mitä|aihe|asia|anteckning"
    "|anteckningar|kommentar|vad|notiz|notizen|bemerkung|was|thema",
    "feeling": "feeling|feel|mood|tunne|fiilis|tunnelma|känsla|gefühl",
    "signals": "signals|signal|signaalit|signaali|signaler|signale",
    "id": ID_HEADER,
}
_WHO_ALONE = frozenset(
    header_words(word)[0]
    for word in [
        "who",
        "with",
        "whom",
        "with whom",
        "kuka",
        "kenen kanssa",
        "vem",
        "med",
        "med vem",
        "wer",
        "mit",
        "mit wem",
    ]
)
"""Headers of people that no table of contacts has."""
_PART_OF = {header_words(word)[0]: part for part, words in _HEADERS.items() for word in words.split("|")}
_KINDS = {
    "puhelinsoitto": Kind.CALL, "soitto": Kind.CALL, "phone": Kind.CALL, "phone call": Kind.CALL, "samtal": Kind.CALL, "telefon": Kind.CALL,
    "anruf": Kind.CALL, "palaveri": Kind.MEETING, "kokous": Kind.MEETING, "lounas": Kind.MEETING, "kahvi": Kind.MEETING, "lunch": Kind.MEETING,
    "coffee": Kind.MEETING, "möte": Kind.MEETING, "treffen": Kind.MEETING, "tekstiviesti": Kind.MESSAGE, "whatsapp": Kind.MESSAGE,
    "sms": Kind.MESSAGE, "linkedin": Kind.MESSAGE, "meddelande": Kind.MESSAGE, "nachricht": Kind.MESSAGE, "meili": Kind.EMAIL, "e-mail": Kind.EMAIL,
    "e-post": Kind.EMAIL, "mail": Kind.EMAIL, "messut": Kind.EVENT, "evenemang": Kind.EVENT, "veranstaltung": Kind.EVENT,
}  # fmt: skip
_BETWEEN = re.compile(r"\s*[;\n|]\s*")
_WITH_REACH = re.compile(r"(.*\S)\s*<([^<>]+)>")
_SEVERAL_WORDS = 2
_MAX_ROWS = 250_000
_PROGRESS_EVERY = 500


def columns_of(table: Table) -> Mapping[str, int] | None:
    """The columns of a table of interactions by part; None for a table of another kind."""
    found: dict[str, int] = {}
    for place, header in enumerate(table.header):
        if not header:
            continue
        part = _PART_OF.get(header_words(header)[0])
        if part is None or part in found:
            return None
        found[part] = place
    if not {"date", "who"} <= found.keys() or len(found) <= _SEVERAL_WORDS:
        return None
    return found if _is_of_interactions(table, found) else None


def _is_of_interactions(table: Table, columns: Mapping[str, int]) -> bool:
    """Whether a table with such headers isn't one of contacts all the same: ``Name,Date,Type``, ``Name,Date,Notes``.

    It is one of interactions by a header that no table of contacts has, by kinds of interactions in its cells, or by somebody
    who is named twice.
    """
    if header_words(table.header[columns["who"]])[0] in _WHO_ALONE or {"feeling", "signals", "id"} & columns.keys():
        return True
    if "kind" in columns:
        cells = [cell for record in table.sample if (cell := _cell(record, columns["kind"]))]
        others: list[str] = []
        for cell in cells:
            _kind(cell, others)
        return len(others) * 2 < len(cells)
    names = [name for record in table.sample if (name := fold(_cell(record, columns["who"])))]
    return len(set(names)) < len(names)


def read_if_interactions(data: bytes, hints: Hints, progress: ReadProgress | None) -> Incoming | None:
    """The interactions of a table of them; None for any other file.

    Raises:
        Question: The user must say whether the day or the month comes first.
        UnreadableFileError: There are too many rows, or none.
    """
    try:
        table = open_table(data, hints.encoding, None, hints.header_line)
    except UnreadableFileError:
        return None  # The reader of contacts says what is wrong.
    columns = columns_of(table)
    return None if columns is None else read_interactions(table, columns, hints, progress)


def read_interactions(
    table: Table,
    columns: Mapping[str, int],
    hints: Hints = NO_HINTS,
    progress: ReadProgress | None = None,
) -> Incoming:
    """Read a table of interactions.

    Args:
        columns: The result of :func:`columns_of`.

    Returns:
        A contact for each name, which the import finds among those who are known, and the interactions.

    Raises:
        Question: The user must say whether the day or the month comes first.
        UnreadableFileError: There are too many rows, or none.
    """

    def order() -> Order | None:
        found, doubtful = find_order(cell for record in table.records() if (cell := _cell(record, columns["date"])))
        if found is None and doubtful:
            brief = f"Can't tell whether the day or the month comes first in {quoted(doubtful)}; say which"
            raise Question(
                f"{brief}: --dates day-first or --dates month-first.",
                "dates",
                table,
                guess_for(table),
                (doubtful,),
                brief=f"{brief}.",
            )
        return found

    reader = _Reader(columns, Days(cast("Order | None", hints.dates), order), hints.today)
    repair = EncodingRepair(table.encoding)
    for count, record in enumerate(table.records(), 1):
        if count > _MAX_ROWS:
            raise UnreadableFileError(f"There are more than {_MAX_ROWS:,} rows in the file; split it in several.")
        if any(cell.strip() for cell in record.cells):
            reader.read(repair.repaired(record))
        if progress is not None and count % _PROGRESS_EVERY == 0:
            progress(count, count + _PROGRESS_EVERY)
    if not (reader.interactions or reader.skipped):
        raise UnreadableFileError(f"There is no row below the header (line {table.header_line}).")
    contacts = tuple(reader.contacts.values())
    parsed = ParsedFile(contacts, tuple(reader.skipped), f"interactions {table.mark}")
    return Incoming(parsed, {"interactions": tuple(reader.interactions)})


def _cell(record: Record, place: int | None) -> str:
    if place is None or place >= len(record.cells):
        return ""
    return unescape_cell(record.cells[place].replace("\r\n", "\n").replace("\0", "")).strip()


class _Reader:
    """Reads the rows, and collects whom they name."""

    def __init__(self, columns: Mapping[str, int], days: Days, today: date | None) -> None:
        self._columns = columns
        self._days = days
        self._today = today
        self.contacts: dict[str, ReadContact] = {}
        self.interactions: list[Interaction] = []
        self.skipped: list[Skipped] = []

    def read(self, record: Record) -> None:
        """Read a row; one without a day or a name is skipped."""
        text = {part: _cell(record, place) for part, place in self._columns.items()}
        on = self._day(text["date"])
        who = list(_marked_people(text["who"], text.get("id", "")) or _people(text["who"]))
        if on is None or not who:
            what = f"{quoted(text['date'])} is not a day that has been" if who else "a row that names nobody"
            self.skipped.append(Skipped(record.line, what))
            return
        kept: list[str] = []
        kind = _kind(text.get("kind", ""), kept)
        feeling = _feeling(text.get("feeling", ""), kept)
        signals = _signals(text.get("signals", ""), kept)
        note = "\n".join(filter(None, (text.get("note", ""), *kept)))[:MAX_NOTE]
        ids = tuple(dict.fromkeys(self._id(each, record.line) for each in who))
        number = _number("interaction", str(len(self.interactions)), str(on), *ids, note)
        self.interactions.append(Interaction(number, on, ids, kind, note, feeling, signals))

    def _day(self, text: str) -> date | None:
        found, is_short = self._days.read(text)
        year = year_after_2000(text) if is_short else found.year if found else None
        if found is None or year is None:
            return None
        try:
            on = date(year, found.month, found.day)
        except ValueError:
            return None
        return None if self._today is not None and on > self._today else on

    def _id(self, contact: Contact, line: int) -> str:
        """The id in this file of somebody who is named."""
        reach = "".join(item.value.casefold() for item in (*contact.emails, *contact.phones))
        key = contact.id or contact.uid or fold(contact.name) + reach
        if key not in self.contacts:
            named_by: NamedBy = "id" if contact.id or contact.uid else "reach" if reach else "name"
            read = replace(contact, id=contact.id or _number("contact", key))
            self.contacts[key] = ReadContact(read, line, is_placed=True, named_by=named_by)
        return self.contacts[key].contact.id


def _number(*parts: str) -> str:
    """A number in the form of an id, the first digit not 0, the same for the same parts."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()
    lowest = 10 ** (ID_LENGTH - 1)
    return str(lowest + int.from_bytes(digest[:8], "big") % (9 * lowest))


def _marked_people(names: str, marks: str) -> list[Contact]:
    """Those whom netkeeper's own row names, each with the id or the UID; nobody where these aren't as many."""
    found = [_contact(each) for each in re.split(r"\s*;\s*", names)]
    uids = [uid_in_mark(each.strip()) for each in marks.split(";")]
    if len(found) != len(uids) or not all(uids):
        return []
    return [
        replace(contact, id=own_id, uid="" if own_id else uid)
        for contact, uid in zip(found, uids, strict=True)
        if contact is not None
        for own_id in (id_in_uid(uid),)
    ]


def _people(text: str) -> Iterator[Contact]:
    """Those whom a cell names; commas stand between whole names, or behind a family name."""
    for part in _BETWEEN.split(text):
        names = [each.strip() for each in part.split(",") if each.strip()]
        if len(names) > 1 and not is_family_first(part) and all(len(each.split()) > 1 for each in names):
            yield from filter(None, map(_contact, names))
        elif contact := _contact(part):
            yield contact


def _contact(written: str) -> Contact | None:
    name, reach = written.strip(), ""
    if found := _WITH_REACH.fullmatch(name):
        name, reach = found[1], found[2].strip()
    name = one_line(without_unseen_ends(name))[:MAX_NAME].strip()
    parts = turned(name) if is_family_first(name) else None
    labelled = (Labelled(reach),) if reach else ()
    emails, phones = (labelled, ()) if is_email(reach) else ((), labelled)
    if not name:
        return None
    if parts is None:
        return Contact("", name, emails=emails, phones=phones)
    return Contact("", parts.formatted(), parts, emails=emails, phones=phones)


def _kind(text: str, kept: list[str]) -> Kind:
    """The kind; a text that is none goes to the note."""
    if not text:
        return Kind.OTHER
    if known := _KINDS.get(" ".join(text.lower().split())):
        return known
    try:
        return choose("kind", text, tuple(Kind))
    except NetkeeperError:
        kept.append(text)
        return Kind.OTHER


def _feeling(text: str, kept: list[str]) -> int | None:
    """The feeling from 1 to 5; a text that is none goes to the note."""
    found = re.fullmatch(r"([1-5])(?:[.,]0|\s*/\s*5)?", text)
    if text and not found:
        kept.append(text)
    return int(found[1]) if found else None


def _signals(text: str, kept: list[str]) -> tuple[Signal, ...]:
    """The signals; a text that is none goes to the note."""
    if not text:
        return ()
    try:
        return tuple(dict.fromkeys(choose_several("signal", text, tuple(Signal))))
    except NetkeeperError:
        kept.append(text)
        return ()
