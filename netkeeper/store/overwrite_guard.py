"""Refusing to write exported files over a network's own files."""

from __future__ import annotations

import os

from netkeeper.domain.errors import StoreError
from netkeeper.store.layout import DATA_FILES, JOURNAL_FILE, PHOTOS_FOLDER


def holds_network(folder: str) -> bool:
    """Whether a folder holds a network or a backup of one."""
    return os.path.isfile(os.path.join(os.path.realpath(folder), JOURNAL_FILE))


def refuse_network_folder(folder: str) -> None:
    """Refuse to write many files into a network's folder.

    Raises:
        StoreError: The folder holds a network.
    """
    if holds_network(folder):
        raise StoreError(f"A network lives in {folder}; name another folder. Nothing was changed.")


def refuse_network_file(path: str) -> None:
    """Refuse to write over a network's data file, or among its photos.

    Raises:
        StoreError: The path is one.
    """
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    is_photo = os.path.basename(folder).casefold() == PHOTOS_FOLDER and holds_network(os.path.dirname(folder))
    if is_photo or (name.casefold() in DATA_FILES and holds_network(folder)):
        raise StoreError(f"{path} is part of a network; name another file. Nothing was changed.")
