"""What a terminal really gets, byte for byte, when the names in a network mean no good."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

from tests.e2e.terminal import Terminal
from tests.tui.cast import Cast
from tests.tui.hostile import FORBIDDEN_BYTES, HOSTILE
from tests.tui.test_hostile_text import hostile_everywhere


@pytest.fixture
def terminal(cast: Cast) -> Iterator[Terminal]:
    cast.member(pace=30, graduates_on=date(2027, 6, 2))
    for text in HOSTILE:
        hostile_everywhere(cast, text)
    cast.network.close()
    opened = Terminal(columns=120, lines=50)
    yield opened
    opened.kill()


def test_no_name_reaches_the_clipboard_a_link_or_the_direction_of_writing(terminal: Terminal) -> None:
    terminal.wait_for("PROMISED", "settings")
    for _ in HOSTILE:
        terminal.type("j")
    terminal.type("l")
    terminal.wait_for("Log ·")
    terminal.type("\x1b[200~pasted \x1b]52;c;AA== \u202e and \x9b31m\x1b[201~")
    terminal.wait_for("pasted")
    terminal.type("\x1b")
    terminal.wait_for("Escape again")
    terminal.type("\x1b")
    terminal.wait_for("PROMISED", gone="Log ·")
    for keys, shown in (("d", "takes it back"), ("u", "Took back"), ("?", "Log what happened")):
        terminal.type(keys)
        terminal.wait_for(shown)
    terminal.type("\x1b")
    terminal.wait_for("PROMISED", gone="Log what happened")
    terminal.type("\x10")
    terminal.wait_for("Search for commands")
    terminal.type("c")
    terminal.wait_for("clip")
    # The toolkit's own field takes a paste as it comes; only the fence stands before the terminal.
    terminal.type("\x1b[200~\x1b]52;c;AA== \u202e\u2066 here\x1b[201~")
    terminal.wait_for("52;c;AA==", "here")
    terminal.type("\x1b")
    terminal.wait_for("PROMISED", gone="🔎")
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    for forbidden in FORBIDDEN_BYTES:
        assert forbidden not in terminal.bytes, forbidden
