"""What scripts get stays as it is: every key, in its order, with its type."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.cadence import DEFAULT_CADENCES
from netkeeper.domain.people.contact import Address, Contact, Hope, Importance, Labelled, NameParts
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_days
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.plan import Dealt, DuePromise, Nudge, Occasion, Review, Why
from netkeeper.interchange import public_json
from netkeeper.interchange.cards import ReadContact

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"

FULL = Contact(
    id="614901206045746",
    name="Anna Virtanen",
    name_parts=NameParts(given="Anna", family="Virtanen"),
    organization="Valio Oy",
    title="Brand lead",
    emails=(Labelled("anna@valio.example", "work"),),
    phones=(Labelled("+358 40 555 0101"),),
    addresses=(Address(street="Mallikatu 1", postal_code="33100", locality="Tampere"),),
    birthday=Birthday(2, 29),
    fields=("food",),
    step=Step.CUSTOMER,
    hopes=(Hope.PARTNER,),
    met="Slush 2025",
    via="206045746614901",
    importance=Importance.A,
    last_on=date(2026, 11, 2),
    created="2025-11-20T09:12:00Z",
    updated="2026-11-02T15:03:10Z",
)
INTERACTION = Interaction(
    "381920475610293",
    date(2026, 11, 2),
    ("614901206045746",),
    Kind.MEETING,
    "coffee, wants a workshop",
    4,
    (Signal.RECOMMENDED,),
    "2026-11-02T15:03:10Z",
)
FOLLOWUP = FollowUp(
    "750192837465019", "614901206045746", date(2026, 12, 7), "send the offer", created="2026-11-02T15:03:10Z"
)


def _documented(heading: str) -> object:
    """The example under a heading of the docs."""
    found = re.search(
        rf"^### {re.escape(heading)}\n.*?```json\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found is not None
    return json.loads(found[1])


def _contact(contact: Contact, next_due: date | None = None, via_name: str = "") -> public_json.Json:
    return public_json.contact_dict(contact, next_due=next_due, cadences=DEFAULT_CADENCES, via_name=via_name)


def test_a_contact_is_as_documented() -> None:
    contact = _contact(FULL, date(2026, 12, 7), "Pekka Salo")
    documented = _documented("A contact")

    assert contact == documented
    assert list(contact) == list(_keys(documented))


def _keys(value: object) -> list[str]:
    assert isinstance(value, dict)
    return list(value)


def test_what_is_unknown_is_null_and_what_is_empty_is_empty() -> None:
    contact = _contact(Contact(id="1", name="Anna", cadence=0))

    for row in SIMPLE:
        assert contact.pop(row.json) == (None if row.choices else "")
    nulls = {key for key, value in contact.items() if value is None}
    assert nulls == {"birthday", "via", "cadence_days", "last_interaction", "next_due"}
    assert {key for key, value in contact.items() if value == ""} == {
        "organization", "title", "met", "notes", "created", "updated",
    }  # fmt: skip
    assert contact["archived"] is False


def test_the_cadence_is_what_counts() -> None:
    assert _contact(Contact(id="1", name="Anna", step=Step.REGULAR))["cadence_days"] == 90
    assert _contact(Contact(id="1", name="Anna", cadence=10))["cadence_days"] == 10


def test_an_introducer_who_is_no_contact_has_no_id() -> None:
    assert _contact(Contact(id="1", name="Anna", via="Aunt Liisa"))["via"] == {"id": None, "name": "Aunt Liisa"}


def test_interactions_and_followups_are_as_documented() -> None:
    shown = public_json.shown_dict({}, [INTERACTION], [FOLLOWUP], {"614901206045746": "Anna Virtanen"})
    assert shown == _documented("`show WHO --json`")


def test_a_closed_follow_up_says_when_and_how_it_recurs() -> None:
    followup = FollowUp("1", "2", date(2026, 1, 1), status=Status.DONE, closed_on=date(2026, 1, 2), rrule=every_days(7))
    closed = public_json.followup_dict(followup)
    assert (closed["status"], closed["closed"], closed["rrule"]) == ("done", "2026-01-02", "FREQ=DAILY;INTERVAL=7")


PEKKA = ContactSummary(
    "206045746614901",
    "Pekka Salo",
    Step.POTENTIAL,
    (),
    False,
    42,
    False,
    None,
    None,
    None,
    None,
    None,
    date(2026, 1, 1),
    "",
)


def test_a_review_is_as_documented() -> None:
    offer = FollowUp("750192837465019", "614901206045746", date(2026, 11, 20), "send workshop offer")
    review = Review(
        day=date(2026, 11, 23),
        promises=(DuePromise("614901206045746", "Anna Virtanen", offer, 3),),
        keep_in_touch=(Nudge("206045746614901", "Pekka Salo", 77, 42),),
        stretch=(Nudge("574661490120604", "Maija Lehto", None, 30, Why("new", ("design",))),),
        occasions=(
            Occasion("490120604574661", "Niina Aaltonen", date(2026, 11, 23), Why("birthday", on=date(2026, 11, 23))),
        ),
        turns=((0.0, PEKKA.name, PEKKA.id, PEKKA, PEKKA.created_on),),
        dealt=(Dealt(Nudge("301206045746614", "Bo Berg", 0, 30, Why("in_touch")), "keep_in_touch", 0),),
    )
    documented = _documented("`due --json`")
    assert isinstance(documented, dict)
    assert public_json.review_dict(review) == {**documented, "waiting": 0}


def test_an_import_is_as_documented() -> None:
    contact = Contact(
        id="",
        name="Anna Virtanen",
        emails=(Labelled("anna@valio.example", "work"),),
        phones=(Labelled("+358 40 555 0101", "mobile"),),
        organization="Valio Oy",
        birthday=Birthday(2, 29),
    )
    skipped = ("contacts.vcf", 10, "no name, organization, email or phone", False)
    shown = public_json.import_dict([("contacts.vcf", "add", ReadContact(contact, 1), "new", ())], [skipped])
    assert shown == _documented("`import FILE... --json`")


def test_a_log_without_a_follow_up_has_null() -> None:
    assert public_json.logged_dict({"id": "1"}, None, [{"id": "2"}]) == {
        "interaction": {"id": "1"},
        "followup": None,
        "contacts": [{"id": "2"}],
        "already": False,
        "replaced": [],
        "closed": [],
    }
