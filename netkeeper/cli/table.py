"""The table of commands: which there are, where each is, and what it is for in one line.

A command's module is loaded when it is called, or when its own help is asked for.
"""

from __future__ import annotations

from importlib import import_module

from netkeeper.cli.spec import Command

SECTIONS: dict[str, dict[str, str]] = {
    "Every day": {
        "due": "Show today's review: whom to be in touch with, and why.",
        "log": "Log an interaction, and say when to meet next.",
        "done": "Mark what is due with somebody as done.",
        "snooze": "Put off what is due with somebody.",
        "followup": "Promise something for a day.",
        "remind": "Show a notification of the day, or set up a daily one.",
    },
    "People": {
        "add": "Add a contact.",
        "list": "List contacts.",
        "show": "Show a contact, the timeline and the follow-ups.",
        "edit": "Change a contact.",
        "step": "Move a contact on the customer ladder.",
        "archive": "Put a contact away, or take it out again.",
        "duplicates": "List contacts who may be one person.",
        "merge": "Make one contact of two.",
        "stats": "Show who lasts, and how it has been going.",
    },
    "In and out": {
        "import": "Bring contacts in from vCard files, tables or netkeeper files.",
        "export": "Take contacts out, for another program or to read.",
        "leave": "Take everything along when leaving the academy.",
    },
    "Safety": {
        "undo": "Take back the last thing done.",
        "history": "Show what was done.",
        "doctor": "Look the network's files over.",
        "backup": "Make a backup, or list them.",
        "restore": "Bring a backup back.",
    },
    "Start": {
        "demo": "Open the app on a made-up network.",
        "completion": "Print what makes the shell complete names and words.",
    },
}
"""The commands by their section of the help, with one line of help each."""

HELP: dict[str, str] = {name: line for section in SECTIONS.values() for name, line in section.items()}
"""Every command's line of help."""

_MODULES = {"import": "import_"}
"""Where a command's name can't be a module's."""


def load(name: str) -> Command:
    """A command by its name, which must be in ``HELP``."""
    command = import_module(f"netkeeper.cli.commands.{_MODULES.get(name, name)}").COMMAND
    assert isinstance(command, Command)
    return command
