"""Telephone numbers, for comparison only: they are kept and shown as they were written."""

from __future__ import annotations

import re
from functools import lru_cache

DEFAULT_REGION = "FI"
"""Where a number without a country code is taken to be, unless the member says otherwise (ISO 3166-1)."""

_NOT_DIGITS = re.compile(r"[^0-9]+")
_SHORTEST = 6


@lru_cache(maxsize=65536)
def phone_key(phone: str, region: str = DEFAULT_REGION) -> str:
    """What is compared of a number.

    ``+358 40 555 0101``, ``00358405550101`` and, in Finland, ``040 555 0101`` are one.

    Args:
        phone: The number as written; may hold an extension.
        region: Where it is if it doesn't say (ISO 3166-1, two letters).

    Returns:
        The number in E.164, with its extension where it has one; else its digits where there are six or more;
        else nothing.
    """
    digits = _NOT_DIGITS.sub("", phone)
    if len(digits) < _SHORTEST:
        return ""
    # Loaded only where numbers are compared: it takes as long to load as a whole command.
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return f"+{digits}" if phone.strip().startswith("+") else digits
    extension = f";ext={number.extension}" if number.extension else ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) + extension
