"""The properties of a contact, a row each: all that the ways a contact goes have to know of one.

The store, History, merges, imports, exports, the form and the words go over these rows. What a layer does by itself (a
widget, a line of a vCard) is keyed there by a row's kind or name; rows hold plain data only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from netkeeper.domain.people.contact import Contact, Hope, Importance, NameParts

Kind = Literal[
    "line", "text", "parts", "labelled", "addresses", "birthday", "fields", "names", "step", "choice", "choices", "ladder",
    "person", "days", "flag", "day", "moment",
]  # fmt: skip
"""What a property holds: what is kept, read, checked, told and written goes by it."""

Merge = Literal["one", "both", "higher", "unless-off", "all", "earliest", "latest", "first", "own"]
"""What one contact has of two: a choice of ``one`` (mine by default), ``both``, the ``higher`` or ``unless-off`` (on where it
is on for both); else without a choice: on for ``all``, the ``earliest``, the ``latest``, the ``first`` that says anything,
or what ``merge`` says by name (``own``)."""

Imports = Literal["fill", "add", "append", "no"]
"""What an import does with it: ``fill`` where it is empty, ``add`` items, ``append`` lines, or nothing."""

Without = Literal["notes", "feelings", "team"]
"""With what a private property stays here: ``--without notes``, ``--without feelings``, ``--for-team``."""

EVERY: frozenset[Without] = frozenset(("notes", "feelings", "team"))
CHOSEN: frozenset[Merge] = frozenset(("one", "both", "higher", "unless-off"))
"""The merges in which something can be chosen."""


class Property(NamedTuple):
    """A property of a contact; a tuple, which a cold start makes faster than a dataclass.

    Attributes:
        name: Its name in ``Contact`` and in the stored document.
        kind: What it holds.
        title: What it is called within a sentence; empty where no sentence speaks of it.
        label: What it is called where it is filled in and compared; empty where it can't be.
        hint: What stands in its line of the form while that is empty.
        history: What History calls it; empty where History doesn't tell of it.
        word: Its key in the small language; empty for none.
        finnish: What else stands for that key, blanks between.
        example: The word as one would type it; with ``help`` for keys that ``keys.KEYS`` doesn't word itself.
        help: What the word is about, in one line.
        choices: What a ``choice`` or ``choices`` may hold.
        marks: How each of the choices is shown, where it isn't shown as it is typed.
        has: What ``has:`` calls it; empty where it can't ask for it.
        merge: What one contact has of two.
        imports: What an import does with it.
        updates: Whether a later file of the same source replaces what that source said before.
        json: Its key in ``--json``; empty where scripts don't get it.
        vcard: The name of its own vCard property behind ``X-NETKEEPER-``; empty where a standard one holds it.
        column: What a column of a table that holds it is called for ``--map``; empty where it has columns of its own.
        header: The header of that column in netkeeper's table, and its name in a Google custom field.
        elsewhere: Whether Google's and Outlook's tables hold it too.
        private: With what it stays here.
    """

    name: str
    kind: Kind
    title: str = ""
    label: str = ""
    hint: str = ""
    history: str = ""
    word: str = ""
    finnish: str = ""
    example: str = ""
    help: str = ""
    choices: Sequence[Any] = ()
    marks: Sequence[str] = ()
    has: str = ""
    merge: Merge = "one"
    imports: Imports = "fill"
    updates: bool = False
    json: str = ""
    vcard: str = ""
    column: str = ""
    header: str = ""
    elsewhere: bool = False
    private: frozenset[Without] = frozenset()

    @property
    def is_simple(self) -> bool:
        """Whether every layer handles it by its kind alone: one line, or one choice, with a word of its own."""
        return self.kind in ("line", "choice") and bool(self.help)

    def shown(self, value: Any) -> str:
        """A line or a choice as people read it; empty for none."""
        if value is None:
            return ""
        return self.marks[self.choices.index(value)] if self.marks else str(value)


def _day(name: str, merge: Merge, vcard: str, column: str, header: str, history: str = "", json: str = "") -> Property:
    return Property(
        name,
        "day",
        "",
        history=history,
        merge=merge,
        imports="no",
        json=json,
        vcard=vcard,
        column=column,
        header=header,
    )


_PROPERTIES = (
    Property(
        "name", "line", "name", "Name", "given and family name", "name", "name",
        imports="no", updates=True, json="name", column="name", header="Name",
    ),
    Property("name_parts", "parts", "name", history="name in parts", merge="own", json="name_parts"),
    Property(
        "organization", "line", "organization", "Organization", "company, school or team", "organization", "org",
        has="org", updates=True, json="organization", column="organization", header="Organization",
    ),
    Property(
        "title", "line", "title", "Title", "what they do there", "title", "title",
        has="title", updates=True, json="title", column="title", header="Title",
    ),
    Property(
        "emails", "labelled", "email", "Email", "name@company.example", "email", "email",
        has="email", merge="both", imports="add", updates=True, json="emails",
    ),
    Property(
        "phones", "labelled", "phone", "Phone", "+358 40 555 0101", "phone", "phone",
        has="phone", merge="both", imports="add", updates=True, json="phones",
    ),
    Property(
        "urls", "labelled", "web address", "Web", "https://company.example", "web", "url",
        has="url", merge="both", imports="add", updates=True, json="urls",
    ),
    Property(
        "addresses", "addresses", "address", "Address", history="address",
        has="address", merge="both", imports="add", json="addresses",
    ),
    Property(
        "birthday", "birthday", "birthday", "Birthday", "29.2.1980, or 29.2.", "birthday", "birthday",
        has="birthday", updates=True, json="birthday", column="birthday", header="Birthday",
    ),
    Property(
        "fields", "fields", "field", "Fields", "design, health/tech", "fields", "field",
        has="field", merge="both", imports="add", json="fields", column="field", header="Fields",
    ),
    Property(
        "step", "step", "step", "Step", history="step", word="step", merge="higher", imports="no", json="step",
        column="step", header="Step",
    ),
    Property(
        "ladder", "ladder", history="why", merge="own", imports="no", vcard="STEP", column="ladder", header="Ladder",
    ),
    Property(
        "hopes", "choices", "hope", "Hopes", history="hopes", word="hope", choices=tuple(Hope), has="hope", merge="both",
        imports="add", json="hopes", vcard="HOPES", column="hope", header="Hopes", elsewhere=True,
        private=frozenset(("team",)),
    ),
    Property(
        "met", "line", "how you met", "Met", "where or how you met", "how you met", "met",
        has="met", json="met", vcard="MET", column="met", header="How you met", elsewhere=True,
    ),
    Property(
        "via", "person", "introduced by", "Introduced by", "who introduced you", "introduced by", "via",
        has="via", json="via", vcard="VIA", column="via", header="Introduced by", elsewhere=True,
    ),
    Property(
        "notes", "text", "notes", "Notes", history="notes", word="note", has="notes", merge="both", imports="append",
        updates=True, json="notes", column="notes", header="Notes", private=frozenset(("notes", "team")),
    ),
    Property(
        "cadence", "days", "cadence", "Keep in touch", history="how often", word="every", json="cadence_days",
        vcard="CADENCE", column="every", header="In touch every (days)", elsewhere=True,
    ),
    Property(
        "importance", "choice", "importance", "Importance", history="importance", word="importance", finnish="tärkeys",
        example="importance:a", help="How much they matter to you: a b c, or none; a comes first where many wait",
        choices=tuple(Importance), marks=("★★★", "★★", "★"), has="importance", json="importance", vcard="IMPORTANCE", column="importance",
        header="Importance", elsewhere=True, private=EVERY,
    ),
    Property(
        "archived", "flag", "archive", "Archived", history="in the archive", merge="unless-off", imports="no",
        json="archived", vcard="ARCHIVED", column="archived", header="Archived", elsewhere=True,
    ),
    Property(
        "unsorted", "flag", history="waiting to be sorted", merge="all", imports="no", json="unsorted",
        vcard="UNSORTED", column="unsorted", header="Waits to be sorted",
    ),
    Property(
        "of_team", "flag", "belongs to", "Whose", history="whose", word="whose", merge="unless-off", imports="no",
        json="of_team", vcard="OF-TEAM", column="of-team", header="The team's",
    ),
    Property("uid", "line", "card number", merge="first", column="uid", header="UID"),
    Property("merged", "names", merge="own", imports="no", vcard="MERGED", column="merged", header="Merged"),
    _day("nudge_from", "first", "NUDGE-FROM", "not-before", "Not before", "not before"),
    _day("first_turn_on", "own", "FIRST-TURN", "first-turn", "First turn"),
    _day("first_on", "earliest", "FIRST-CONTACT", "first-contact", "First contact"),
    _day("last_on", "latest", "LAST-CONTACT", "last-contact", "Last contact", "last contact", "last_interaction"),
    _day("tried_on", "latest", "TRIED", "tried", "Last tried", "last tried"),
    Property("created", "moment", merge="earliest", imports="no", json="created", vcard="CREATED", column="created", header="Created"),
    Property("updated", "moment", merge="own", imports="no", json="updated", column="updated", header="Updated"),
)  # fmt: skip

PROPERTIES: Mapping[str, Property] = {each.name: each for each in _PROPERTIES}
"""Every property by its name, in the order of ``Contact``; without the id, which names the record."""

SIMPLE: Sequence[Property] = tuple(each for each in _PROPERTIES if each.is_simple)
"""Those that every layer handles by their kind alone."""


def with_importance(contact: Contact) -> str:
    """A contact's name, with the stars of their importance behind it."""
    stars = PROPERTIES["importance"].shown(contact.importance)
    return f"{contact.name} {stars}" if stars else contact.name


def empty(name: str) -> Any:
    """What a property holds that says nothing."""
    return getattr(_BLANK, name)


_BLANK = Contact(id="", name="")


def is_empty(value: object) -> bool:
    """Whether a property says nothing; ``False`` and 0 say something."""
    return value is None or value in ("", ()) or (isinstance(value, NameParts) and not value.formatted())


def choice_of(row: Property, text: str) -> Any:
    """The choice that a text names, for a property with choices, in any case.

    Raises:
        ValueError: It names none.
    """
    return type(row.choices[0])(text.strip().lower())
