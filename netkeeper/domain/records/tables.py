"""The tables of a network: one row each, from which all code that handles whole networks is derived.

The store (which file), the doctor, history and undo, merging, the app's notices, netkeeper's own JSON,
import and export, the proof of the leaving pack and the checks of what scripts write go over ``TABLES``.
Functions are named by their place below ``netkeeper.domain``, so that they are loaded when they are first used.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from netkeeper.domain.people.ids import is_id

if TYPE_CHECKING:
    from netkeeper.domain.records.values import Fields

WITHOUT = ("notes", "feelings")
"""The values of ``--without``; with ``TEAM`` the keys of ``Table.private``."""

TEAM = "team"
"""The key of ``Table.private`` for ``--for-team``."""


# These are plain classes: every command loads them, and a NamedTuple of so many properties takes half a millisecond.


class Reference:
    """A property that names contacts by id: a text, or a list of texts.

    Attributes:
        name: Of the property.
        called: The singular noun for a record whose contact is missing.
        may_be_name: Whether it may hold a name instead of an id.
    """

    def __init__(self, name: str, called: str, *, may_be_name: bool = False) -> None:
        self.name = name
        self.called = called
        self.may_be_name = may_be_name


class Description:
    """How History describes the documents of a table.

    Attributes:
        heading: The template of a document's heading: ``{people}``, ``{kind}``, ``{name}`` and ``{table}`` are filled in.
        labels: The described properties with their labels, in order; None for all properties.
        in_heading: The properties that the heading of an added or removed document includes.
        kinds: What kind of value a property has, by its name: ``day``, ``contacts`` … (``_WORDS`` in
            ``phrases/document_changes.py``); others are shown as stored.
    """

    def __init__(
        self,
        heading: str,
        labels: Mapping[str, str] | None = None,
        in_heading: tuple[str, ...] = (),
        kinds: Mapping[str, str] = {},
    ) -> None:
        self.heading = heading
        self.labels = labels
        self.in_heading = in_heading
        self.kinds = kinds


class Table:
    """The declaration of a table.

    Attributes:
        name: In the files and in netkeeper's JSON.
        record: The singular noun for a record; empty where users never see it.
        decode: The function from id and document to a record, or its name; a record has an ``id``. None for a
            reserved table, which is empty.
        encode: A record to a document without its id.
        check: Raises InvalidValueError for a document (with ``id``) of the wrong shape.
        people_of: The properties that name contacts: a merge re-points them, the doctor looks for missing
            contacts, the app's notices name them, an import maps them, an export takes what names its people.
        mentions: Properties with ids of contacts that may be missing without harm; an import maps them.
        describe: How History describes its documents.
        private: The properties that stay out of lists for others, by ``WITHOUT`` and ``TEAM``; without a key
            ``TEAM`` the team gets none of them. None keeps the whole table out of every list for others.
        large: Whether it is in interactions.json, which is loaded on demand. Undoing the addition of a contact doesn't
            search it for references: a record in it has to change its contacts too, as an interaction changes their
            latest days.
        order: The properties by which its records are sorted; then by id.
        quiet: Whether netkeeper writes it by itself: changes of it alone are neither described nor undone.
        is_described: Whether History and the app's notices describe its changes.
        of_contact: Whether its ids are contacts' ids: its documents are deleted and merged with the contact.
        join: For such a table, the function that merges the documents of the remaining and the deleted contact.
        part_of: The table whose records its documents belong to as well, under the same id.
        exchanged: Whether it is a list of its own in netkeeper's JSON.
    """

    def __init__(
        self,
        name: str,
        record: str = "",
        decode: Callable[[str, Fields], Any] | str | None = None,
        encode: Callable[[Any], Fields] | str | None = None,
        check: Callable[[Any], object] | str | None = None,
        people_of: tuple[Reference, ...] = (),
        *,
        mentions: tuple[str, ...] = (),
        describe: Description | str | None = None,
        private: Mapping[str, tuple[str, ...]] | None = None,
        large: bool = False,
        order: tuple[str, ...] = (),
        quiet: bool = False,
        is_described: bool = True,
        of_contact: bool = False,
        join: Callable[[Fields, Fields], Fields] | str | None = None,
        part_of: str = "",
        exchanged: bool = False,
    ) -> None:
        self.name = name
        self.record = record
        self.decode = decode
        self.encode = encode
        self.check = check
        self.people_of = people_of
        self.mentions = mentions
        self.describe = describe
        self.private = private
        self.large = large
        self.order = order
        self.quiet = quiet
        self.is_described = is_described
        self.of_contact = of_contact
        self.join = join
        self.part_of = part_of
        self.exchanged = exchanged

    def part(self, name: str) -> Any:
        """One of its functions or its description, imported where it is given by name; None for none."""
        value = getattr(self, name)
        if not isinstance(value, str):
            return value
        module, _, function = value.rpartition(".")
        return getattr(__import__(f"netkeeper.domain.{module}", fromlist=[function]), function)

    def read(self, number: str, document: Fields) -> Any:
        """A document as a record; raises ValueError, LookupError or TypeError where it is none."""
        return self.part("decode")(number, document)

    def document(self, record: Any) -> Fields:
        """A record as a document, its id left out."""
        fields: Fields = self.part("encode")(record)
        return fields

    def private_names(self, without: Collection[str]) -> set[str]:
        """The properties that stay out of a list for others.

        Args:
            without: Keys of ``private``.
        """
        private = self.private or {}
        keys = {key for each in without for key in ((each,) if each in private or each != TEAM else WITHOUT)}
        return {name for key in keys for name in private.get(key, ())}

    def people_in(self, number: str, document: Fields) -> Iterator[str]:
        """The ids of the contacts of a document: its own id, or those in ``people_of``."""
        return iter((number,)) if self.of_contact else self.references_in(document)

    def references_in(self, document: Fields) -> Iterator[str]:
        """The ids in ``people_of`` of a document."""
        for reference in self.people_of:
            value = document.get(reference.name, ())
            if isinstance(value, str):
                if not reference.may_be_name or is_id(value):
                    yield value
            else:
                yield from value

    def with_people(self, document: Fields, here: Callable[[str], str | None]) -> Fields:
        """A document with the ids of its contacts replaced.

        Args:
            here: Returns the new id; None removes it from a list, and empties a single reference.
        """
        changed: Fields = dict(document)
        for name in (*(reference.name for reference in self.people_of), *self.mentions):
            value = document.get(name)
            if isinstance(value, str):
                changed[name] = here(value) or ""
            elif value is not None:
                changed[name] = list(dict.fromkeys(filter(None, map(here, value))))
        return changed


_ROWS = (
    Table(
        "member",
        decode="records.members.member_from_document",
        encode="records.members.member_document",
        check="records.shapes.check_member",
        describe="records.member_history.DESCRIPTION",
    ),
    Table(
        "contacts",
        "person",
        "records.contacts.contact_from",
        "records.contacts.contact_document",
        "records.shapes.check_contact",
        (Reference("via", "introduction", may_be_name=True),),
        describe="records.contact_history.DESCRIPTION",
        of_contact=True,
    ),
    Table(
        "followups",
        "follow-up",
        "records.followups.followup_from",
        "records.followups.followup_document",
        "records.shapes.check_followup",
        (Reference("contact_id", "follow-up"),),
        describe="records.followups.DESCRIPTION",
        # The team has to keep what is promised to its own people.
        private={"notes": ("what",), "feelings": (), TEAM: ()},
        order=("due_on", "created"),
        exchanged=True,
    ),
    Table("offers"),
    Table(
        "diary",
        "day of the diary",
        "records.diary.diary_day_of",
        "records.diary.diary_document",
        "records.shapes.check_diary_day",
        mentions=("offered", "done", "stretch", "occasions", "sort"),
        quiet=True,
        exchanged=True,
    ),
    Table(
        "diary_answers",
        "day of the diary",
        "records.diary.diary_day_of",
        "records.diary.answer_document",
        "records.shapes.check_diary_day",
        describe="records.diary.ANSWERS_DESCRIPTION",
        part_of="diary",
    ),
    Table(
        "holidays",
        decode="records.members.holidays_from_document",
        encode="records.members.holidays_document",
        check="records.shapes.check_holidays",
        quiet=True,
    ),
    Table(
        "interactions",
        "interaction",
        "records.interactions.interaction_from",
        "records.interactions.interaction_document",
        "records.shapes.check_interaction",
        (Reference("contact_ids", "interaction"),),
        describe="records.interactions.DESCRIPTION",
        private={"notes": ("note",), "feelings": ("feeling", "signals")},
        large=True,
        order=("on", "created"),
        exchanged=True,
    ),
    Table(
        "kept",
        decode="records.beside.kept_lines",
        encode="records.beside.kept_document",
        check="records.shapes.check_kept",
        describe="records.beside.KEPT_DESCRIPTION",
        large=True,
        of_contact=True,
        join="records.beside.joined_kept",
    ),
    Table(
        "said",
        decode="records.beside.source_values_from",
        encode="records.beside.source_values_document",
        check="records.shapes.check_source_values",
        large=True,
        is_described=False,
        of_contact=True,
        join="records.beside.joined_source_values",
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _ROWS}
"""Every table by name, in the order in which they are written to their file."""


def names_of(*, large: bool) -> tuple[str, ...]:
    """The names of the tables of interactions.json, or of network.json."""
    return tuple(table.name for table in TABLES.values() if table.large is large)


def is_large(name: str) -> bool:
    """Whether a table lies in interactions.json."""
    return name in TABLES and TABLES[name].large


def is_quiet(name: str) -> bool:
    """See ``Table.quiet``."""
    return name in TABLES and TABLES[name].quiet


def exchanged_tables() -> list[Table]:
    """The tables that are lists of their own in netkeeper's JSON, in its order: interactions.json first."""
    return sorted((table for table in TABLES.values() if table.exchanged), key=lambda table: not table.large)


def tables_naming_people() -> list[Table]:
    """The tables with ``people_of``; contacts, which name who introduced them, come last."""
    return sorted((table for table in TABLES.values() if table.people_of), key=lambda table: table.of_contact)
