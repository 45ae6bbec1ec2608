"""The domain returns values of what the review, the risks, the capacity and the trend tell; phrases word them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from netkeeper.domain.editing import document_changes
from netkeeper.domain.interactions import reasons_to_call
from netkeeper.domain.people.identity import duplicates, import_diff, import_reason
from netkeeper.domain.retention import as_of, risks, trend
from netkeeper.domain.review import (
    capacity,
    contact_summary,
    day_list,
    pace,
    recent_contacts,
    scan,
    selection,
    shared_values,
    sorting,
    sorting_list,
    spreading,
)
from netkeeper.domain.review import items as review_items
from netkeeper.domain.review import plan as review

SILENT = (
    capacity,
    day_list,
    document_changes,
    recent_contacts,
    duplicates,
    as_of,
    import_diff,
    import_reason,
    risks,
    selection,
    pace,
    reasons_to_call,
    review,
    review_items,
    shared_values,
    sorting,
    sorting_list,
    spreading,
    contact_summary,
    scan,
    trend,
)

_SENTENCE = re.compile(r"[^\W\d_]+[,:]? [^\W\d_]+|[^\W\d_] \{|\} [^\W\d_]")


def sentences(code: str) -> Iterator[str]:
    """Texts of several words in functions; docstrings, errors, comparisons and regular expressions say nothing."""
    for function in ast.walk(ast.parse(code)):
        if isinstance(function, ast.FunctionDef):
            yield from spoken(function)


def spoken(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if is_docstring or isinstance(child, ast.Raise | ast.Compare):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            text = child.value
        elif isinstance(child, ast.JoinedStr):
            text = "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in child.values)
        else:
            if not (isinstance(child, ast.Call) and ast.unparse(child.func).startswith("re.")):
                yield from spoken(child)
            continue
        if _SENTENCE.search(text):
            yield text


@pytest.mark.parametrize("module", SILENT, ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_function_makes_a_sentence(module: ModuleType) -> None:
    assert module.__file__
    assert list(sentences(Path(module.__file__).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "def f(n): return f'{n} people wait'",
        "def f(n): return 'in touch today' if n else ''",
        "def f(n): yield f'thank them: {n}'",
        "def f(n): return Reason(why='a year since you met')",
    ],
)
def test_the_net_finds_a_sentence(code: str) -> None:
    assert list(sentences(code))


@pytest.mark.parametrize(
    "code",
    [
        "def f(n):\n    '''Tell of people.'''\n    raise WordError(f'{n} is no word')",
        "def f(n): return re.compile('some words')",
        "def f(n): return Why('in_touch', on=n)",
        "X = {Risk.OF_TEAM: 'of the team'}",
    ],
)
def test_the_net_lets_pass_what_is_no_sentence(code: str) -> None:
    assert list(sentences(code)) == []
