"""Where networks live, so that nothing else is written in their place."""

from __future__ import annotations

import os

from netkeeper.domain.errors import StoreError
from netkeeper.store.layout import DATA_FILES, JOURNAL_FILE


def holds_network(folder: str) -> bool:
    """Whether a network lives in a folder, or a backup of one."""
    return os.path.isfile(os.path.join(os.path.realpath(folder), JOURNAL_FILE))


def refuse_network_folder(folder: str) -> None:
    """Make sure that files may be written into a folder by the dozen.

    Raises:
        StoreError: A network lives there, which they could replace.
    """
    if holds_network(folder):
        raise StoreError(f"A network lives in {folder}; name another folder. Nothing was changed.")


def refuse_network_file(path: str) -> None:
    """Make sure that a file may be written or replaced.

    Raises:
        StoreError: It is one of those that a network is made of.
    """
    real = os.path.realpath(path)
    if os.path.basename(real).casefold() in DATA_FILES and holds_network(os.path.dirname(real)):
        raise StoreError(f"{path} is part of a network; name another file. Nothing was changed.")
