"""Small networks for tests of what a person does."""

from __future__ import annotations

from datetime import date

from netkeeper.actions.interactions import log as log_actions
from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.people import people
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.outcomes import Logged
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)
"""A Monday."""


def add(network: Network, name: str, words: str = "", today: date = TODAY) -> Contact:
    """Add somebody as the words say."""
    return people.add(network, name, contact_changes(split_text(words), today), today).contact


def log(
    network: Network,
    ids: list[str],
    words: str = "",
    today: date = TODAY,
    *,
    new_names: tuple[str, ...] = (),
    promises: Promises = Promises.CLOSE_DUE,
    followup_id: str | None = None,
) -> Logged:
    """Log an interaction as the words say."""
    said = log_words(split_text(words), today)
    return log_actions.log(network, ids, said, today, new_names=new_names, promises=promises, followup_id=followup_id)
