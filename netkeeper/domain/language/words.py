"""The small language: the same ``key:value`` words add, log and find.

What each word means is in ``keys``; this gathers what is there to cut and to read them.
"""

from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.language.contact_words import NOT_SAID, ContactChanges, NotSaid, contact_changes
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS, Key
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.promise_words import Promise, take_promise
from netkeeper.domain.language.tokens import quote_value, split_args, split_text
from netkeeper.domain.language.values import normal_field
from netkeeper.domain.people.names import check_name, name_parts_from

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
