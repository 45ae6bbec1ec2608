"""Jump mode: everything that is seen can be gone to by a label of one letter or two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size
from textual.widgets import Input

from netkeeper.tui.draw.jump_targets import HOME_ROW, labels
from netkeeper.tui.forms.choice import Choice
from netkeeper.tui.keys.jump_screen import Jump
from netkeeper.tui.person.dialogs.quick_log import QuickLog
from netkeeper.tui.person.person_pane import PersonPane
from netkeeper.tui.person.person_text import PersonText
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import HOSTILE
from tests.tui.opened import Opened
from tests.tui.test_hostile_text import hostile_everywhere


@given(st.integers(min_value=0, max_value=600))
def test_no_label_begins_another_and_none_is_longer_than_two(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == count
    assert all(1 <= len(label) <= 2 for label in found)
    singles = {label for label in found if len(label) == 1}
    assert not singles & {label[0] for label in found if len(label) == 2}
    # All in the home row where that is enough.
    assert count > 81 or set("".join(found)) <= set(HOME_ROW)
    # As short as can be: another single letter would leave too few.
    assert found == sorted(found, key=len)
    assert count > len(HOME_ROW) or len(singles) == count


async def jump(app: Opened) -> Jump:
    await app.press("ctrl+o")
    screen = app.app.screen
    assert isinstance(screen, Jump)
    await app.sees("Type a label to go there", under_toasts=True)
    return screen


def label_at(screen: Jump, app: Opened, shown: str) -> str:
    """The label on the line, and right before the place, where a text begins on the screen below."""
    for label, target in screen.targets.items():
        below = target.widget.screen
        strip = below._compositor.render_strips(app.app.size)[target.at.y]
        if strip.text[target.at.x :].lstrip(" ›●○◇★·✓").startswith(shown):
            return label
    raise AssertionError(f"nothing to jump to at {shown}: {screen.targets}")


async def go_to(app: Opened, shown: str) -> None:
    await app.press(*label_at(await jump(app), app, shown))
    await app.until(lambda: not isinstance(app.app.screen, Jump))


async def test_a_line_a_room_a_key_and_a_pane_can_be_gone_to(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        await go_to(app, "Heidi Moilanen")
        assert app.chosen == "Heidi Moilanen"
        await go_to(app, "3 more can wait")
        await app.sees("Cai Chen")
        await go_to(app, "u undo")
        await app.sees("Took back")
        await go_to(app, "Heidi Moilanen")
        await go_to(app, "20 Jul")
        pane = app.app.focused
        assert isinstance(pane, PersonPane)
        assert pane.query_one(PersonText).place.item is not None
        await go_to(app, "Pekka Salo")
        assert app.chosen == "Pekka Salo"
        assert app.today.people.has_focus
        await go_to(app, "9 History")
        await app.until(lambda: app.app.current_mode == "history")
        await go_to(app, "1 Today")
        await app.until(lambda: app.app.current_mode == "today")


async def test_the_line_that_one_is_on_is_opened(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        await go_to(app, "Anna Virtanen")
        assert isinstance(app.app.focused, PersonPane)


async def test_a_dialog_has_labels_of_its_own_and_loses_nothing_typed(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        await app.press("l")
        await app.type("coffee")
        screen = await jump(app)
        assert all(isinstance(target.widget.screen, QuickLog) for target in screen.targets.values())
        await app.press(*label_at(screen, app, "what you promised"))
        assert isinstance(app.app.focused, Input)
        assert app.app.focused.id == "todo"
        await app.type("send it")
        await go_to(app, "call")
        assert isinstance(app.app.focused, Choice)
        await app.sees("● call")
        await app.sees("coffee", "send it")
        await go_to(app, "enter log")
        await app.sees("Logged a call with Anna Virtanen")


async def test_escape_a_click_or_the_key_again_leaves_everything_as_it_was(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        for leave in ("escape", "ctrl+o", None):
            await jump(app)
            if leave:
                await app.press(leave)
            else:
                await app.pilot.click(offset=(50, 20))
            await app.until(lambda: app.app.screen is app.today)
            assert app.chosen == "Anna Virtanen"
            assert app.app.focused is app.today.people


async def test_a_first_letter_narrows_and_can_be_taken_back(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        screen = await jump(app)
        before = screen.targets
        label = next(label for label in before if len(label) == 2)
        first, second = label[0], label[1]
        await app.press(first)
        assert set(screen.targets) == {label[1] for label in before if label[0] == first and len(label) == 2}
        assert screen.targets[second] == before[first + second]
        # What begins no label is no slip of anybody's: no key goes through to the room.
        await app.press("1", "question_mark", "q")
        assert app.app.screen is screen
        await app.press("backspace")
        assert screen.targets == before
        await app.press(first.upper(), second.upper())
        await app.until(lambda: app.app.screen is not screen)


async def test_letters_typed_fast_reach_no_room(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        label = label_at(await jump(app), app, "Pekka Salo")
        await app.press("escape")
        from textual.events import Key

        # d is done's key, and s is snooze's.
        for key in ("ctrl+o", *label):
            app.app.post_message(Key(key, key if len(key) == 1 else None))
        await app.quiet()
        assert app.chosen == "Pekka Salo"
        assert app.toasts() == []
        assert app.app.screen is app.today


async def test_labels_go_where_the_size_changes(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(100, 30)) as app:
        await jump(app)
        await app.pilot.resize_terminal(80, 24)
        await app.until(lambda: app.app.screen is app.today)


@pytest.mark.parametrize("size", [(56, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_visible_thing_has_a_label(open_app: OpenApp, cast: Cast, size: tuple[int, int]) -> None:
    cast.usual()
    for text in HOSTILE:
        hostile_everywhere(cast, text)
    async with open_app(size=size) as app:
        openings: Sequence[tuple[str, ...]] = ((), ("m",), ("2",), ("question_mark",), ("escape", "l"), ("escape", "9"))
        for keys in openings:
            await app.press(*keys)
            await app.pilot.pause()
            below = app.app.screen
            screen = await jump(app)
            assert all(0 <= target.at.x < size[0] and 0 <= target.at.y < size[1] for target in screen.targets.values())
            assert len({target.at for target in screen.targets.values()}) == len(screen.targets)
            reached = {node for target in screen.targets.values() for node in target.widget.ancestors_with_self}
            for widget in below.query("*"):
                region = widget.region
                if widget.focusable and region and below.get_widget_at(*region.offset)[0] is widget:
                    assert widget in reached, widget
            assert len(screen.targets) >= 3
            await app.press("escape")
            await app.until(lambda below=below: app.app.screen is below)  # type: ignore[misc]


async def test_only_what_is_seen_has_a_label(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    for number in range(200):
        cast.add(f"Person {number}")
    async with open_app(size=(80, 24), keys=["2"]) as app:
        await app.press("G")
        screen = await jump(app)
        assert len(screen.targets) < 60
        assert label_at(screen, app, "Person 99")
        assert all(Size(80, 24).contains(*target.at) for target in screen.targets.values())
        assert not any(one.startswith(other) for one, other in permutations(screen.targets, 2))
