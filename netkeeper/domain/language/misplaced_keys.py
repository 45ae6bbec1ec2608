"""Errors for keys that set no property, typed where a contact is described."""

from __future__ import annotations

from typing import NamedTuple

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word


class _Alternative(NamedTuple):
    """Parts of the error message for a key that sets no property.

    Attributes:
        says: What the key is for.
        shell: What to type in a shell instead.
        brief: What to do in the app instead.
    """

    says: str
    shell: str
    brief: str


_LOGS = "say it where you log (l)."

_ALTERNATIVES = {
    "kind": _Alternative("says how you were in touch", "use it in netkeeper log.", brief=_LOGS),
    "when": _Alternative("says which day it was", "use it in netkeeper log.", brief=_LOGS),
    "feel": _Alternative("says how it felt", "use it in netkeeper log.", brief=_LOGS),
    "signal": _Alternative("says what they did", "use it in netkeeper log.", brief=_LOGS),
    "next": _Alternative(
        "makes a follow-up",
        "use it in netkeeper log, or netkeeper followup WHO WHAT due:…",
        brief="say it where you log (l), or promise it (f).",
    ),
    "todo": _Alternative(
        "makes a follow-up",
        "use it in netkeeper log, or netkeeper followup WHO WHAT due:…",
        brief="say it where you log (l), or promise it (f).",
    ),
    "due": _Alternative("finds people", "to say when the next follow-up is, write next:", "to say when, write next:"),
    "last": _Alternative(
        "finds people",
        "to say which day it was, write when: in netkeeper log.",
        brief="to say which day it was, write when: where you log (l).",
    ),
    "is": _Alternative(
        "finds people", "to put one away, use netkeeper archive WHO.", brief="z puts the person under the cursor away."
    ),
}

_FINDS_ONLY = _Alternative("finds people", "it can't be set.", "it can't be set.")
"""For every other key."""


def misplaced_key(word: Word) -> WordError:
    """The error for a word whose key sets no property, with what to do instead."""
    instead = _ALTERNATIVES.get(word.key, _FINDS_ONLY)
    says = f"{word.key}: {instead.says}"
    return WordError(f"{says}; {instead.shell}", f"{word.key}:{word.value}", brief=f"{says}; {instead.brief}")
