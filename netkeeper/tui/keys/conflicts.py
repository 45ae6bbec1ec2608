"""Validation of moved keys: unknown keys, unknown bindings, and two bindings with one key.

The settings call :func:`check_key_change` before they save a change; the app binds what :func:`usable_keys` accepts of
``config.toml``, and reports the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from netkeeper.domain.errors import InvalidValueError
from netkeeper.tui.core.room_list import DESTINATIONS
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.keys.names import is_typed, key_label, read_keys
from netkeeper.tui.keys.registry import (
    all_screens,
    key_owners,
    merged_bindings,
    own_bindings,
    parts_of,
)

_RENAMED: Mapping[str, str] = {"offers": "suggestions"}
"""First words of ids that had another name before, for whoever moved such a key then."""


class KeyProblem(NamedTuple):
    """Why a binding can't have its key.

    Attributes:
        says: The problem and what to do, in a sentence.
    """

    binding_id: str
    says: str


class _Use(NamedTuple):
    """A binding as it applies in one place.

    Attributes:
        binding_id: Its id; empty for the toolkit's own.
        does: Its description.
        keys: Its default keys.
    """

    binding_id: str
    does: str
    keys: frozenset[str]


def usable_keys(moved: Mapping[str, str], app: type[DOMNode]) -> tuple[dict[str, str], list[KeyProblem]]:
    """Split moved keys into those that can be bound and the problems of the rest.

    Args:
        moved: Keys as a person wrote them, by binding id.
        app: The app's class, whose bindings apply on every screen.

    Returns:
        Keys in the toolkit's names by binding id, for its ``set_keymap``; and at most one problem for each binding.
    """
    keymap: dict[str, str] = {}
    problems: list[KeyProblem] = []
    for binding_id, text in moved.items():
        try:
            keymap[binding_id] = ",".join(_readable(binding_id, text))
        except InvalidValueError as error:
            problems.append(KeyProblem(binding_id, trouble_text(error)))
    # Rejecting one restores its default keys, which can conflict with another moved key, so that is repeated.
    while clash := next(_clashes(keymap, app), None):
        problems.append(clash)
        del keymap[clash.binding_id]
    return keymap, sorted(problems, key=lambda each: list(moved).index(each.binding_id))


def check_key_change(moved: Mapping[str, str], binding_id: str, text: str, app: type[DOMNode]) -> str:
    """Check new keys for one binding.

    Args:
        moved: The keys moved already, as in ``config.toml``.
        text: The new keys, as a person writes them: ``x``, ``n, down``.
        app: The app's class.

    Returns:
        The problem, in a sentence; empty for none.
    """
    others = {each: keys for each, keys in moved.items() if each != binding_id}
    known = usable_keys(others, app)[1]
    # Last, so that of two bindings moved to one key the problem is this one's.
    _, problems = usable_keys({**others, binding_id: text}, app)
    return next((each.says for each in problems if each not in known), "")


def _readable(binding_id: str, text: str) -> tuple[str, ...]:
    """Parse the keys for a binding.

    Raises:
        InvalidValueError: The binding or a key is unknown, or a key is typed as text where the binding applies.
    """
    owners = _owners_of().get(binding_id)
    if owners is None:
        place, _, does = binding_id.partition(".")
        near = get_close_matches(f"{_RENAMED.get(place, place)}.{does}", _owners_of(), 1)
        meant = f"did you mean {near[0]}?" if near else "the settings show what there is."
        raise InvalidValueError(f"nothing is called {binding_id!r}; {meant}")
    keys = read_keys(text)
    for key in filter(is_typed, keys):
        for owner, binding in owners:
            if binding.priority or _is_field(owner) or _holds_field(owner):
                raise InvalidValueError(
                    f"{key_label(key)} is typed where {binding_id} holds; give it one with ctrl or alt, or one like f5."
                )
    return keys


def _clashes(keymap: Mapping[str, str], app: type[DOMNode]) -> Iterator[KeyProblem]:
    """Each moved binding that shares a key with another in some place, where their default keys don't.

    Of two moved bindings the later one has the problem.
    """
    order = {binding_id: number for number, binding_id in enumerate(keymap) if not _is_default(binding_id, keymap)}
    for where, uses in _places(app):
        taken: dict[str, list[_Use]] = {}
        for use in uses:
            keys = keymap[use.binding_id].split(",") if use.binding_id in keymap else use.keys
            for key in keys:
                taken.setdefault(key, []).append(use)
        for key, claimed in taken.items():
            both = [(one, other) for one in claimed for other in claimed if one.binding_id != other.binding_id]
            for one, other in both:
                is_later = order.get(one.binding_id, -1) > order.get(other.binding_id, -1)
                if is_later and key not in one.keys & other.keys:
                    name = f"{other.does} ({other.binding_id})" if other.binding_id else other.does
                    yield KeyProblem(
                        one.binding_id,
                        f"{key_label(key)} is the key of {name} in {where} already; "
                        f"give {one.binding_id} another, or that one too.",
                    )


def _is_default(binding_id: str, keymap: Mapping[str, str]) -> bool:
    """Whether a binding's moved keys are its default ones."""
    return any(set(keymap[binding_id].split(",")) == set(read_keys(each.key)) for _, each in _owners_of()[binding_id])


@cache
def _places(app: type[DOMNode]) -> tuple[tuple[str, tuple[_Use, ...]], ...]:
    """Each combination of a screen and a focused widget: the screen's name, and all bindings that apply."""
    places = []
    for screen, widgets in all_screens().items():
        around = [*_uses(app), *_uses(screen)]
        for widget in (None, *widgets):
            # The toolkit's own bindings of a field, for typing and moving in it, count as no conflict.
            inside = [] if widget is None else _uses(widget, only_named=_is_field(widget))
            places.append((_name(screen), (*around, *inside)))
    return tuple(places)


def _uses(owner: type[DOMNode], *, only_named: bool = False) -> list[_Use]:
    keys: dict[tuple[str, str], set[str]] = {}
    for key, binding in merged_bindings(owner).items():
        if binding.id or not only_named:
            keys.setdefault((binding.id or "", binding.description or binding.action), set()).add(key)
    return [_Use(binding_id, does, frozenset(each)) for (binding_id, does), each in keys.items()]


@cache
def _owners_of() -> Mapping[str, list[tuple[type[DOMNode], Binding]]]:
    """The classes that define each binding, by its id."""
    owners: dict[str, list[tuple[type[DOMNode], Binding]]] = {}
    for owner in key_owners():
        for binding in own_bindings(owner):
            if binding.id:
                owners.setdefault(binding.id, []).append((owner, binding))
    return owners


def _is_field(owner: type[DOMNode]) -> bool:
    """Whether it is an input."""
    return issubclass(owner, Input | TextArea)


def _holds_field(owner: type[DOMNode]) -> bool:
    """Whether letters are typed inside it: it contains an input and isn't a room, where letters are keys."""
    return not getattr(owner, "LETTERS_ARE_KEYS", False) and any(map(_is_field, parts_of(owner)))


def _name(screen: type[DOMNode]) -> str:
    """A screen's name in words: of a room, its title in the bar; else ``LogDialog`` → ``Log``."""
    for room in DESTINATIONS:
        if room.screen == screen.__name__ and room.in_bar != "never":
            return room.title
    name = screen.__name__.removesuffix("Screen").removesuffix("Dialog")
    return "".join(f" {each.lower()}" if each.isupper() and at else each for at, each in enumerate(name))
