"""The member's settings in a shell: shown with the word that sets each, and set in one step."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.network.member import save_search
from netkeeper.actions.people.merging import keep_apart
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.setting_texts import text_of
from netkeeper.domain.member.settings import PARTS
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from tests.cli.conftest import Run


def member(folder: str) -> Member:
    return Network(folder).member


def test_several_are_set_in_one_step_that_can_be_taken_back(nk: Run, folder: str) -> None:
    ran = nk("me", "team:Innomo", "graduates:2.6.2027", "name:Noora Salmi", "field:Design,food", "pace:9")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        "Changed name: nothing → Noora Salmi; team: nothing → Innomo; "
        "graduates: nothing → 2.6.2027 (Wed 2 Jun 2027 · in 6 months); field: nothing → design, food; "
        "pace: 5 → 9; ceiling: 8 → 9. ("
    )
    assert member(folder) == Member(
        "Noora Salmi", "Innomo", date(2027, 6, 2), ("design", "food"), pace=9, pace_ceiling=9
    )
    assert nk("undo").status == 0
    assert member(folder) == Member()


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (["tiimi:Kajo", "valmistun:2.6.2027"], Member(team="Kajo", graduates_on=date(2027, 6, 2))),
        (["Team:Kajo"], Member(team="Kajo")),
        (["team:", "Kajo", "osuuskunta", "pace:4"], Member(team="Kajo osuuskunta", pace=4)),
        (["graduates:2", "Jun", "2027"], Member(graduates_on=date(2027, 6, 2))),
        (['name:"Noora Salmi" ala:ruoka'], Member("Noora Salmi", fields=("ruoka",))),
        (["maa:se", "verkkotunnus:academy.example"], Member(region="SE", shared_domains=("academy.example",))),
        (
            ["potential:6w", "asiakas:none", "kanta-asiakas:default"],
            Member(cadences={Step.POTENTIAL: 42, Step.CUSTOMER: 0, Step.REGULAR: 90}),
        ),
        (["weekdays:weekends,fri"], Member(days_off=DaysOff.of([4, 5, 6]))),
        (["weekdays:la", "su"], Member(days_off=DaysOff.of([5, 6]))),
        (
            ["dates:24.12.", "to", "26.12.", "dates:1.5.", "-dates:25.12."],
            Member(days_off=DaysOff.of(dates=[date(2026, 12, 24), date(2026, 12, 26), date(2027, 5, 1)])),
        ),
        (["holidays:like any other day"], Member(days_off=DaysOff.of(works_on_holidays=True))),
        (["vähintään:3", "enintään:4"], Member(pace=4, pace_floor=3, pace_ceiling=4)),
        (["field:food", "field:none", "field:design"], Member(fields=("design",))),
    ],
)
def test_words_are_typed_as_elsewhere(nk: Run, folder: str, words: list[str], after: Member) -> None:
    assert nk("me", *words).status == 0
    assert member(folder) == after


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (["field:food,design"], {"fields": ("design", "art", "food")}),
        (["-field:art"], {"fields": ("design",)}),
        (["field:"], {"fields": ()}),
        (["team:none", "graduates:none", "name:"], {"team": "", "graduates_on": None, "name": ""}),
        (["pace:", "floor:default"], {"pace": 5, "pace_floor": 2}),
        (["country:"], {"region": "FI"}),
        (["weekdays:none"], {"days_off": DaysOff()}),
    ],
)
def test_what_there_is_is_added_to_taken_from_and_cleared(
    nk: Run, folder: str, words: list[str], after: dict[str, object]
) -> None:
    set_up = ["name:A", "team:B", "graduates:1.6.2027", "field:design,art", "pace:7", "country:SE", "weekdays:sun"]
    assert nk("me", *set_up).status == 0
    assert nk("me", *words).status == 0
    now = member(folder)
    assert {name: getattr(now, name) for name in after} == after


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gradutes:2.6.2027"], "'gradutes:' is no setting; did you mean graduates:2.6.2027? There are name, team, "),
        (["xyzzy:1"], "'xyzzy:' is no setting; there are name, "),
        (["pace", "5"], "Write it with a colon: pace:5"),
        (["team=Innomo"], "Write it with a colon: team:Innomo"),
        (["Noora"], "Say what 'Noora' is, with a word before it: name:Noora"),
        (["graduates:soon"], "Can't read 'soon' as a date"),
        (["pace:many"], "Can't read 'many' as how many people a day; write a number from 0 to 100."),
        (["pace:none"], "write a number from 0 to 100"),
        (["country:Suomi"], "is no country; write its two letters"),
        (["weekdays:lauantsi"], "'lauantsi' is no day of the week; write them like sat,sun or weekends."),
        (["holidays:maybe"], "Public holidays can't be 'maybe'; write off or like-any."),
        (["potential:often"], "as how often"),
        (["team:A", "team:B"], "team: is there twice; say it once."),
        (["floor:9", "ceiling:4"], "floor:9 and ceiling:4 can't hold together"),
        (["-field:food"], "'food' is not among field: design"),
        (["-domains:x.example"], "'x.example' can't be taken away; domains: is empty."),
        (["-field:"], "Say what to take away, as in -field:design"),
        (["-weekdays:"], "Say what to take away, as in -weekdays:mon"),
        (["field:,"], "field: has no value; write it like field:design, or field: alone to clear it."),
        (["-dates:,"], "dates: has no value"),
        (["-team:Kasvu"], "team: is one thing, so nothing is taken off it; team: alone clears."),
        (["team:Innomo\udc80"], "holds bytes that are no text"),
        (["rest:weekends"], "'rest:' is no setting"),
    ],
)
def test_a_slip_is_said_in_one_line_and_nothing_is_set(nk: Run, folder: str, words: list[str], said: str) -> None:
    assert nk("me", "field:design").status == 0
    ran = nk("me", *words, "name:Aino")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert said in ran.err
    assert member(folder) == Member(fields=("design",))


@pytest.fixture
def furnished(nk: Run, anna: None, folder: str) -> Network:
    """A member who has said everything."""
    said = [
        "name:Noora Salmi", "team:Innomo", "graduates:2.6.2027", "field:design,food", "domains:academy.example",
        "country:SE", "pace:6", "floor:3", "ceiling:7", "potential:none", "customer:6w", "regular:1y",
        "weekdays:sat,sun", "dates:24.12.-2.1.", "holidays:like-any",
    ]  # fmt: skip
    assert {each.partition(":")[0] for each in said} == {word for word, (_, part) in PARTS.items() if part.page}
    assert nk("me", *said).status == 0
    network = Network(folder)
    save_search(network, "fair", "met:slush")
    keep_apart(network, *(contact_id for contact_id, _ in network.names()))
    return network


def test_all_are_shown_with_the_word_that_sets_each_and_can_be_typed_back(nk: Run, furnished: Network) -> None:
    ran = nk("me")
    shown = ran.out.splitlines()
    before = furnished.member
    for word, (_, part) in PARTS.items():
        if part.page:
            (line,) = [line for line in shown if f" {word}:" in line]
            text = text_of(word, before)
            assert text
            assert f"{part.label}  " in line
            assert f"  {text}  " in line
            assert nk("me", f"{word}:{text}").out == "Your settings say that already; nothing was changed.\n"
    assert ["fair", "met:slush"] in [line.split() for line in shown]
    assert "Anna Virtanen" in ran.out.partition("NOT THE SAME")[2]
    assert "netkeeper me team:Innomo" in ran.err
    assert furnished.member == before


def test_a_script_gets_them(nk: Run, furnished: Network) -> None:
    said = json.loads(nk("me", "--json").out)
    (pair,) = said.pop("apart")
    assert sorted(pair) == sorted(contact_id for contact_id, _ in furnished.names())
    assert said == {
        "name": "Noora Salmi",
        "team": "Innomo",
        "graduates_on": "2027-06-02",
        "fields": ["design", "food"],
        "pace": 6,
        "pace_floor": 3,
        "pace_ceiling": 7,
        "cadences": {"potential": 0, "customer": 42, "regular": 365},
        "days_off": {
            "weekdays": [5, 6],
            "dates": [f"2026-12-{day}" for day in range(24, 32)] + ["2027-01-01", "2027-01-02"],
            "works_on_holidays": True,
        },
        "searches": {"fair": "met:slush"},
        "columns": {},
        "shared_domains": ["academy.example"],
        "region": "SE",
    }


def test_a_script_that_sets_gets_what_is_then(nk: Run, folder: str) -> None:
    said = json.loads(nk("me", "team:Innomo", "--json").out)
    assert (said["team"], said["graduates_on"]) == ("Innomo", None)
    assert member(folder).team == "Innomo"


def test_what_others_wrote_cannot_control_the_terminal(nk: Run, folder: str) -> None:
    with Network(folder).transaction("Changed by hand") as draft:
        draft.put_member(Member("\x1b]52", "\u202e", fields=("\x1b[2J",), searches={"\x1b": "\x07"}))
    for ran in (nk("me"), nk("me", "--json"), nk("me", "team:A", "name:B", "field:")):
        assert ran.status == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


def test_the_docs_have_every_word(nk: Run) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    settings = docs.partition("## Your settings")[2].partition("\n## ")[0]
    for word, (_, part) in PARTS.items():
        if part.page:
            assert f"`{word}:`" in settings
            assert f" {word}:" in nk("me", "--help").out


def test_saying_the_country_that_is_assumed_counts_as_said(nk: Run, tmp_path: Path) -> None:
    nk("add", "Anna Ek")
    assert nk("me", "country:FI").status == 0
    assert nk("export", "-o", str(tmp_path / "list.csv")).status == 0
    assert "Name;" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    seen = nk("history").out
    assert nk("me", "country:FI").status == 0
    assert nk("history").out == seen
