"""How far a network was saved, so that a journal that lost its end is not taken for a shorter one.

A line without its line feed at the end of the journal was never acknowledged, unless something cut the
file later. The number of the last change that was saved, noted after each, tells the two apart. It
stands in the lock file, behind the holder's process number. It is written without fsync: at worst it
is too low, and then says nothing.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from netkeeper.system.lock import LOCK_NAME, SIGNATURE_LENGTH

_NOTE = re.compile(rb"([0-9a-f]{16}) (\d{18})\n")


class HighWaterMark(NamedTuple):
    """A network's mark, and the number of the last change that was saved."""

    network: str
    seq: int


def high_water_note(saved: HighWaterMark) -> bytes:
    """What to write into the lock file; always the same length."""
    return b"%b %018d\n" % (saved.network.encode("ascii"), saved.seq)


def read_high_water_mark(folder: str) -> HighWaterMark | None:
    """How far the network in a folder was saved, where that is known."""
    try:
        with open(os.path.join(folder, LOCK_NAME), "rb", buffering=0) as file:
            found = _NOTE.match(file.read(64) or b"", SIGNATURE_LENGTH)
    except OSError:
        return None
    return HighWaterMark(found[1].decode("ascii"), int(found[2])) if found else None
