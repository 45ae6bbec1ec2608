"""Labels of emails, phones and addresses: from the wording of spreadsheets, and to Google's."""

from __future__ import annotations

from netkeeper.interchange.label_words import usual_label
from netkeeper.interchange.vcard.labels import MAX_LABEL

_GOOGLE_LABELS = {
    "home": "Home", "work": "Work", "mobile": "Mobile", "main": "Main", "other": "Other", "home fax": "Home Fax",
    "work fax": "Work Fax", "pager": "Pager",
}  # fmt: skip


def read_label(text: str) -> str:
    """The network's form of a label: synonyms replaced, other labels unchanged."""
    text = text.strip()
    return (usual_label(text) or text)[:MAX_LABEL].strip()


def google_label(label: str) -> str:
    """Google's form of a label, in whichever language it is."""
    return _GOOGLE_LABELS.get(read_label(label), label)
