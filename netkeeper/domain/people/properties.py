"""The declaration of a contact's properties, one row each.

The store, History, merges, imports, exports, the form and the small language are derived from these rows. Rows are
plain data; a layer keys its own functions (a widget, a vCard line) by a row's kind or name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from netkeeper.domain.people.contact import Contact, Hope, Importance, NameParts

PropertyKind = Literal[
    "line", "text", "parts", "labelled", "addresses", "birthday", "fields", "names", "step", "choice", "choices", "ladder",
    "person", "days", "flag", "day", "moment",
]  # fmt: skip
"""The type of a property's value, by which layers choose codec, check, wording and widget."""

Merge = Literal["one", "both", "higher", "unless-off", "all", "earliest", "latest", "first", "own"]
"""What one contact has of two: a choice of ``one`` (mine by default), ``both``, the ``higher`` or ``unless-off`` (on where it
is on for both); else without a choice: on for ``all``, the ``earliest``, the ``latest``, the ``first`` that says anything,
or what ``merge`` says by name (``own``)."""

Imports = Literal["fill", "add", "append", "no"]
"""How an import updates it: ``fill`` an empty value, ``add`` items, ``append`` lines, or not at all."""

Without = Literal["notes", "feelings", "team"]
"""The export options that leave a private property out: ``--without notes``, ``--without feelings``, ``--for-team``."""

EVERY: frozenset[Without] = frozenset(("notes", "feelings", "team"))
CHOSEN: frozenset[Merge] = frozenset(("one", "both", "higher", "unless-off"))
"""The rules of a merge that leave a choice."""


class Property(NamedTuple):
    """A property of a contact; a tuple, which a cold start makes faster than a dataclass.

    Attributes:
        name: Its name in ``Contact`` and in the stored document.
        kind: The type of its value.
        title: Its noun in a sentence; empty where no sentence names it.
        label: Its label in the form and in merges; empty where it is in neither.
        hint: The placeholder of its line in the form.
        history: Its label in History; empty where History leaves it out.
        word: Its key in the small language; empty for none.
        finnish: Other words for that key, separated by blanks.
        example: An example of the key; set together with ``help`` for keys without a row in ``keys.KEYS``.
        help: The help of the key, one line.
        choices: The valid values of a ``choice`` or ``choices``.
        marks: How each of the choices is shown, where that differs from how it is typed.
        has: Its name in ``has:``; empty for none.
        merge: The rule for two merged contacts.
        imports: How an import updates it.
        updates: Whether a later file of the same source replaces the value from the earlier one.
        json: Its key in ``--json``; empty for none.
        vcard: The name of its own vCard property after ``X-NETKEEPER-``; empty where a standard one has it.
        column: The name of its CSV column for ``--map``; empty where it takes several columns.
        header: The header of that column in netkeeper's CSV, and its name in a Google custom field.
        elsewhere: Whether Google's and Outlook's CSV have it too.
        private: The export options that leave it out; of some kinds a part remains (``domain/people/privacy.py``).
    """

    name: str
    kind: PropertyKind
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
        """Whether all layers handle it by its kind alone: one line or choice with its own key and help."""
        return self.kind in ("line", "choice") and bool(self.help)

    def shown(self, value: Any) -> str:
        """The text of a line or a choice; empty for None."""
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
        "emails", "labelled", "email", "Email", "e.g. name@firm.example", "email", "email",
        has="email", merge="both", imports="add", updates=True, json="emails",
    ),
    Property(
        "phones", "labelled", "phone", "Phone", "e.g. +358 40 555 0101", "phone", "phone",
        has="phone", merge="both", imports="add", updates=True, json="phones",
    ),
    Property(
        "urls", "labelled", "web address", "Web", "e.g. firm.example", "web", "url",
        has="url", merge="both", imports="add", updates=True, json="urls",
    ),
    Property(
        "addresses", "addresses", "address", "Address", history="address",
        has="address", merge="both", imports="add", json="addresses",
    ),
    Property(
        "birthday", "birthday", "birthday", "Birthday", "e.g. 29.2.1980, or 29.2.", "birthday", "birthday",
        has="birthday", updates=True, json="birthday", column="birthday", header="Birthday",
    ),
    Property(
        "fields", "fields", "field", "Fields", "e.g. design, health/tech", "fields", "field",
        has="field", merge="both", imports="add", json="fields", column="field", header="Fields",
    ),
    Property(
        "step", "step", "step", "Step", history="step", word="step", merge="higher", imports="no", json="step",
        column="step", header="Step",
    ),
    Property(
        "ladder", "ladder", history="why", merge="own", imports="no", vcard="STEP", column="ladder", header="Ladder",
        private=frozenset(("notes", "team")),
    ),
    Property(
        "hopes", "choices", "hope", "Hopes", history="hopes", word="hope", choices=tuple(Hope), has="hope", merge="both",
        imports="add", json="hopes", vcard="HOPES", column="hope", header="Hopes", elsewhere=True,
        private=frozenset(("feelings", "team")),
    ),
    Property(
        "met", "line", "how you met", "Met", "where or how you met", "how you met", "met",
        has="met", json="met", vcard="MET", column="met", header="How you met", elsewhere=True,
        private=frozenset(("notes", "team")),
    ),
    Property(
        "via", "person", "introduced by", "Introduced by", "who introduced you", "introduced by", "via",
        has="via", json="via", vcard="VIA", column="via", header="Introduced by", elsewhere=True,
        private=frozenset(("notes", "team")),
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
"""The properties that all layers handle by their kind alone."""


def with_importance(contact: Contact) -> str:
    """A contact's name, followed by the stars of its importance."""
    stars = PROPERTIES["importance"].shown(contact.importance)
    return f"{contact.name} {stars}" if stars else contact.name


def empty(name: str) -> Any:
    """The empty value of a property."""
    return getattr(_BLANK, name)


_BLANK = Contact(id="", name="")


def is_empty(value: object) -> bool:
    """Whether a value is empty; ``False`` and 0 are not."""
    return value is None or value in ("", ()) or (isinstance(value, NameParts) and not value.formatted())


def choice_of(row: Property, text: str) -> Any:
    """The choice that a text names, for a property with choices, in any case.

    Raises:
        ValueError: It names none.
    """
    return type(row.choices[0])(text.strip().lower())
