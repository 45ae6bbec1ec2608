"""The usual labels of emails, phones and addresses, in the words of people and programs."""

from __future__ import annotations

_WORDS = {
    "home": "home|private|personal|koti|kotipuhelin|kotiosoite|oma|hem|privat|zuhause",
    "work": "work|business|työ|työpuhelin|työosoite|työpaikka|arbete|arbeit|geschäftlich|jobb",
    "mobile": "mobile|cell|matkapuhelin|kännykkä|mobil|mobiltelefon|handy|gsm",
    "main": "main|pää|vaihde|huvud|haupt",
    "other": "other|muu|annan|andere|sonstige|annat",
    "home fax": "home fax|homefax|kotifaksi|fax privat",
    "work fax": "work fax|workfax|työfaksi|fax geschäftlich",
    "pager": "pager|hakulaite|personsökare",
    "fax": "fax|faksi",
    "work mobile": "work mobile|workmobile|työmatkapuhelin",
}
_KNOWN = {word: label for label, words in _WORDS.items() for word in words.split("|")}


def usual_label(text: str) -> str:
    """The usual label that a word means in English, Finnish, Swedish or German; empty for none."""
    return _KNOWN.get(text.strip().lower(), "")
