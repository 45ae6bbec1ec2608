"""File names in a network's folder; domain/records/tables.py says which file holds which table."""

from __future__ import annotations

NETWORK_FILE = "network.json"
INTERACTIONS_FILE = "interactions.json"
JOURNAL_FILE = "journal.jsonl"
BACKUPS_FOLDER = "backups"
PHOTOS_FOLDER = "photos"

DATA_FILES = (NETWORK_FILE, INTERACTIONS_FILE, JOURNAL_FILE)
"""The files of a network; a backup is a folder with these three."""

DIARY = "diary"
"""The table of what netkeeper records of each day's review."""
DIARY_ANSWERS = "diary_answers"
"""The table of the member's answers about each day's review."""
HOLIDAYS = "holidays"
"""The table of the public holidays of the member's country, which netkeeper computes."""

MEMBER_ID = "1"
"""The id of the only document of the tables ``member`` and ``holidays``."""
