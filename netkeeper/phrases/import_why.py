"""Why an import's item has its action."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netkeeper.domain.dates.describe import describe_whole_day
from netkeeper.domain.people.identity.import_diff import Replacement
from netkeeper.domain.people.identity.import_reason import ImportWhy, Sign
from netkeeper.domain.people.properties import is_empty
from netkeeper.phrases.counted import plural
from netkeeper.phrases.property_values import property_noun, value_words

_LONGEST_SHOWN = 40


def import_why_words(why: ImportWhy) -> str:
    """All of it in a line, clauses with semicolons between; what people wrote is in it as it came."""
    return "; ".join((_head(why), *_more(why)))


def besides_new(why: ImportWhy) -> str:
    """The same where it goes without saying that somebody is new."""
    more = list(_more(why))
    return "; ".join(more) if why.kind == "new" and more else import_why_words(why)


def last_met_words(on: date) -> str:
    """``last met Sat 3 Oct 2026``."""
    return f"last met {describe_whole_day(on)}"


def _head(why: ImportWhy) -> str:
    if why.kind == "update":
        template = _UPDATES[why.sign.kind] if why.sign else "{name}: {brings}"
    else:
        template = _HEADS[why.kind]
    if why.kind == "here" and why.differing:
        return plural(
            len(why.differing),
            "here already ({sign}); differs in {differing}, which stays as it is here",
            "here already ({sign}); differs in {differing}, which stay as they are here",
            sign=in_common_words(why.sign),
            differing=", ".join(_DIFFERING.get(name) or property_noun(name) for name in why.differing),
        )
    if why.kind == "here" and why.otherwise:
        template = "here already ({sign})"
    return template.format(
        sign=in_common_words(why.sign),
        name=why.name,
        brings="; ".join(_brings(why)),
        key=why.sign.key if why.sign else "",
    )


def _more(why: ImportWhy) -> Iterator[str]:
    """What follows upon the head."""
    if why.sign is not None and why.kind in ("new", "chosen new", "left out"):
        yield _NEW[why.sign.kind].format(key=why.sign.key, name=why.sign.name or why.name)
    if why.last_met is not None and why.kind in ("new", "chosen new"):
        yield last_met_words(why.last_met)
    yield from map(otherwise_words, why.otherwise)
    yield from why.remarks


def otherwise_words(each: Replacement) -> str:
    """``the file has organization Kone, here it is Nokia``."""
    here, there = (_short(value_words(each.name, value)) for value in (each.before, each.after))
    return f"the file has {property_noun(each.name)} {there}, here it is {here}"


def _brings(why: ImportWhy) -> Iterator[str]:
    """What a known contact gains."""
    if why.joins:
        yield plural(
            len(why.joins),
            "{names} is here twice and becomes one",
            "{names} are here several times and become one",
            names=", ".join(dict.fromkeys((why.name, *why.joins))),
        )
    if why.added:
        yield f"adds {', '.join(map(property_noun, why.added))}"
    if changed := [_changed(each) for each in why.changed if not is_empty(each.after)]:
        yield f"changes {', '.join(changed)}"
    if removed := [_removed(each) for each in why.changed if is_empty(each.after)]:
        yield f"removes {', '.join(removed)}"
    if why.interactions:
        yield "adds interactions"
    if why.details:
        yield "adds details of the card"
    if why.last_met is not None:
        yield last_met_words(why.last_met)


def _changed(each: Replacement) -> str:
    before, after = (_short(value_words(each.name, value)) for value in (each.before, each.after))
    return f"{property_noun(each.name)} {before} to {after}"


def _removed(each: Replacement) -> str:
    return f"{property_noun(each.name)} {_short(value_words(each.name, each.before))}"


def in_common_words(sign: Sign | None) -> str:
    """What two have and have not in common, without naming either: ``same name, another birthday``."""
    return _SHARED[sign.kind].format(key=sign.key) if sign else ""


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


_HEADS = {
    "new": "new",
    "here": "here already ({sign}); nothing new",
    "chosen update": "{name}, as you chose: {brings}",
    "chosen new": "new, as you chose",
    "left out": "left out, as you chose",
    "unclear": "several are called {name}; an email address, a phone number or a netkeeper id in the row says who",
}
_DIFFERING = {"archived": "archived"}
"""What properties in which somebody differs are called, where that is not their noun."""

_UPDATES = {
    "id": "same id as {name}: {brings}",
    "card": "same card as {name}: {brings}",
    "name": "same name as {name}: {brings}",
    "key": "same {key} as {name}: {brings}",
    "alike": "same name and {key} as {name}: {brings}",
    "namesake": "same name as {name}: {brings}",
    "another": "same name as {name}, but another {key}: {brings}",
    "other name": "same {key} as {name}, but another name: {brings}",
    "other birthday": "same {key} as {name}, but another birthday: {brings}",
    "own card": "same {key} as {name}, but a card of their own: {brings}",
    "several": "same {key} as {name}, and as somebody else: {brings}",
}
"""What comes to somebody known, by what tells who it is."""

_NEW = {
    "id": "same id as {name}",
    "card": "same card as {name}",
    "name": "same name as {name}",
    "key": "same {key} as {name}",
    "alike": "same name and {key} as {name}",
    "namesake": "somebody called {name} is here already",
    "another": "somebody called {name} is here already, with another {key}",
    "other name": "has the same {key} as {name}, who is somebody else by name",
    "other birthday": "has the same {key} as {name}, but another birthday",
    "own card": "has the same {key} as {name}, and a card of their own",
    "several": "has the same {key} as {name}, and as somebody else",
}
"""Whom somebody new could be."""

_SHARED = {
    "id": "same id",
    "card": "same card",
    "name": "same name",
    "key": "same {key}",
    "alike": "same name and {key}",
    "namesake": "same name",
    "another": "same name, another {key}",
    "other name": "same {key}, another name",
    "other birthday": "same {key}, another birthday",
    "own card": "same {key}, a card of their own",
    "several": "same {key}, and so has somebody else",
}
"""What two have in common."""
