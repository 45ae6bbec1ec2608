"""What others get holds nothing private: a secret in each property, looked for in the bytes of every file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netkeeper.actions.leaving.pack import PACK, write_pack
from netkeeper.actions.network.exporting import export, outgoing_of
from netkeeper.actions.network.for_others import left_out, team_share
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import SETTINGS
from netkeeper.domain.people.contact import Contact, Hope, Importance
from netkeeper.domain.people.identity.source_updates import SourceValues
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import EVERY, PROPERTIES
from netkeeper.domain.promises.follow_up import FollowUp, closed
from netkeeper.domain.records.tables import TABLES, TEAM, exchanged_tables
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import writable
from netkeeper.store.network import Network
from tests.conftest import TODAY

ANNA, BO = "100000000000001", "100000000000002"
NOTED, FELT, ALWAYS = ("notes", TEAM), ("feelings", TEAM), ("notes", "feelings", TEAM)

SECRETS: Mapping[str, tuple[str, ...]] = {
    "hushnote": NOTED,
    "hushmet": NOTED,
    "hushreason": NOTED,
    "hushvia": NOTED,
    "hushlog": NOTED,
    "hushextension": NOTED,
    "hushcomment": NOTED,
    "hushpromise": ("notes",),
    "hushsearch": ALWAYS,
    "hushmember": ALWAYS,
    "hushfield": ALWAYS,
    "hushdomain": ALWAYS,
    BO: ALWAYS,
    "mentor": FELT,
    "recommended": FELT,
    "introduced": FELT,
}
"""Each secret, and what leaves it out."""

SAYS: SourceValues = {"notes": ("hushnote",)}

SECRETIVE = Outgoing(
    (
        WriteContact(
            Contact(
                ANNA,
                "Anna Virtanen",
                notes="hushnote",
                met="hushmet",
                via="hushvia",
                hopes=(Hope.MENTOR,),
                importance=Importance.C,
                ladder=(StepChange(date(2026, 1, 2), Step.POTENTIAL, "hushreason"),),
            ),
            ("X-CUSTOM:hushextension", "NICKNAME:hushcomment"),
            "",
            {"somewhere": SAYS},
        ),
    ),
    {
        "interactions": (
            Interaction(
                "2", date(2026, 5, 1), (ANNA, BO), Kind.CALL, "hushlog", 5, (Signal.RECOMMENDED, Signal.INTRODUCED)
            ),
        ),
        "followups": (FollowUp("3", ANNA, date(2027, 1, 4), "hushpromise"),),
    },
    Member(
        name="hushmember",
        searches={"fair": "hushsearch"},
        fields=("hushfield",),
        shared_domains=("hushdomain.example",),
        apart=frozenset({(ANNA, BO)}),
    ),
    TODAY,
)


def _shared(outgoing: Outgoing, said: str) -> Outgoing:
    return team_share(outgoing) if said == TEAM else left_out(outgoing, (said,))


@pytest.mark.parametrize("known", writable(), ids=lambda known: known.name)
@pytest.mark.parametrize("said", ALWAYS)
def test_no_secret_is_in_the_bytes_of_any_file(known: Any, said: str) -> None:
    for as_events in (False, True):
        written = known.write(replace(_shared(SECRETIVE, said), as_events=as_events))
        found = {secret for secret, left in SECRETS.items() if said in left and secret.encode() in written}
        assert not found, (known.name, said)


def test_every_secret_would_be_found() -> None:
    everything = b"".join(known.write(SECRETIVE) for known in writable() if known.write)
    assert [secret for secret in SECRETS if secret.encode() not in everything] == []


def test_what_the_team_has_to_keep_goes_along() -> None:
    (promise,) = team_share(SECRETIVE).followups
    assert promise.what == "hushpromise"
    done = closed(promise, TODAY)
    assert team_share(replace(SECRETIVE, records={"followups": (done,)})).followups == ()


@pytest.mark.parametrize("known", writable(), ids=lambda known: known.name)
def test_what_is_private_makes_no_difference_to_any_file(known: Any) -> None:
    """Two networks that differ in what is private alone give the same bytes."""
    (card,), (met,) = SECRETIVE.cards, SECRETIVE.interactions
    for row in PROPERTIES.values():
        for said in row.private:
            other = replace(card, contact=replace(card.contact, **{row.name: getattr(Contact("", ""), row.name)}))
            if row.name == "ladder":
                moves = tuple(replace(move, reason="") for move in card.contact.ladder)
                other = replace(card, contact=replace(card.contact, ladder=moves))
            mine, others = (_shared(replace(SECRETIVE, cards=(each,)), said) for each in (card, other))
            assert known.write(mine) == known.write(others), (row.name, said)
    quiet = replace(met, note="", feeling=None, signals=(), contact_ids=(ANNA,))
    mine, others = (
        _shared(left_out(replace(SECRETIVE, records={"interactions": (each,)}), ("notes", "feelings")), TEAM)
        for each in (met, quiet)
    )
    assert known.write(mine) == known.write(others)


def test_an_introducer_who_goes_along_is_named() -> None:
    bo = WriteContact(Contact(BO, "Bo Bergman"))
    anna = replace(SECRETIVE.cards[0], contact=replace(SECRETIVE.cards[0].contact, via=BO), via_name="Bo Bergman")
    made = left_out(replace(SECRETIVE, cards=(anna, bo)), ("notes",))
    assert (made.cards[0].contact.via, made.cards[0].via_name) == (BO, "Bo Bergman")
    alone = left_out(replace(SECRETIVE, cards=(anna,)), ("notes",))
    assert (alone.cards[0].contact.via, alone.cards[0].via_name) == ("", "")


def test_nothing_left_out_leaves_nothing_out() -> None:
    assert left_out(SECRETIVE, ()) is SECRETIVE
    with pytest.raises(InvalidValueError, match="there is notes and feelings"):
        left_out(SECRETIVE, ("phones",))


def test_a_whole_pack_for_the_team_holds_no_secret(folder: str, tmp_path: Path) -> None:
    network = Network(folder)
    (card,) = SECRETIVE.cards
    with network.transaction("Secrets") as draft:
        draft.put_member(SECRETIVE.member or Member())
        draft.put_contact(replace(card.contact, of_team=True), as_it_was=True)
        draft.put_contact(Contact(BO, "hushother"), as_it_was=True)
        draft.put_kept(ANNA, card.unknown_properties)
        draft.put_interaction(SECRETIVE.interactions[0])
        draft.put_followup(SECRETIVE.followups[0])
    write_pack(network, str(tmp_path / "pack"), for_team=True)
    files = sorted((tmp_path / "pack").iterdir())
    assert len(files) == 1 + sum(file.whom != "archived" for file in PACK)
    for path in files:
        text = path.read_text(encoding="utf-8-sig")
        assert [each for each, left in SECRETS.items() if TEAM in left and each in text] == [], path.name
        assert "hushother" not in text, path.name
    assert "hushpromise" in (tmp_path / "pack" / "follow-ups.ics").read_text(encoding="utf-8")
    whole = export(network, format_name="json", without=("notes", "feelings")).data
    assert not [each for each, left in SECRETS.items() if left != (TEAM,) and each != BO and each.encode() in whole]
    assert outgoing_of(network).member == SECRETIVE.member


def _declared() -> dict[str, tuple[str, ...]]:
    """Each private property as the docs call it, with what leaves it out."""
    rows: dict[str, frozenset[str]] = {
        row.name.replace("_", " "): frozenset(row.private) for row in PROPERTIES.values() if row.private
    }
    for table in exchanged_tables():
        if table.private is None:
            rows[f"{table.record}: everything"] = frozenset(EVERY)
            continue
        document = {name for names in table.private.values() for name in names}
        for name in sorted(document):
            left = {said for said in ALWAYS if name in table.private_names((said,))}
            rows[f"{table.record}: {name.replace('_', ' ')}"] = frozenset(left)
    for name, setting in SETTINGS.items():
        if setting.is_private:
            rows[f"your {name.replace('_', ' ')}"] = frozenset(EVERY)
    rows["unknown properties"] = frozenset(NOTED)
    return {name: tuple(said for said in ALWAYS if said in left) for name, left in rows.items()}


def test_the_docs_say_of_each_property_what_leaves_it_out() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    section = docs.partition("### What stays here")[2].partition("\n#")[0]
    told = {
        found[1].strip(): tuple(said for said, cell in zip(ALWAYS, found[2].split("|"), strict=True) if "stay" in cell)
        for found in re.finditer(r"^\| (?!property|-)([^|]+)\|([^\n]+)\|$", section, re.MULTILINE)
    }
    assert told == _declared()
    assert set(TABLES["followups"].private or ()) == set(ALWAYS)
