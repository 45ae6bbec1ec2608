"""No module imports itself by way of others, and what is imported inside a function is put off for a reason."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import netkeeper

ROOT = Path(netkeeper.__file__).parent

MOST_INSIDE = {
    # Commands, and the small language behind them, load only what one call needs: a cold start is what a person waits for.
    "netkeeper": 3,
    "netkeeper.cli": 52,
    "netkeeper.demo": 0,
    "netkeeper.actions": 11,
    "netkeeper.store": 15,
    "netkeeper.config": 12,
    "netkeeper.domain": 42,
    "netkeeper.phrases": 4,
    # A format, and the large library that it rests on, is loaded with the first file of it.
    "netkeeper.interchange": 24,
    # What only some operating systems have.
    "netkeeper.system": 5,
    # The first paint loads no dialog, and no room but the one that is seen.
    "netkeeper.tui": 84,
}
"""How many imports inside functions there are at most, and why there are any; a figure may only fall."""


class Imported(NamedTuple):
    """An import of one of netkeeper's own modules.

    Attributes:
        by: The module that imports.
        module: The module that is imported.
        line: Where.
        inside: Whether it stands inside a function.
    """

    by: str
    module: str
    line: int
    inside: bool


@cache
def modules() -> Mapping[str, Path]:
    """Every module by its name."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def statements(node: ast.AST, *, inside: bool = False) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    """The imports that run, each with whether it stands inside a function; those for types only do not."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, inside
        elif isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            for other in child.orelse:
                yield from statements(other, inside=inside)
        else:
            yield from statements(child, inside=inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def imports() -> tuple[Imported, ...]:
    """Every import of one of netkeeper's own modules by another."""
    found = []
    for by, path in modules().items():
        for node, inside in statements(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in node.names]
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{name}" for name in names]
            for name in names:
                # Of ``from package import name``, the name may be a module or something in the package.
                module = name if name in modules() else name.rpartition(".")[0]
                if module in modules() and module != by:
                    found.append(Imported(by, module, node.lineno, inside))
    return tuple(found)


@cache
def loaded_with(module: str) -> frozenset[str]:
    """What is loaded where a module is: what it imports outside of functions, and so on."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        for each in imports():
            if each.by == name and not each.inside and each.module not in found:
                found.add(each.module)
                waiting.append(each.module)
    return frozenset(found)


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph: dict[str, set[str]] = {name: set() for name in modules()}
    for each in imports():
        graph[each.by].add(each.module)
    TopologicalSorter(graph).prepare()  # Raises a CycleError that names the modules.


@pytest.mark.parametrize("package", ["netkeeper.actions", "netkeeper.domain", "netkeeper.tui"])
def test_no_folder_imports_itself_by_way_of_others(package: str) -> None:
    """Of the folders of a package; what lies beside them, such as its errors or its app, is left out."""
    graph: dict[str, set[str]] = {}
    for each in imports():
        by, module = (_folder(name, package) for name in (each.by, each.module))
        if by and module and by != module:
            graph.setdefault(by, set()).add(module)
    assert len(graph) > 2
    TopologicalSorter(graph).prepare()  # Raises a CycleError that names the folders.


def _folder(name: str, package: str) -> str:
    """The folder of a package that a module lies in; empty for one elsewhere, or beside the folders."""
    inside = name.removeprefix(f"{package}.").split(".")
    return inside[0] if name.startswith(f"{package}.") and len(inside) > 1 else ""


def test_imports_inside_functions_only_become_fewer() -> None:
    counts: Counter[str] = Counter()
    for name, path in modules().items():
        package = ".".join(name.split(".")[:2]) if path.parent != ROOT else "netkeeper"
        counts[package] += sum(inside for _, inside in statements(ast.parse(path.read_text("utf-8"))))
    more = {package: count for package, count in counts.items() if count > MOST_INSIDE.get(package, 0)}
    assert more == {}, "import at the head of the file, unless a start becomes slower by it"


def test_what_is_imported_inside_a_function_is_not_loaded_already() -> None:
    for_nothing = [each for each in imports() if each.inside and each.module in loaded_with(each.by)]
    assert for_nothing == [], "import it at the head of the file: it is loaded with this module anyway"
