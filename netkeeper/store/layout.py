"""What lies in a network's folder, and which table lies in which file."""

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
QUIET_TABLES = (DIARY, HOLIDAYS)
"""Tables that netkeeper writes by itself: a change of them alone is not told of, nor taken back."""
SMALL_TABLES = ("member", "contacts", "followups", "offers", DIARY, DIARY_ANSWERS, HOLIDAYS)
"""Tables of network.json: always loaded."""
LARGE_TABLES = ("interactions", "kept", "said")
"""Tables of interactions.json: loaded when something needs them."""
TABLES = (*SMALL_TABLES, *LARGE_TABLES)

MEMBER_ID = "1"
"""The id of the one document of the table ``member``, and of the table ``holidays``."""
