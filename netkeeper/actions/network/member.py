"""Changing the member's settings and saved searches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from netkeeper.domain.editing.message import Message
from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.errors import ConflictError, InvalidValueError
from netkeeper.domain.language.values import one_line
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import SETTINGS
from netkeeper.domain.text.display import quoted
from netkeeper.phrases.counted import plural
from netkeeper.phrases.enumerated import enumerated
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft

MAX_SEARCH_NAME = 60
"""The longest name of a saved search, in characters."""


def called(properties: list[str]) -> str:
    """The labels of some properties of the member in a row: ``name, team and pace``."""
    return enumerated([SETTINGS[each].called for each in properties])


def change_member(network: Network, base: Member, edited: Member) -> Member:
    """Save a form's changes of the member, merged by property with changes made meanwhile.

    Args:
        base: The member with which the form was filled.
        edited: The member as the form leaves it.

    Raises:
        ConflictError: Both changed the same property differently; the message names it.
        StoreError: It can't be written.
    """
    with network.transaction() as draft:
        merged = _merged(base, edited, network.member)
        return _put(network, draft, merged, Message("member_changed", {"settings": _changed(network.member, merged)}))


def change_by(network: Network, change: Callable[[Member], Member]) -> tuple[Member, Member]:
    """Change the member as it is when nobody else can write, so that two changes at once both hold.

    What is said for the first time is kept even where it is what was assumed, so that it is assumed no longer.

    Args:
        change: Makes the new member of the current one; what it raises changes nothing.

    Returns:
        The member before and after.

    Raises:
        StoreError: It can't be written.
    """
    with network.transaction() as draft:
        before = network.member
        after = change(before)
        _put(network, draft, after, Message("member_changed", {"settings": _changed(before, after)}))
        if after == before and not network.storage.table("member"):
            draft.put_member(after)
            draft.describe("Noted your settings")
    return before, after


def welcome(network: Network, base: Member, edited: Member) -> Member:
    """Save the answers of the first run, which then isn't shown again; as :func:`change_member`."""
    with network.transaction() as draft:
        merged = replace(_merged(base, edited, network.member), welcomed=True)
        has_answers = _changed(network.member, replace(merged, welcomed=network.member.welcomed))
        return _put(network, draft, merged, Message("member_introduced" if has_answers else "member_skipped"))


def save_search(network: Network, name: str, typed: str) -> Member:
    """Save a search under a name, replacing one of that name.

    Args:
        typed: The text of the search.

    Raises:
        InvalidValueError: One of the two is empty, or the name is longer than ``MAX_SEARCH_NAME``.
        WordError: The text is longer than a line may be.
        StoreError: It can't be written.
    """
    name, typed = " ".join(name.split()), typed.strip()
    if not name or len(name) > MAX_SEARCH_NAME:
        raise InvalidValueError(f"Give the search a name of 1 to {MAX_SEARCH_NAME} characters.")
    if not one_line("search", typed):
        raise InvalidValueError("There is nothing to save yet; type what to look for first.")
    with network.transaction() as draft:
        member = network.member
        key = "search_changed" if name in member.searches else "search_saved"
        return _put(
            network, draft, replace(member, searches={**member.searches, name: typed}), Message(key, {"name": name})
        )


def forget_search(network: Network, name: str) -> Member:
    """Delete a saved search.

    Raises:
        InvalidValueError: There is none of that name.
        StoreError: It can't be written.
    """
    with network.transaction() as draft:
        member = network.member
        if name not in member.searches:
            raise InvalidValueError(f"There is no saved search {quoted(name)} any more.")
        searches = {each: typed for each, typed in member.searches.items() if each != name}
        return _put(network, draft, replace(member, searches=searches), Message("search_forgotten", {"name": name}))


def _merged(base: Member, edited: Member, now: Member) -> Member:
    merged, clashes = merge_edit(base, edited, now)
    if clashes:
        raise ConflictError(
            plural(
                len(clashes),
                "Your {what} was changed elsewhere meanwhile; look at it again, then save.",
                "Your {what} were changed elsewhere meanwhile; look at it again, then save.",
                what=called(list(clashes)),
            )
        )
    return merged


def _changed(before: Member, after: Member) -> list[str]:
    """The names of the properties that differ."""
    before, after = (replace(each, days_off=each.days_off.without_holidays) for each in (before, after))
    return [field.name for field in fields(Member) if getattr(before, field.name) != getattr(after, field.name)]


def _put(network: Network, draft: NetworkDraft, member: Member, what: Message) -> Member:
    if member != network.member:
        draft.put_member(member)
        draft.describe(what)
    return member
