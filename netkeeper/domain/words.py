"""The small language: the same ``key:value`` words add, log and find.

What each word means is in ``keys``; this gathers what is there to cut and to read them.
"""

from netkeeper.domain.applying import apply_changes
from netkeeper.domain.changes import NOT_SAID, ContactChanges, NotSaid, contact_changes
from netkeeper.domain.completion import complete_word
from netkeeper.domain.joined import Word
from netkeeper.domain.keys import KEYS, Key
from netkeeper.domain.logged import LogWords, log_words
from netkeeper.domain.names import check_name, name_parts_from
from netkeeper.domain.promised import Promise, take_promise
from netkeeper.domain.tokens import quote_value, split_args, split_text
from netkeeper.domain.values import normal_field

__all__ = [
    "KEYS",
    "NOT_SAID",
    "ContactChanges",
    "Key",
    "LogWords",
    "NotSaid",
    "Promise",
    "Word",
    "apply_changes",
    "check_name",
    "complete_word",
    "contact_changes",
    "log_words",
    "name_parts_from",
    "normal_field",
    "quote_value",
    "split_args",
    "split_text",
    "take_promise",
]
