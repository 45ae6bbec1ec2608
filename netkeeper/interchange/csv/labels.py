"""Labels of emails, phones and addresses: from the wording of spreadsheets, and to Google's."""

from __future__ import annotations

from netkeeper.interchange.vcard.labels import MAX_LABEL

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
_GOOGLE_LABELS = {
    "home": "Home", "work": "Work", "mobile": "Mobile", "main": "Main", "other": "Other", "home fax": "Home Fax",
    "work fax": "Work Fax", "pager": "Pager",
}  # fmt: skip


def read_label(text: str) -> str:
    """The network's form of a label: synonyms replaced, other labels unchanged."""
    text = text.strip()
    return _KNOWN.get(text.lower(), text)[:MAX_LABEL].strip()


def google_label(label: str) -> str:
    """Google's form of a label, in whichever language it is."""
    return _GOOGLE_LABELS.get(read_label(label), label)
