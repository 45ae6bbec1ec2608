"""The commands with one line of help each; a command's module is loaded when it is called, or its help is shown."""

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
        "sort": "Sort those whom an import brought in.",
        "archive": "Archive a contact, or take it out again.",
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
        "me": "Show your settings, or change them.",
        "demo": "Open the app on a made-up network.",
        "completion": "Print what makes the shell complete names and words.",
    },
}
"""The commands by their section of the help."""

HELP: dict[str, str] = {name: line for section in SECTIONS.values() for name, line in section.items()}
"""Every command's line of help."""

SYNONYMS: dict[str, str] = {
    **dict.fromkeys(
        ["delete", "remove", "del", "rm", "hide", "drop", "poista", "arkistoi", "forget", "unohda"], "archive"
    ),
    **dict.fromkeys(
        ["find", "search", "ls", "people", "contacts", "who", "filter", "query", "etsi", "hae", "listaa"], "list"
    ),
    **dict.fromkeys(["today", "review", "morning", "now", "agenda", "tänään", "tanaan"], "due"),
    **dict.fromkeys(["new", "create", "insert", "lisää", "lisaa", "uusi"], "add"),
    **dict.fromkeys(["met", "meet", "call", "called", "note", "talk", "kirjaa", "tapasin", "soitin"], "log"),
    **dict.fromkeys(["view", "open", "info", "get", "card", "display", "näytä", "nayta"], "show"),
    **dict.fromkeys(["change", "update", "set", "rename", "modify", "tag", "muokkaa"], "edit"),
    **dict.fromkeys(["promise", "todo", "task", "plan", "next", "lupaa"], "followup"),
    **dict.fromkeys(["postpone", "delay", "later", "defer", "siirrä", "siirra"], "snooze"),
    **dict.fromkeys(["complete", "finish", "check", "tick", "close", "hoidettu", "valmis"], "done"),
    **dict.fromkeys(["revert", "rollback", "takeback", "peru"], "undo"),
    **dict.fromkeys(["join", "combine", "yhdistä", "yhdista"], "merge"),
    **dict.fromkeys(["dedupe", "dedup", "doubles", "twins"], "duplicates"),
    **dict.fromkeys(["load", "read", "tuo"], "import"),
    **dict.fromkeys(["save", "dump", "vie"], "export"),
    **dict.fromkeys(["move", "promote", "ladder", "level", "porras"], "step"),
    **dict.fromkeys(["graduate", "quit", "pack", "lähde", "lahde"], "leave"),
    **dict.fromkeys(["statistics", "report", "summary", "trend", "tilasto"], "stats"),
    **dict.fromkeys(["recover", "palauta"], "restore"),
    **dict.fromkeys(["verify", "repair", "fsck", "fix"], "doctor"),
    **dict.fromkeys(["settings", "config", "profile", "whoami", "member", "minä", "mina", "asetukset"], "me"),
    **dict.fromkeys(["notify", "remember", "reminder", "muistuta"], "remind"),
}
"""Synonyms that are suggested for unknown commands: the word, and the command."""

_MODULES = {"import": "import_"}
"""Modules of commands whose name is a Python keyword."""


def load(name: str) -> Command:
    """A command by its name, which must be in ``HELP``."""
    command = import_module(f"netkeeper.cli.commands.{_MODULES.get(name, name)}").COMMAND
    assert isinstance(command, Command)
    return command
