"""The style sheets of the app.

The toolkit parses every rule anew when a screen brings a style sheet that it has not read. So every screen but the first
has all of them in its ``CSS_PATH``, and the app reads them shortly after its first paint: neither a dialog nor the start
waits for that.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

# The toolkit looks every rule up in a set for each widget that it styles, and its hash of a rule is a function in Python.
# This one goes by identity too, and is in C.
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]

_HERE = Path(__file__).parent

STYLE_SHEETS: list[str | PurePath] = [
    _HERE / path
    for path in (
        "app.tcss",
        "forms/dialog.tcss",
        "forms/form_line.tcss",
        "forms/search_line.tcss",
        "files/importing/column_target.tcss",
        "files/importing/columns_screen.tcss",
        "files/importing/date_order.tcss",
        "files/importing/encoding.tcss",
        "files/importing/file_screen.tcss",
        "files/importing/preview_screen.tcss",
        "jobs/working_screen.tcss",
        "keys/help_screen.tcss",
        "person/dialogs/bulk.tcss",
        "person/dialogs/follow_up.tcss",
        "person/dialogs/interaction.tcss",
        "person/dialogs/quick_log.tcss",
        "person/dialogs/snooze.tcss",
        "person/dialogs/step_change.tcss",
        "person/form/conflict_dialog.tcss",
        "person/form/contact_form.tcss",
        "rooms/duplicates/screen.tcss",
        "rooms/follow_ups/screen.tcss",
        "rooms/history/screen.tcss",
        "rooms/leaving/proof_screen.tcss",
        "rooms/leaving/screen.tcss",
        "rooms/member_form/welcome.tcss",
        "rooms/merging/screen.tcss",
        "rooms/people/saved_searches.tcss",
        "rooms/people/screen.tcss",
        "rooms/settings/screen.tcss",
        "rooms/sorting/screen.tcss",
        "rooms/trend/screen.tcss",
    )
]
"""The paths of all style sheets that always apply: the shared ones, then those of single screens. Of equally specific rules
the later one wins. Written out, since a search through the folders would delay the first paint; a test compares. Those for
terminals with few colours or none are added by :mod:`netkeeper.tui.theme.theme`."""

FIRST_SHEETS = STYLE_SHEETS[:1]
"""The style sheet that the first paint needs."""


def read_style_sheets(stylesheet: Stylesheet) -> None:
    """Read and parse the style sheets that haven't been read yet."""
    missing = [path for path in STYLE_SHEETS if not stylesheet.has_source(str(path))]
    for path in missing:
        stylesheet.read(path)
    if missing:
        stylesheet.parse()
