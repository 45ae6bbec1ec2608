"""The number of the last committed transaction, to detect a journal that was truncated.

A last line without its line feed was never acknowledged, unless the file was truncated later. The number, stored in
the lock file behind the holder's process number after each commit, tells the two apart. It is written without fsync:
at worst it is too low, which detects nothing but does no harm.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from netkeeper.system.lock import LOCK_NAME, SIGNATURE_LENGTH

_NOTE = re.compile(rb"([0-9a-f]{16}) (\d{18})\n")


class HighWaterMark(NamedTuple):
    """A network's id, and the number of its last committed transaction."""

    network: str
    seq: int


def high_water_note(saved: HighWaterMark) -> bytes:
    """The bytes for the lock file, always of the same length."""
    return b"%b %018d\n" % (saved.network.encode("ascii"), saved.seq)


def read_high_water_mark(folder: str) -> HighWaterMark | None:
    """The mark in a folder's lock file; None if there is none."""
    try:
        with open(os.path.join(folder, LOCK_NAME), "rb", buffering=0) as file:
            found = _NOTE.match(file.read(64) or b"", SIGNATURE_LENGTH)
    except OSError:
        return None
    return HighWaterMark(found[1].decode("ascii"), int(found[2])) if found else None
