from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = "argparse calendar.TextCalendar csv dateutil difflib json pathlib rich tempfile textual tinydb urllib wcwidth"
LOGGING = """
from datetime import date
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_args
log_words(split_args(["coffee", "next:2w", "feel:4", "org:Valio Oy"]), date(2026, 11, 23))
"""
LAZY = "netkeeper.domain.text.control_characters netkeeper.domain.text.cell_widths netkeeper.domain.people.identity.matching"


@pytest.mark.parametrize(
    ("does", "may_load"),
    [
        (
            "import netkeeper.domain.language.tokens, netkeeper.domain.language.contact_words, netkeeper.domain.search.search, netkeeper.domain.language.naming",
            "",
        ),
        (LOGGING, ""),
        ("from netkeeper.domain.text.display import *; pad(plain('Åsa Öhman'), 20)", ""),
        ("from netkeeper.domain.text.display import *; pad(plain('✓ Logged “tea” – Mon → Tue…'), 30)", ""),
        ("from netkeeper.domain.language.naming import resolve; resolve('anna', [('1', 'Anna')])", ""),
        (
            "from netkeeper.domain.text.display import *; pad(plain('日本'), 20)",
            "netkeeper.domain.text.control_characters netkeeper.domain.text.cell_widths",
        ),
    ],
)
def test_the_small_language_loads_nothing_heavy(does: str, may_load: str) -> None:
    forbidden = set(f"{HEAVY} {LAZY}".split()) - set(may_load.split())
    code = f"{does}\nimport sys\nprint(' '.join(sorted(set({sorted(forbidden)}) & set(sys.modules))))"
    # -S leaves out site-packages, whose startup files may import what they like.
    run = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
