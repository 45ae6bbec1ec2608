"""An import's plan in words: its totals, and the details of one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from netkeeper.actions.importing.plan import Action, Item, Plan, Unread
from netkeeper.domain.people.identity.import_diff import additions, left_as_it_is, replacements
from netkeeper.domain.records.tables import TABLES
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.counted import counted
from netkeeper.phrases.import_why import import_why_words
from netkeeper.phrases.property_values import property_noun, value_words
from netkeeper.tui.draw.lines import Line, hanging, wrap
from netkeeper.tui.files.importing.plan_list import line_words
from netkeeper.tui.person.contact_card import contact_lines

_INTO: dict[Action, str] = {
    "add": "add them as somebody new",
    "update": "add to whom you know",
    "take": "take what the file says",
    "skip": "leave them out",
}

_COMES_ALONG = {"interactions": ("meeting or call", "meetings and calls")}
"""Singular and plural of imported records, by table; other tables use their own word."""


def brought_in_words(plan: Plan) -> str:
    """The counts of what a plan imports, to follow "brings in"; empty for nothing."""
    counts = plan.counts()
    parts = [
        f"{counts['add']:,} new" if counts["add"] else "",
        f"{counts['update']:,} updated" if counts["update"] else "",
    ]
    for name, count in plan.records.items():
        words = _COMES_ALONG.get(name) or (TABLES[name].record,)
        parts.append(counted(count, *words) if count else "")
    return ", ".join(part for part in parts if part)


def nothing_to_do(plan: Plan) -> str:
    """Why a plan changes nothing, and what to do; empty where it changes something."""
    if plan.changes_anything:
        return ""
    if any(item.is_left_out for item in plan.items):
        return "Everybody is left out, so there is nothing to bring in."
    if plan.items:
        return "Everybody in this file is here already, with all that it says of them; there is nothing to do."
    return "Nobody in this file can be brought in; the lines say why. Export the contacts again, with names."


def plan_details(
    row: Item | Unread, columns: int, today: date, name_of: Callable[[str], str], *, fully: bool
) -> Iterator[Line]:
    """The details of a line of the plan.

    Args:
        columns: Width in cells.
        today: For ages.
        name_of: Returns the name of a contact, by id.
        fully: Whether to show the whole cards.
    """
    if isinstance(row, Unread):
        yield from hanging("", f"{line_words(row.line)}: {row.reason}", columns, 0)
        return
    if not row.why.is_only_new:
        yield from ([(line, "")] for line in wrap(import_why_words(row.why), columns))
    if row.is_update and row.known is not None:
        for name, value in additions(row.known, row.contact):
            noun, added = property_noun(name), value_words(name, value, name_of)
            yield from hanging(f"+ {noun}", added, columns, len(noun) + 3, "accent")
        for name, *values in replacements(row.known, row.contact):
            noun, (was, now) = property_noun(name), [value_words(name, value, name_of) for value in values]
            mark, words = (f"~ {noun}", f"{was} → {now}") if now else (f"- {noun}", was)
            yield from hanging(mark, words, columns, len(noun) + 3, "accent")
    if row.known is not None and row.action != "add" and not row.read.named_by:
        stays = row.contact if row.is_update else row.known
        for name, *values in left_as_it_is(stays, row.read.contact):
            noun, (here, there) = property_noun(name), [value_words(name, value) for value in values]
            yield from hanging(f"= {noun}", f"{here} stays; the file says {there}", columns, len(noun) + 3, "quiet")
    if not fully:
        if row.read.named_by and row.known is not None:
            # The file says nothing of them; who is meant is told by what is known.
            yield from contact_lines(row.known, columns, today, name_of(row.known.via))
        elif not row.is_update:
            yield from contact_lines(row.read.contact, columns, today, name_of(row.read.contact.via))
        return
    if not row.why.is_only_new:
        yield []
    yield [("In the file", "quiet")]
    yield [(fit(plain(row.read.contact.name), columns), "strong")]
    yield from contact_lines(row.read.contact, columns, today, name_of(row.read.contact.via))
    if row.known is not None:
        yield []
        yield [("Here now", "quiet")]
        yield [(fit(plain(row.known.name), columns), "strong")]
        yield from contact_lines(row.known, columns, today, name_of(row.known.via))


def next_action_words(item: Item) -> str:
    """What the key would do with a person when pressed once more."""
    if item.next_action == "add" and item.known is None:
        return "bring them in"
    return _INTO[item.next_action]
