"""Every property of a record goes every way that a record goes: nothing is forgotten in silence.

A property without a sample fails, and so does one that a way doesn't know, unless it stands in ``EXCEPT`` with the reason.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from netkeeper.actions.network.for_others import left_out, team_share
from netkeeper.cli.start import start
from netkeeper.domain import records
from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.editing.three_way_contacts import merge_contacts
from netkeeper.domain.errors import UnknownPersonError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.identity.import_diff import additions
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.identity.merge import join
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.interchange.book import write_markdown
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.csv import read_csv, write_csv
from netkeeper.interchange.lossless import read_network, write_network
from netkeeper.interchange.public_json import contact_dict, followup_dict, interaction_dict
from netkeeper.interchange.vcard import read_vcards, write_vcards
from netkeeper.phrases.document_changes import Teller
from netkeeper.store.network import Network
from netkeeper.tui.person.form.carry_over import carried_over
from netkeeper.tui.person.form.entry import BLANK, ContactEntry
from tests.conftest import TODAY

DAY, MOMENT = date(2026, 5, 4), "2026-05-04T10:15:00Z"

ANNA = Contact("100000000000001", "Anna Virtanen", name_parts=NameParts(given="Anna", family="Virtanen"))
MET = Interaction("200000000000001", date(2026, 5, 1), (ANNA.id,))
PROMISED = FollowUp("300000000000001", ANNA.id, date(2026, 6, 1))

SAMPLES: Mapping[type, Mapping[str, Any]] = {
    Contact: {
        "id": "100000000000009",
        "name": "Anna Korhonen",
        "name_parts": NameParts("Dr.", "Anna", "Maria", "Virtanen", "Jr."),
        "organization": "Valio Oy",
        "title": "Brand lead",
        "emails": (Labelled("anna@valio.example", "work"), Labelled("anna@home.example", "home")),
        "phones": (Labelled("+358 40 555 0101", "mobile"),),
        "urls": (Labelled("https://valio.example", "work"),),
        "addresses": (Address("work", street="Katu 1", locality="Helsinki", postal_code="00100", country="Finland"),),
        "birthday": Birthday(2, 29, 1980),
        "fields": ("design", "health/tech"),
        "step": Step.CUSTOMER,
        "ladder": (StepChange(date(2026, 1, 2), Step.POTENTIAL, "met at a fair"),),
        "hopes": (Hope.MENTOR, Hope.FRIEND),
        "met": "Slush 2026",
        "via": "Pekka Salo",
        "notes": "Likes sailing.",
        "cadence": 45,
        **{row.name: row.choices[-1] if row.choices else "she/her" for row in SIMPLE},
        "archived": True,
        "unsorted": True,
        "of_team": True,
        "uid": "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "merged": ("100000000000003", "urn:uuid:7"),
        "nudge_from": date(2027, 2, 3),
        "first_turn_on": date(2027, 1, 9),
        "first_on": DAY,
        "last_on": DAY,
        "tried_on": DAY,
        "created": MOMENT,
        "updated": MOMENT,
    },
    Interaction: {
        "id": "200000000000009",
        "on": DAY,
        "contact_ids": (ANNA.id, "100000000000002"),
        "kind": Kind.CALL,
        "note": "Wants a workshop.",
        "feeling": 4,
        "signals": (Signal.INVITED,),
        "created": MOMENT,
    },
    FollowUp: {
        "id": "300000000000009",
        "contact_id": "100000000000002",
        "due_on": DAY,
        "what": "send the offer",
        "status": Status.DONE,
        "closed_on": DAY,
        "rrule": "FREQ=MONTHLY",
        "anchor_on": DAY,
        "snoozes": 3,
        "created": MOMENT,
    },
    Member: {
        "name": "Maija",
        "team": "Innomo",
        "graduates_on": date(2027, 6, 2),
        "fields": ("food",),
        "pace": 4,
        "pace_floor": 1,
        "pace_ceiling": 12,
        "cadences": {**Member().cadences, Step.REGULAR: 33},
        "days_off": DaysOff.of((5, 6), (date(2026, 12, 24),), True, Member().days_off.holidays),
        "searches": {"fair": "met:Slush"},
        "region": "SE",
        "shared_domains": ("innomo.example",),
        "apart": frozenset({("100000000000001", "100000000000002")}),
        "welcomed": True,
        "columns": {"kuka": "name"},
    },
}
"""Something that each property may hold, other than what it holds by default."""

_IDENTITY = "names the record; whoever stays keeps theirs"
_AUDIT = "an audit time, which only the store writes"
_BY_STORE = "follows from what is logged, which comes along by itself"
_PLACED = "a decision of the person, which a file doesn't take from them"

EXCEPT: Mapping[str, Mapping[str, str]] = {
    "a merge takes it from the one who goes": {
        "id": _IDENTITY,
        "name": "the one who stays has a name",
        "archived": "whoever is active in either place stays so",
        "unsorted": "whoever is placed in either place stays so",
        "of_team": "whoever is one's own in either place stays so",
        "updated": _AUDIT,
    },
    "an edit keeps it beside another": {
        "id": _IDENTITY,
        "created": _AUDIT,
        "updated": _AUDIT,
        "first_on": _BY_STORE,
        "last_on": _BY_STORE,
        "tried_on": _BY_STORE,
    },
    "an import fills it in and says so": {
        "id": _IDENTITY,
        "name": "never empty; replaced only where the same source says it anew",
        "step": _PLACED,
        "ladder": _PLACED,
        "archived": _PLACED,
        "unsorted": _PLACED,
        "of_team": _PLACED,
        "nudge_from": _PLACED,
        "first_turn_on": _PLACED,
        "merged": "tells of another network's past",
        "first_on": _BY_STORE,
        "last_on": _BY_STORE,
        "tried_on": _BY_STORE,
        "created": _AUDIT,
        "updated": _AUDIT,
    },
    "a script gets it": {
        "ladder": "the step is what a script is told",
        "uid": "of use to importing only",
        "merged": "of use to importing only",
        "nudge_from": "next_due says what follows from it",
        "first_turn_on": "next_due says what follows from it",
        "first_on": "the first of the interactions",
        "tried_on": "the interactions tell it",
        "anchor_on": "of use to counting only",
        "contact_id": "stands beside it",
    },
    "a table reads it back": {},
    "a card reads it back": {},
    "history tells of it": {
        "id": _IDENTITY,
        "uid": "a number that nobody reads",
        "merged": "the merge tells it",
        "first_on": "the interaction tells it",
        "first_turn_on": "spreading tells it",
        "created": _AUDIT,
        "updated": _AUDIT,
        "closed_on": "the state tells it",
        "anchor_on": "the due day tells it",
        "snoozes": "the due day tells it",
        "welcomed": "says only that questions were asked",
    },
    "the book tells of it": {
        "id": _IDENTITY,
        "name_parts": "the name says it",
        "unsorted": "says only what is still to be done",
        "uid": "a number that nobody reads",
        "merged": "a number that nobody reads",
        "nudge_from": "a plan, which a book on paper outlives",
        "first_turn_on": "a plan, which a book on paper outlives",
        "first_on": "the timeline begins there",
        "tried_on": "an attempt is no contact",
        "created": _AUDIT,
        "updated": _AUDIT,
    },
    "the form keeps it, and takes it over for somebody known": {
        "id": _IDENTITY,
        "name": "stays what it was",
        "name_parts": "follows from the name",
        "ladder": "follows from the step",
        "archived": "somebody new is never put away",
        "unsorted": _PLACED,
        "uid": "a number that nobody types",
        "merged": "a number that nobody types",
        "nudge_from": "put off by a key of its own",
        "first_turn_on": "set by an import",
        "first_on": _BY_STORE,
        "last_on": _BY_STORE,
        "tried_on": _BY_STORE,
        "created": _AUDIT,
        "updated": _AUDIT,
    },
    "show prints it": {
        "name_parts": "the name says it",
        "uid": "a number that nobody reads",
        "merged": "a number that nobody reads",
        "first_on": "the timeline begins there",
        "updated": "history tells it",
    },
}
"""What doesn't go a way, with the reason, by the property's name; of any record that goes it."""

NOTED, FELT, ANY = (
    frozenset({"notes", "team"}),
    frozenset({"feelings", "team"}),
    frozenset({"notes", "feelings", "team"}),
)

PRIVATE: Mapping[type, Mapping[str, frozenset[str]]] = {
    Contact: {
        "notes": NOTED,
        "met": NOTED,
        "ladder": NOTED,
        "via": NOTED,
        "hopes": FELT,
        **{row.name: row.private for row in SIMPLE if row.name != "met"},
    },
    Interaction: {"note": NOTED, "feeling": FELT, "signals": FELT, "contact_ids": ANY},
    FollowUp: {"what": frozenset({"notes"}), "status": frozenset({"team"}), "contact_id": ANY},
    Member: dict.fromkeys((name for name in SAMPLES[Member] if name != "team"), ANY),
}
"""What is left out, of each record: by ``--without notes`` or ``feelings``, or for the next team."""

BASES: Mapping[type, Any] = {Contact: ANNA, Interaction: MET, FollowUp: PROMISED, Member: Member()}


def _every(*kinds: type) -> list[Any]:
    return [pytest.param(kind, each.name, id=f"{kind.__name__}.{each.name}") for kind in kinds for each in fields(kind)]


def _with(kind: type, name: str) -> Any:
    """The usual record with a sample in one property."""
    return replace(BASES[kind], **{name: SAMPLES[kind][name]})


def _holds(way: str, name: str, *, holds: bool) -> None:
    """A way knows a property, or it is said why not; a reason that is none any more fails too."""
    assert holds is (name not in EXCEPT[way]), (name, EXCEPT[way].get(name, "is not told"))


@pytest.mark.parametrize("kind", list(SAMPLES))
def test_every_property_has_a_sample_that_is_not_its_default(kind: type) -> None:
    assert set(SAMPLES[kind]) == {each.name for each in fields(kind)}
    for name, sample in SAMPLES[kind].items():
        assert getattr(BASES[kind], name) != sample, name


def test_importance_never_leaves_with_what_goes_to_others() -> None:
    assert PROPERTIES["importance"].private == {"notes", "feelings", "team"}


def test_every_property_of_a_contact_has_a_row_in_the_same_order() -> None:
    assert ["id", *PROPERTIES] == [each.name for each in fields(Contact)]


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_a_merge_takes_it_from_the_one_who_goes(_kind: type, name: str) -> None:
    theirs = replace(ANNA, id="100000000000002", name_parts=NameParts())
    bare = replace(ANNA, name_parts=NameParts())
    sample = SAMPLES[Contact][name]
    joined = getattr(join(bare, replace(theirs, **{name: sample})), name)
    holds = set(sample) <= set(joined) if isinstance(sample, tuple) else joined == sample
    _holds("a merge takes it from the one who goes", name, holds=holds)


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_a_merge_keeps_what_both_say(_kind: type, name: str) -> None:
    both = _with(Contact, name)
    joined = getattr(join(both, replace(both, id=both.id if name == "id" else "100000000000002")), name)
    assert set(both.merged) <= set(joined) if name == "merged" else joined == SAMPLES[Contact][name]


@pytest.mark.parametrize(("kind", "name"), _every(Contact, Interaction, FollowUp, Member))
def test_an_edit_keeps_it_beside_another(kind: type, name: str) -> None:
    others = {
        Contact: ("met", "title"),
        Interaction: ("note", "on"),
        FollowUp: ("what", "rrule"),
        Member: ("team", "name"),
    }
    other = next(each for each in others[kind] if each != name)
    theirs = replace(BASES[kind], **{other: SAMPLES[kind][other]})
    merge: Callable[..., Any] = merge_contacts if kind is Contact else merge_edit
    merged, clashes = merge(BASES[kind], _with(kind, name), theirs)
    assert getattr(merged, other) == SAMPLES[kind][other]
    assert not clashes
    _holds("an edit keeps it beside another", name, holds=getattr(merged, name) == SAMPLES[kind][name])


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_an_import_fills_it_in_and_says_so(_kind: type, name: str) -> None:
    known = replace(ANNA, name_parts=NameParts())
    sample = SAMPLES[Contact][name]
    filled = fill_in(known, replace(known, **{name: sample}))
    _holds("an import fills it in and says so", name, holds=getattr(filled, name) == sample)
    assert any(additions(known, filled)) is (filled != known)


def _records(kind: type, item: Any) -> dict[str, tuple[Any, ...]]:
    """The records of a network with this one in it, where it is no contact and no member."""
    return {DOCUMENTS[kind][0]: (item,)} if kind in (Interaction, FollowUp) else {}


def _json(kind: type, item: Any) -> bytes:
    cards = (
        (WriteContact(item),)
        if kind is Contact
        else (WriteContact(ANNA), WriteContact(replace(ANNA, id="100000000000002")))
    )
    return write_network(
        Outgoing(
            cards,
            _records(kind, item),
            item if kind is Member else None,
        )
    )


@pytest.mark.parametrize(("kind", "name"), _every(Contact, Interaction, FollowUp, Member))
def test_the_lossless_file_and_the_store_read_it_back(kind: type, name: str) -> None:
    item = _with(kind, name)
    incoming = read_network(_json(kind, item))
    assert incoming.reading.skipped == ()
    found = {
        Contact: incoming.reading.contacts[0].contact,
        Interaction: next(iter(incoming.interactions), None),
        FollowUp: next(iter(incoming.followups), None),
        Member: incoming.member,
    }[kind]
    assert found == item


@pytest.mark.parametrize(("kind", "name"), _every(Contact, Interaction, FollowUp))
def test_a_script_gets_it(kind: type, name: str) -> None:
    def told(item: Any) -> Any:
        if kind is Contact:
            return contact_dict(item, next_due=None, cadences=Member().cadences)
        return interaction_dict(item, {}) if kind is Interaction else followup_dict(item)

    _holds("a script gets it", name, holds=told(_with(kind, name)) != told(BASES[kind]))


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_a_table_reads_it_back(_kind: type, name: str) -> None:
    item = _with(Contact, name)
    (read,) = read_csv(write_csv([WriteContact(item)])).contacts
    _holds("a table reads it back", name, holds=getattr(read.contact, name) == SAMPLES[Contact][name])


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_a_card_reads_it_back(_kind: type, name: str, version: Any) -> None:
    item = _with(Contact, name)
    (read,) = read_vcards(write_vcards([WriteContact(item)], version=version)).contacts
    _holds("a card reads it back", name, holds=getattr(read.contact, name) == SAMPLES[Contact][name])


DOCUMENTS: Mapping[type, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    Contact: ("contacts", records.contact_document),
    Interaction: ("interactions", records.interaction_document),
    FollowUp: ("followups", records.followup_document),
    Member: ("member", records.member_document),
}


@pytest.mark.parametrize(("kind", "name"), _every(Contact, Interaction, FollowUp, Member))
def test_history_tells_of_it(kind: type, name: str) -> None:
    table, document = DOCUMENTS[kind]
    teller = Teller(TODAY, {ANNA.id: "Anna", "100000000000002": "Bo"}.get)  # type: ignore[arg-type]
    told = teller.describe(table, document(BASES[kind]), document(_with(kind, name)))
    _holds("history tells of it", name, holds=bool(told.differences))


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_show_prints_it(_kind: type, name: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(contact: Contact) -> str:
        with network.transaction("Changed") as draft:
            draft.put_contact(contact, as_it_was=True)
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdout", out)
            assert start(("show", contact.id), lambda *_: None) == 0
            out.flush()
        assert isinstance(out.buffer, io.BytesIO)
        return out.buffer.getvalue().decode()

    network = Network(folder)
    _holds("show prints it", name, holds=printed(ANNA) != printed(_with(Contact, name)))


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_the_book_tells_of_it(_kind: type, name: str) -> None:
    def told(contact: Contact) -> bytes:
        return write_markdown(Outgoing((WriteContact(contact),)))

    _holds("the book tells of it", name, holds=told(_with(Contact, name)) != told(ANNA))


@pytest.mark.parametrize(("_kind", "name"), _every(Contact))
def test_the_form_keeps_it_and_takes_it_over_for_somebody_known(_kind: type, name: str) -> None:
    item = _with(Contact, name)

    def find(text: str) -> str:
        raise UnknownPersonError("Nobody.", text)

    assert ContactEntry.of(item, item.via).read(TODAY, find).contact == item
    written = ContactEntry.of(BLANK)
    typed = ContactEntry.of(item, item.via)
    typed = replace(
        written,
        texts=typed.texts,
        reaches=typed.reaches,
        addresses=typed.addresses,
        step=typed.step,
        hopes=typed.hopes,
        of_team=typed.of_team,
    )
    over = carried_over(typed, ANNA, "").read(TODAY, find).contact
    _holds(
        "the form keeps it, and takes it over for somebody known",
        name,
        holds=getattr(over, name) == getattr(item, name),
    )


@pytest.mark.parametrize(("kind", "name"), _every(Contact, Interaction, FollowUp, Member))
def test_what_is_private_is_left_out_and_nothing_else(kind: type, name: str) -> None:
    item = _with(kind, name)
    outgoing = Outgoing(
        (WriteContact(item if kind is Contact else ANNA),),
        _records(kind, item),
        item if kind is Member else Member(),
    )
    for said, made in (
        ("notes", left_out(outgoing, ("notes",))),
        ("feelings", left_out(outgoing, ("feelings",))),
        ("team", team_share(outgoing)),
    ):
        found = {
            Contact: made.cards[0].contact,
            Interaction: next(iter(made.interactions), None),
            FollowUp: next(iter(made.followups), None),
            Member: made.member,
        }[kind]
        stays = found is not None and getattr(found, name) == SAMPLES[kind][name]
        assert stays is (said not in PRIVATE[kind].get(name, ())), said
