"""The text of a cell without what programs wrap it in."""

from __future__ import annotations

from netkeeper.interchange.csv.formula_escape import unescape_cell


def tidy_cell(cell: str) -> str:
    """A cell without NULs and surrounding blanks, line ends normalized; ``="040…"``, as Excel keeps zeros, unwrapped."""
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    cell = cell.replace("\0", "").strip() if "\0" in cell else cell.strip()
    if cell[:2] == '="' and cell[-1] == '"' and len(cell) > 2:
        return cell[2:-1].replace('""', '"').strip()
    return cell


def tidy_unescaped(cell: str) -> str:
    """As :func:`tidy_cell`, without the apostrophe before a formula."""
    return tidy_cell(unescape_cell(cell))
