"""No name, note or promise is markup, and none reaches beyond its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.domain.people.contact import Address, Contact, Labelled
from netkeeper.domain.text.display import width
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import HOSTILE, WORST

TODAY = date(2026, 11, 23)
WIDE = (120, 36)


def put(network: Network, contact: Contact) -> Contact:
    """Store a contact as it is, past all that checks what is typed."""
    with network.transaction(f"Edited {contact.name}") as draft:
        return draft.put_contact(contact)


def hostile_everywhere(cast: Cast, text: str) -> Contact:
    """A person all of whose properties hold a text."""
    network = cast.network
    person = replace(
        cast.add("Plain Name", "step:customer"),
        name=text,
        organization=text,
        title=text,
        emails=(Labelled(text, text),),
        phones=(Labelled(text),),
        urls=(Labelled(text),),
        addresses=(Address(street=text),),
        fields=(text,),
        met=text,
        via=text,
        notes=text,
    )
    put(network, person)
    cast.promise(person, text, date(2026, 11, 20))
    cast.promise(person, text, date(2026, 12, 20))
    cast.log(person, "x", date(2026, 11, 1))
    with network.transaction("x") as draft:
        draft.put_interaction(replace(network.interactions(person.id)[0], note=text))
    return network.contact(person.id)


@pytest.fixture
def people(cast: Cast) -> dict[str, Contact]:
    """Somebody for each hostile text, by what is shown of it."""
    return {shown: hostile_everywhere(cast, stored) for stored, shown in HOSTILE.items()}


@pytest.fixture
def worst(cast: Cast) -> dict[str, Contact]:
    """Likewise, for one of each sort."""
    return {shown: hostile_everywhere(cast, stored) for stored, shown in WORST.items()}


async def test_the_room_shows_it_as_it_is(open_app: OpenApp, people: dict[str, Contact]) -> None:
    async with open_app(size=WIDE) as app:
        for _ in people:
            # In the list twice, in the border, and on most lines of the card.
            entry = app.today.people.entry
            assert entry is not None
            shown = HOSTILE[entry.name]
            assert app.text().count(shown) >= 8, shown
            assert next(line for line in app.lines() if "›" in line).count(shown) >= 2, shown
            assert all(width(line) <= WIDE[0] for line in app.lines())
            await app.press("j")


async def test_toasts_and_dialogs_show_it_as_it_is(open_app: OpenApp, worst: dict[str, Contact]) -> None:
    async with open_app(size=WIDE) as app:
        for _ in worst:
            shown = HOSTILE[app.chosen]
            for key, title in (("l", "Log"), ("s", "Snooze"), ("f", "Follow-up")):
                await app.press(key)
                assert f"{title} · {shown}" in app.text()
                await app.press("escape")
            for keys, told in (
                ("d", f"Done with {shown}: {shown} · u takes it back"),
                ("u", f"Took back: Done with {shown}: {shown}"),
                ("s", f"{shown} with {shown} can wait until tomorrow · u takes it back"),
            ):
                await app.press(keys, *(["enter"] if keys == "s" else []))
                assert app.toasts() == [told]
                await app.sees(told[:40])


async def test_the_palette_shows_it_as_it_is(open_app: OpenApp, worst: dict[str, Contact]) -> None:
    async with open_app(size=WIDE) as app:
        for stored, shown in WORST.items():
            await app.press("ctrl+p")
            await app.type(stored[:3].replace("\t", " "))
            await app.sees("🔎", f"  {shown}")
            assert app.text().count(f"  {shown}") >= 2
            await app.press("escape")
            await app.sees("PROMISED", gone="🔎")


async def test_news_from_elsewhere_and_errors_show_it_as_it_is(
    open_app: OpenApp, worst: dict[str, Contact], folder: str
) -> None:
    other = Network(folder)
    async with open_app(size=WIDE) as app:
        for shown, person in worst.items():
            app.app.clear_notifications()
            put(other, replace(person, organization="Elsewhere"))
            await app.sees(f"From elsewhere: Edited {shown}"[:60])
            app.today.say(f"No one fits {person.name}", trouble=True)
            await app.sees(f"No one fits {shown}")


async def test_what_is_pasted_into_a_field_is_shown_as_it_is(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=WIDE) as app:
        for stored, shown in WORST.items():
            for key in ("l", "f"):
                await app.press(key)
                await app.paste(stored)
                # Some terminals paste a line break as CR; in a line of text it is a blank.
                pasted = shown.replace("␍", " ")
                assert f"│ {pasted}" in app.text() or f"What     {pasted}" in app.text()
                await app.press("escape", "escape")


async def test_all_done_shows_it_as_it_is(open_app: OpenApp, cast: Cast) -> None:
    for number, (stored, shown) in enumerate(WORST.items()):
        person = put(cast.network, replace(cast.add("Plain", on=date(2026, 11, 20)), name=stored))
        promise = cast.promise(person, stored, date(2026, 12, 1))
        async with open_app(size=(130, 30)) as app:
            assert f"Tue 1 Dec   {shown}: {shown}" in app.text(), number
        with cast.network.transaction("x") as draft:
            draft.put_followup(replace(promise, due_on=date(2027, 12, 1)))


NAMES = (
    "李小龍",
    "👩‍👩‍👧 Family",
    "Zoë̈̈̈ Combining",
    "שרה כהן",
    "🇫🇮 Flag",
    "Ｆｕｌｌ",
    "A" * 300,
    "한국어 이름",
    "ا" * 60,
    "❤️ Heart",
)


@pytest.mark.parametrize("columns", [60, 80, 120])
async def test_wide_and_odd_names_keep_the_columns_straight(open_app: OpenApp, cast: Cast, columns: int) -> None:
    for name in NAMES:
        person = cast.add(name)
        put(cast.network, replace(person, organization=name, title=name))
        cast.promise(person, name, date(2026, 11, 19))
    async with open_app(size=(columns, 24)) as app:
        for _ in NAMES:
            lines = [line for line in app.lines() if line.startswith("│")]
            assert len(lines) > 10
            assert {width(line.rstrip()) for line in lines} == {columns}
            await app.press("j")


async def test_the_fence_holds_back_what_the_toolkit_itself_would_show(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("ctrl+p")
        await app.paste("a\x1b]52;c;AA==\x07\u202eb\x9b\u2066c\x7f")
        await app.sees("a]52;c;AA==bc")
        drawn = "".join(strip.text for strip in app.app.screen._compositor.render_strips())
    assert not set(drawn) & set("\x1b\x07\u202e\x9b\u2066\x7f")


async def test_a_stretch_shows_a_field_as_it_is(open_app: OpenApp, cast: Cast) -> None:
    person = cast.add("Plain", "hope:mentor every:2000d")
    for stored, shown in WORST.items():
        put(cast.network, replace(person, fields=(stored,)))
        async with open_app(size=(100, 24)) as app:
            assert (
                next(line for line in app.lines() if "◇ Plain" in line and "nothing logged" in line).count(shown) >= 1
            )
            assert app.app.is_running
