"""Normal forms of phone numbers, for comparison only: numbers are stored and shown as they were written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import decimal, normalize

DEFAULT_REGION = "FI"
"""The region of numbers without a country code, unless the member sets another one (ISO 3166-1)."""

_NOT_DIGITS = r"[^0-9]+"
_BESIDE = r"^\s*(?:[*#]{1,2}\d{2,3}[*#])+|\([^()0-9]*\)|\[[^\[\]0-9]*\]"
"""What stands beside a number: a prefix that hides one's own (``*31#``), and what it is for, in brackets."""
_SHORTEST = 6

# Compiled at first use, for a light cold start.
_NUMBER = r"(?:tel:)?[(\s]*+\+?[\d\s().\-/\u2010-\u2015\u2212]*+"
"""A phone number or part of one in any spelling: digits, a plus, blanks, dots, slashes, dashes, parentheses."""


def is_number(text: str) -> bool:
    """Whether a text is a phone number or a part of one: ``+358 (0)40``, ``040–555–0105`` with dashes, ``0105``."""
    return any(character.isdecimal() for character in text) and re.fullmatch(_NUMBER, text.strip()) is not None


@lru_cache(maxsize=65536)
def phone_key(phone: str, region: str = DEFAULT_REGION) -> str:
    """The normal form of a number, by which numbers are compared.

    ``+358 40 555 0101``, ``00358405550101`` and, in Finland, ``040 555 0101`` have the same one.

    Args:
        phone: The number as written; may hold an extension.
        region: The region of a number without a country code (ISO 3166-1, two letters).

    Returns:
        The number in E.164, with its extension where it has one; else its digits where there are six or more;
        else an empty text, also for a placeholder of zeros. What a number is for (``040 555 0101 (work)``), a prefix that
        hides one's own (``*31#``) and other digits than ASCII's make no difference.
    """
    if not phone.isascii():
        phone = normalize("NFKC", phone)
        phone = "".join([str(decimal(each)) if each.isdecimal() else each for each in phone])
    phone = re.sub(_BESIDE, "", phone)
    digits = re.sub(_NOT_DIGITS, "", phone)
    if len(digits) < _SHORTEST or not digits.strip("0"):
        return ""
    # Loaded here for a light start: it takes as long to load as a whole command.
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return f"+{digits}" if phone.strip().startswith("+") else digits
    extension = f";ext={number.extension}" if number.extension else ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) + extension


_CALLING_CODES: Mapping[str, str] = {
    "FI": "358", "AX": "358", "SE": "46", "NO": "47", "DK": "45", "IS": "354", "EE": "372", "LV": "371", "LT": "370",
    "DE": "49", "AT": "43", "CH": "41", "FR": "33", "BE": "32", "NL": "31", "LU": "352", "GB": "44", "IE": "353",
    "ES": "34", "PT": "351", "IT": "39", "PL": "48", "CZ": "420", "HU": "36", "GR": "30", "US": "1", "CA": "1",
}  # fmt: skip
"""Country calling codes (ITU-T E.164) of the regions that are asked for most; the others take a library."""

_ONE_DIGIT = ("1", "7")
_TWO_DIGITS = frozenset(
    [
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ]
)
"""First digits of country calling codes with two digits; those of neither kind have three (ITU-T E.164)."""


def digit_forms(phone: str, region: str = DEFAULT_REGION) -> list[str]:
    """The international and national digits of a number, in which a part of it is searched.

    ``+358 40 555 0105`` and ``040 555 0105`` both give ``358405550105`` and ``0405550105``.

    Args:
        phone: The number as written.
        region: The region of a number without a country code (ISO 3166-1, two letters).

    Returns:
        The international digits first, where they are known.
    """
    written = phone.replace("(0)", "")
    digits = re.sub(_NOT_DIGITS, "", written)
    if len(digits) < _SHORTEST:
        return [digits] if digits else []
    if written.lstrip(" (").startswith(("+", "00")):
        digits = digits.removeprefix("00") if not written.lstrip(" (").startswith("+") else digits
        length = 1 if digits.startswith(_ONE_DIGIT) else 2 if digits[:2] in _TWO_DIGITS else 3
        return [digits, f"0{digits[length:].removeprefix('0')}"]
    return [_calling_code(region) + digits.removeprefix("0"), digits]


@lru_cache(maxsize=8)
def _calling_code(region: str) -> str:
    """The country calling code of a region; empty for an unknown one."""
    known = _CALLING_CODES.get(region.upper())
    if known is None:
        import phonenumbers

        code = phonenumbers.country_code_for_region(region.upper())
        known = str(code) if code else ""
    return known
