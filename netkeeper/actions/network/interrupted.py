"""Clearing what a killed export or leaving pack left in other folders: plain personal data.

While a file is written outside of the network, a note in the network's folder says where. Whoever writes next, and
the doctor, go by the notes of processes that are gone.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from netkeeper.config import places
from netkeeper.config.settings import load_settings
from netkeeper.store.diagnosis import Diagnosis, note
from netkeeper.system.files import new_held, open_private, write_all
from netkeeper.system.whole_folders import clear_abandoned, is_abandoned

NOTE = ".writing-"
"""Name prefix of the notes."""

_LONGEST_PATH_BYTES = 100_000


@contextlib.contextmanager
def noted(network_folder: str, place: str) -> Iterator[None]:
    """Clear what earlier runs left, and note for the time of the block where something is being written.

    A network's folder that can't be written is no reason not to write elsewhere.

    Args:
        place: The folder in which the unfinished file or folder is.
    """
    clear_interrupted(network_folder, place)
    path, descriptor = "", None
    try:
        with contextlib.suppress(OSError):
            path, descriptor = new_held(lambda: _new_note(network_folder))
            write_all(descriptor, os.fsencode(os.path.abspath(place)))
            if sys.platform == "win32":
                os.close(descriptor)
        yield
    finally:
        if descriptor is not None:
            if sys.platform != "win32":
                os.close(descriptor)
            with contextlib.suppress(OSError):
                os.unlink(path)


def _new_note(network_folder: str) -> tuple[str, int]:
    path = os.path.join(network_folder, NOTE + os.urandom(6).hex())
    return path, open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)


def clear_interrupted(network_folder: str, *places: str) -> list[str]:
    """Clear what killed runs left where their notes say, and in some folders.

    Returns:
        The paths that were cleared.
    """
    notes = _abandoned_notes(network_folder)
    cleared = [path for place in dict.fromkeys((*notes.values(), *places)) for path in clear_abandoned(place)]
    for path in notes:
        with contextlib.suppress(OSError):
            os.unlink(path)
    return cleared


def cleared_everywhere(network_folder: str) -> list[Diagnosis]:
    """Clear what killed runs left wherever it may be without a note too; a finding for each path that was cleared."""
    calendar = load_settings(places.config_folder())[0].calendar_path
    folders = (os.path.dirname(calendar), os.path.dirname(network_folder), os.path.expanduser("~"), os.getcwd())
    cleared = clear_interrupted(network_folder, *map(os.path.realpath, filter(None, folders)))
    return [note(f"{path} was left by a write that was cut short; it is cleared away.") for path in cleared]


def _abandoned_notes(network_folder: str) -> dict[str, str]:
    """The folders named in the notes of killed runs, by the note's path."""
    found: dict[str, str] = {}
    with contextlib.suppress(OSError), os.scandir(network_folder) as entries:
        for entry in entries:
            if entry.name.startswith(NOTE) and is_abandoned(entry.path):
                with open(entry.path, "rb") as file:
                    found[entry.path] = os.fsdecode(file.read(_LONGEST_PATH_BYTES))
    return found
