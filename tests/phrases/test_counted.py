"""Singular and plural, chosen in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import netkeeper
from netkeeper.phrases.counted import counted, people, plural

PACKAGE = Path(netkeeper.__file__).parent
THE_HELPER = PACKAGE / "domain" / "text" / "counted.py"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 changes"), (1, "1 change"), (2, "2 changes"), (1200, "1,200 changes")]
)
def test_a_number_has_the_noun_that_fits(count: int, said: str) -> None:
    assert counted(count, "change") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert [people(count) for count in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


def test_a_whole_template_is_chosen_and_filled_in() -> None:
    templates = ("{name} waits alone", "{name} and {count:,} in all wait")
    assert plural(1, *templates, name="Anna") == "Anna waits alone"
    assert plural(1200, *templates, name="{count}") == "{count} and 1,200 in all wait"


def plurals(tree: ast.AST) -> Iterator[ast.IfExp]:
    """Conditions in an expression that choose between two texts by whether something is 1."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.IfExp):
            continue
        compares = [each for each in ast.walk(node.test) if isinstance(each, ast.Compare)]
        by_one = any(
            isinstance(each.ops[0], ast.Eq | ast.NotEq)
            and isinstance(each.comparators[0], ast.Constant)
            and each.comparators[0].value == 1
            for each in compares
        )
        if by_one and (has_letters(node.body) or has_letters(node.orelse)):
            yield node


def has_letters(node: ast.expr) -> bool:
    texts = [node] if isinstance(node, ast.Constant) else node.values if isinstance(node, ast.JoinedStr) else []
    return any(
        isinstance(each, ast.Constant) and isinstance(each.value, str) and any(map(str.isalpha, each.value))
        for each in texts
    )


def test_nothing_else_chooses_a_plural() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != THE_HELPER
        for node in plurals(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "f\"{n} {'day' if n == 1 else 'days'}\"",
        "'1 day' if len(found) == 1 else f'{n} days'",
        "unit if n == 1 else f'{n} {unit}s'",
        "f'{n} days' if n != 1 else 'one day'",
    ],
)
def test_the_net_finds_a_plural_that_is_chosen_inline(code: str) -> None:
    assert len(list(plurals(ast.parse(code)))) == 1
