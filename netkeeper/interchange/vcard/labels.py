"""Labels of emails, phones and addresses: converting TYPE and Apple's X-ABLabel to labels, and back.

A label has a place (``home``, ``work``, …), then a device (``mobile``, ``fax``, …). Labels that TYPE can't express
become an X-ABLabel, which Apple and Google read and write.
"""

from __future__ import annotations

import re

NOT_PREFERRED = 101
"""The rank of values without a preference; PREF is 1 to 100."""

MAX_LABEL = 100
"""Maximum length of a label, in characters."""

_PLACES = {"home": "home", "work": "work", "business": "work", "school": "school", "other": "other"}
_THINGS = {
    "cell": "mobile", "mobile": "mobile", "main": "main", "main-number": "main", "pager": "pager", "fax": "fax",
    "facsimile": "fax", "car": "car", "iphone": "iPhone",
}  # fmt: skip
# Types of nearly every email, phone or address, which carry no information.
_MEANINGLESS = frozenset((
    "internet", "smtp", "x400", "voice", "msg", "text", "video", "pcs", "pref", "postal", "parcel", "dom", "intl",
))  # fmt: skip
_TYPES = {
    "home": "HOME", "work": "WORK", "school": "SCHOOL", "other": "OTHER", "mobile": "CELL", "main": "MAIN",
    "pager": "PAGER", "fax": "FAX", "car": "CAR", "iPhone": "IPHONE",
}  # fmt: skip
_PHONE_ONLY = frozenset(_THINGS.values())

_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_APPLE_WORDS = {
    "Home": "home", "Work": "work", "Mobile": "mobile", "Main": "main", "Other": "other", "School": "school",
    "Pager": "pager", "HomeFAX": "home fax", "WorkFAX": "work fax", "OtherFAX": "other fax",
}  # fmt: skip
# Android 2.1: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E3=81=82)
_ANDROID = re.compile(r"X-CUSTOM\((?:[A-Z-]+=[A-Za-z0-9_-]+,)*(.*)\)", re.DOTALL)


def label_of(types: tuple[str, ...]) -> str:
    """The label for values of TYPE; empty for none."""
    own, places, things = [], [], []
    for written in types:
        word = written.lower().removeprefix("x-")
        if word in _PLACES:
            places.append(_PLACES[word])
        elif word in _THINGS:
            things.append(_THINGS[word])
        elif word not in _MEANINGLESS:
            own.append(_custom(written))
    if "iPhone" in things:
        # Apple writes TYPE=IPHONE beside TYPE=CELL.
        things = [thing for thing in things if thing != "mobile"]
    words = dict.fromkeys(word for word in (*own, *places, *things) if word)
    return " ".join(words)[:MAX_LABEL].strip()


def _custom(written: str) -> str:
    """The label word for a nonstandard type."""
    android = _ANDROID.fullmatch(written)
    if android:
        from binascii import a2b_qp

        return a2b_qp(android[1].encode("utf-8", "replace")).decode("utf-8", "replace").strip()
    word = written[2:] if written[:2] in ("X-", "x-") else written
    return word.lower() if word.isupper() else word


def apple_label(value: str) -> str:
    """The label in an X-ABLabel; Apple wraps its standard words as ``_$!<Home>!$_``."""
    wrapped = _APPLE.fullmatch(value.strip())
    if not wrapped:
        return value.strip()[:MAX_LABEL].strip()
    return _APPLE_WORDS.get(wrapped[1], wrapped[1].strip()[:MAX_LABEL].strip())


def types_for(label: str, *, is_phone: bool) -> tuple[str, ...] | None:
    """The values of TYPE for a label; None if it needs an X-ABLabel."""
    types = []
    for word in label.split():
        if word not in _TYPES or (word in _PHONE_ONLY and not is_phone):
            return None
        types.append(_TYPES[word])
    return tuple(types) if label_of(tuple(types)) == label else None


def preference(types: tuple[str, ...], written: str) -> int:
    """The rank of a value: 1 (highest) to 100, or ``NOT_PREFERRED``.

    Args:
        types: The values of TYPE; ``pref`` is rank 1.
        written: The value of PREF (RFC 6350, section 5.3); empty for none.
    """
    if written:
        return min(max(int(written), 1), 100) if written.isdecimal() and len(written) < 4 else 100
    return 1 if any(word.lower() == "pref" for word in types) else NOT_PREFERRED
