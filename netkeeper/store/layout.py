"""What lies in a network's folder; which table lies in which file is said in domain/records/tables.py."""

from __future__ import annotations

NETWORK_FILE = "network.json"
INTERACTIONS_FILE = "interactions.json"
JOURNAL_FILE = "journal.jsonl"
BACKUPS_FOLDER = "backups"

DATA_FILES = (NETWORK_FILE, INTERACTIONS_FILE, JOURNAL_FILE)
"""The files that make a network; a backup is a folder with these three."""

DIARY = "diary"
"""The table of what netkeeper notes of each day's review, by itself."""
DIARY_ANSWERS = "diary_answers"
"""The table of what the member says of each day's review."""
HOLIDAYS = "holidays"
"""The table of the public holidays of the member's country, which netkeeper works out."""

MEMBER_ID = "1"
"""The id of the one document of the table ``member``, and of the table ``holidays``."""
