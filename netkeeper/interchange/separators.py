"""The character between the cells of a table, by region."""

from __future__ import annotations

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted

COMMA, SEMICOLON = ",", ";"

_SEMICOLON_REGIONS = frozenset(
    [
        "AD",
        "AL",
        "AM",
        "AR",
        "AT",
        "AX",
        "AZ",
        "BA",
        "BE",
        "BG",
        "BO",
        "BR",
        "BY",
        "CH",
        "CL",
        "CO",
        "CR",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EC",
        "EE",
        "ES",
        "FI",
        "FO",
        "FR",
        "GE",
        "GL",
        "GR",
        "HR",
        "HU",
        "ID",
        "IS",
        "IT",
        "KZ",
        "LI",
        "LT",
        "LU",
        "LV",
        "MA",
        "MC",
        "MD",
        "ME",
        "MK",
        "NL",
        "NO",
        "PL",
        "PT",
        "PY",
        "RO",
        "RS",
        "RU",
        "SE",
        "SI",
        "SK",
        "SM",
        "TN",
        "TR",
        "UA",
        "UY",
        "UZ",
        "VE",
        "VN",
        "XK",
    ]
)
"""Regions whose numbers have a decimal comma, so that Excel there expects semicolons between cells (Unicode CLDR)."""

_NAMED = {
    ",": COMMA, "comma": COMMA, "pilkku": COMMA, ";": SEMICOLON, "semicolon": SEMICOLON, "puolipiste": SEMICOLON,
    "tab": "\t", "\t": "\t", "\\t": "\t", "sarkain": "\t",
}  # fmt: skip


def separator_of(region: str) -> str:
    """The separator that a spreadsheet in a region (ISO 3166-1) opens in columns."""
    return SEMICOLON if region.upper() in _SEMICOLON_REGIONS else COMMA


def separator_named(text: str) -> str:
    """The separator that somebody names: ``,`` ``;`` ``tab`` or a word for it.

    Raises:
        InvalidValueError: It is none of them.
    """
    found = _NAMED.get(text if text == "\t" else text.strip().lower())
    if found is None:
        raise InvalidValueError(f"Cells can't be separated by {quoted(text)}; it is a comma, a semicolon or a tab.")
    return found
