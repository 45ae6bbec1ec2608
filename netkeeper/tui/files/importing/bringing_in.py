"""Bringing people in, in a job's thread, and what the app says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.actions.importing.import_contacts import Imported, import_contacts, source_of
from netkeeper.actions.importing.likely_pairs import likely_pairs
from netkeeper.actions.importing.plan import Plan
from netkeeper.domain.review.placing import Placing
from netkeeper.interchange.content import Incoming
from netkeeper.phrases.counted import plural
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.how_often import waiting_suffix
from netkeeper.tui.jobs.job import JobProgress
from netkeeper.tui.keys.names import key_labels, read_keys


class BroughtIn(NamedTuple):
    """What an import did.

    Attributes:
        pairs: How many pairs of a new contact and another may be one person; None for many.
    """

    done: Imported
    pairs: int | None


def bring_in(
    network: Network,
    incoming: Sequence[Incoming],
    today: date,
    path: str,
    plan: Plan,
    every: Placing | None,
    watch: JobProgress,
) -> BroughtIn:
    """In the job's thread: import as one transaction, and count who may be here twice now.

    Args:
        every: The cadence of new contacts for which the file has none; None to have them wait to be sorted.
    """
    progress = watch.until_written
    done = import_contacts(
        network,
        incoming,
        today,
        source=source_of([path]),
        agreed=plan,
        every=every,
        settled=frozenset(item.place for item in plan.contradicting),
        progress=progress,
    )
    return BroughtIn(done, likely_pairs(network, (item.contact.id for item in done.plan.added)))


def done_words(brought: BroughtIn, keymap: Mapping[str, str]) -> str:
    """The toast of an import: what it did, how many wait to be sorted, and who may be here twice; empty for nothing done.

    Args:
        keymap: Remapped keys, by the ids of their bindings.
    """
    done = brought.done
    if not done.what:
        return ""
    return done.what + waiting_suffix(done.waiting, keymap) + _pairs_suffix(brought.pairs, keymap)


def _pairs_suffix(pairs: int | None, keymap: Mapping[str, str]) -> str:
    """The end of a toast: how many pairs may be one person, and the key of People that settles them."""
    if pairs == 0:
        return ""
    key = key_labels(read_keys(keymap.get("people.merge") or "M"))
    if pairs is None:
        return f" · many may be here twice ({key} in People)"
    return plural(
        pairs,
        " · 1 pair may be one person ({key} in People)",
        " · {count:,} pairs may be one person each ({key} in People)",
        key=key,
    )
