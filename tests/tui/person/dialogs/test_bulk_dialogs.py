"""The dialogs that do one thing with many people: tag, untag, cadence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import width
from netkeeper.store.network import Network
from netkeeper.tui.forms.dialog import Dialog
from netkeeper.tui.person.dialogs.cadence import CadenceDialog
from netkeeper.tui.person.dialogs.tag import TagDialog
from netkeeper.tui.person.dialogs.untag import UntagDialog
from netkeeper.tui.person.subject import Subject
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST
from tests.tui.opened import Opened, seq_of
from tests.tui.test_hostile_text import NAMES, put

DIALOGS = (TagDialog, UntagDialog, CadenceDialog)


@pytest.fixture
def five(cast: Cast) -> list[Contact]:
    """Five people, two of them designers, one of whom eats."""
    people = [
        cast.add("Anna Virtanen", "field:design,food every:6w"),
        cast.add("Bo Bergman", "field:design step:customer"),
        cast.add("Cai Chen"),
        cast.add("Dina Dahl", "every:6w"),
        cast.add("Elli Eskola"),
    ]
    cast.add("Far Away", "field:health/tech,art")
    cast.add("Far Out", "field:health/tech")
    return people


def about(people: Sequence[Contact]) -> list[Subject]:
    return [Subject(person.id, person.name) for person in people]


async def told(app: Opened, *parts: str) -> None:
    """Wait for a toast that says all of this, whatever its line breaks."""
    await app.until(lambda: all(part in "".join(app.toasts()) for part in parts))


async def opens(app: Opened, dialog: Dialog[str]) -> None:
    app.app.call_later(app.today.ask, dialog)
    await app.until(lambda: app.app.screen is dialog)
    await app.quiet()


def fields_of(folder: str) -> dict[str, tuple[str, ...]]:
    return {person.name.split()[0]: person.fields for person in Network(folder).contacts()}


def cadences_of(folder: str) -> list[int | None]:
    return [person.cadence for person in Network(folder).contacts()][:5]


# Tag


async def test_five_are_tagged_at_once_and_untagged_with_one_undo(
    open_app: OpenApp, five: list[Contact], folder: str
) -> None:
    before = fields_of(folder)
    async with open_app() as app:
        await opens(app, TagDialog(app.app.session, about(five)))
        await app.sees(
            "Tag · 5 people", "Anna Virtanen, Bo Bergman, Cai Chen and 2 more", "In use: design, health/tech"
        )
        await app.type("design, mobility")
        await app.sees("design  2 of 5 have it already", "mobility  a new field")
        await app.press("enter")
        await told(app, "Tagged Anna Virtanen, Bo Bergman, Cai Chen and 2 more with design", "u takes it back")
        assert fields_of(folder) == {
            "Anna": ("design", "food", "mobility"),
            "Bo": ("design", "mobility"),
            "Cai": ("design", "mobility"),
            "Dina": ("design", "mobility"),
            "Elli": ("design", "mobility"),
            "Far": ("health/tech",),
        }
        await app.press("u")
        await told(app, "Took back: Tagged Anna Virtanen, Bo Bergman")
    assert fields_of(folder) == before


async def test_fields_in_use_are_suggested_with_how_many_have_each(
    open_app: OpenApp, five: list[Contact], folder: str
) -> None:
    async with open_app() as app:
        await opens(app, TagDialog(app.app.session, about(five)))
        await app.type("de")
        line = next(line for line in (await app.sees("2 of 5 have it already")).splitlines() if "2 of 5" in line)
        assert "design" in line
        assert "tab take it  esc close  enter tag" in app.text()
        await app.press("tab")
        await app.sees("enter tag  esc leave", gone="take it")
        await app.type(", he")
        await app.sees("health/tech")
        await app.press("down", "enter")
        await app.sees("design, health/tech")
        assert not Network(folder).contact(five[2].id).fields
        await app.press("enter")
        await told(app, "with design and health/tech")
    assert fields_of(folder)["Cai"] == ("design", "health/tech")


async def test_one_person_is_called_by_name(open_app: OpenApp, five: list[Contact]) -> None:
    async with open_app() as app:
        await opens(app, TagDialog(app.app.session, about(five[:1])))
        await app.type("design")
        await app.sees("Tag · Anna Virtanen", "design  there already")
        await app.press("enter")
        await app.sees("Anna Virtanen has design already; nothing was changed.", "Tag ·")
        await app.type(", art")
        await app.press("enter")
        await told(app, "Tagged Anna Virtanen with design and art")


async def test_a_slip_stays_to_be_mended_and_leaving_asks(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, TagDialog(app.app.session, about(five)))
        await app.press("enter")
        await app.sees("Say which field, for example design")
        await app.type("#")
        await app.sees("'#' can't be a field")
        await app.press("enter")
        await app.sees("'#' can't be a field", "Tag ·")
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("escape")
        await app.sees("KEEP IN TOUCH", gone="Tag ·")
    assert seq_of(folder) == 7


# Untag


async def test_what_the_selection_has_is_suggested_and_the_one_under_the_cursor_goes(
    open_app: OpenApp, five: list[Contact], folder: str
) -> None:
    async with open_app() as app:
        await opens(app, UntagDialog(app.app.session, about(five)))
        text = await app.sees("Untag · 5 people", "design  2 of 5", "food    1 of 5", gone="health/tech")
        assert text.index("design") < text.index("food")
        await app.press("j", "enter")
        await told(app, "Took food off Anna Virtanen · 4 did not have it · u takes it back")
    assert fields_of(folder)["Anna"] == ("design",)


async def test_several_are_ticked_and_go_together(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, UntagDialog(app.app.session, about(five)))
        await app.press("space", "j", "space")
        await app.sees("✓ design", "✓ food")
        await app.press("enter")
        await told(app, "Took design and food off Anna Virtanen and Bo Bergman")
        assert fields_of(folder)["Anna"] == fields_of(folder)["Bo"] == ()
        await app.press("u")
        await app.until(lambda: fields_of(folder)["Anna"] == ("design", "food"))


async def test_a_click_ticks_and_a_second_one_no_more(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, UntagDialog(app.app.session, about(five)))
        await app.click("food ")
        await app.sees("✓ food", "· design")
        await app.click("design  2")
        await app.sees("✓ food", "✓ design")
        await app.click("design  2")
        await app.sees("· design")
        await app.click("enter take it off")
        await told(app, "Took food off Anna Virtanen")


async def test_a_field_that_came_from_elsewhere_goes_too(open_app: OpenApp, cast: Cast, folder: str) -> None:
    for stored, shown in WORST.items():
        person = put(cast.network, replace(cast.add("Plain"), name=stored, fields=(stored,)))
        async with open_app(size=(120, 30)) as app:
            await opens(app, UntagDialog(app.app.session, about([person])))
            await app.sees(f"Untag · {shown}", f"· {shown}")
            await app.press("enter")
            await told(app, f"Took {shown} off {shown}")
        assert Network(folder).contact(person.id).fields == ()


# Cadence


async def test_a_cadence_is_chosen_by_arrow(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, CadenceDialog(app.app.session, about(five)))
        await app.sees(
            "Cadence · 5 people",
            "step's own  potential 30d, customer 45d · 3 of 5",
            "6 weeks     2 of 5",
            "none        no reminders",
        )
        await app.press("down", "enter")
        await told(app, "Set the cadence of Anna Virtanen, Bo Bergman, Cai Chen and 2 more to every 2 weeks")
        assert cadences_of(folder) == [14] * 5
        await app.press("u")
        await app.until(lambda: cadences_of(folder) == [42, None, None, 42, None])


async def test_what_they_all_have_is_where_the_cursor_begins(open_app: OpenApp, five: list[Contact]) -> None:
    async with open_app() as app:
        await opens(app, CadenceDialog(app.app.session, about([five[0], five[3]])))
        line = next(line for line in (await app.sees("2 of 2")).splitlines() if "2 of 2" in line)
        assert "›6 weeks" in line
        await app.press("enter")
        await app.sees("Anna Virtanen and Dina Dahl is every 6 weeks", "nothing was changed.", "Cadence ·")


async def test_any_other_cadence_is_typed_and_understood(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, CadenceDialog(app.app.session, about(five)))
        await app.type("often")
        await app.sees("Can't read 'often' as how often")
        await app.press("enter")
        await app.sees("Can't read 'often' as how often", "Cadence ·")
        assert app.text().count("Can't read 'often'") == 1
        await app.press(*["backspace"] * 5)
        await app.type("10d")
        await app.sees("every 10 days")
        await app.press("enter")
        await told(app, "to every 10 days")
    assert cadences_of(folder) == [10] * 5


async def test_a_click_sets_a_cadence(open_app: OpenApp, five: list[Contact], folder: str) -> None:
    async with open_app() as app:
        await opens(app, CadenceDialog(app.app.session, about(five)))
        await app.click("no reminders")
        await told(app, "to none")
    assert cadences_of(folder) == [0] * 5


# All of them


@pytest.mark.parametrize("dialog", DIALOGS)
async def test_who_is_gone_meanwhile_is_said(
    open_app: OpenApp, five: list[Contact], cast: Cast, dialog: type[TagDialog | UntagDialog | CadenceDialog]
) -> None:
    gone = cast.add("Gone Girl", "field:food")
    async with open_app() as app:
        await opens(app, dialog(app.app.session, about([gone, *five])))
        cast.network.undo()
        await app.sees("From elsewhere")
        await app.type("10d" if dialog is not UntagDialog else "")
        await app.press("enter")
        await told(app, "1 is not here any more")


@pytest.mark.parametrize("dialog", DIALOGS)
@pytest.mark.parametrize("size", [(56, 20), (80, 24)])
async def test_odd_names_and_fields_keep_within_the_frame(
    open_app: OpenApp,
    cast: Cast,
    dialog: type[TagDialog | UntagDialog | CadenceDialog],
    size: tuple[int, int],
) -> None:
    people = [put(cast.network, replace(cast.add("Plain"), name=text, fields=(text,))) for text in (*NAMES, *WORST)]
    for some in (people, people[:1], people[-1:]):
        async with open_app(size=size) as app:
            await opens(app, dialog(app.app.session, about(some)))
            lines = [line for line in app.lines() if "│" in line or "╭" in line]
            assert len(lines) > 4
            assert {width(line) for line in app.lines()} == {size[0]}
            frame = {(width(line[: line.index("│")]), width(line[: line.rindex("│")])) for line in lines if "│" in line}
            assert len(frame) == 1
