"""The keys about the person under the cursor, and about several who are selected."""

from __future__ import annotations

from textual.binding import Binding, BindingType

PERSON_BINDINGS: tuple[BindingType, ...] = (
    Binding("l", "log", "log", id="person.log", tooltip="Log what happened, and when to meet next"),
    Binding("d", "done", "done", id="person.done", tooltip="Done: the promise is kept, or you were in touch"),
    Binding("s", "snooze", "snooze", id="person.snooze", tooltip="Put it off to another day"),
    Binding("f", "follow_up", "follow-up", id="person.follow-up", tooltip="Promise them something"),
    Binding("e", "edit", "edit", id="person.edit", tooltip="Change what is known of them"),
)
"""The keys about the person under the cursor that are wanted most."""

MORE_PERSON_BINDINGS: tuple[BindingType, ...] = (
    Binding("p", "step", "step", id="person.step", tooltip="Move them on the ladder, and say why"),
    Binding("z", "archive", "Archive", show=False, id="person.archive", tooltip="Archive them, or take them out again"),
    Binding(
        "enter",
        "open",
        "Open",
        show=False,
        key_display="enter",
        id="person.open",
        tooltip="Look at the person; Escape comes back",
    ),
    Binding("c", "copy", "Copy", show=False, id="person.copy", tooltip="Copy their email address or phone number"),
)
"""The other keys about the person under the cursor."""

BACK = Binding("escape", "back", "back", id="person.back", tooltip="Back to the list")

WHOSE = Binding(
    "W", "whose", "whose", id="people.whose", tooltip="Say that they are the team's rather than yours; once more: yours"
)
