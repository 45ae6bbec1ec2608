"""The photos of a network: files ``photos/SHA256`` beside its tables, which refer to them.

A photo is written before the transaction that refers to it, and never changed; so an interrupted one leaves at most a
file that nothing refers to. Backups share the photos. A photo is removed when neither the network nor what can bring
it back, a backup or the journals of undo, refers to it any more.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping

from netkeeper.domain.errors import StoreError
from netkeeper.domain.people.photos import PHOTOS, digest_of
from netkeeper.store.layout import BACKUPS_FOLDER, DATA_FILES, PHOTOS_FOLDER
from netkeeper.system.files import make_folder, read_bytes, replace_file

_NAME = re.compile(r"[0-9a-f]{64}\Z")
_REFERENCE = re.compile(rf"{PHOTOS}/([0-9a-f]{{64}})".encode())


def photos_folder(folder: str) -> str:
    """The photos of a network; those of a backup are beside the network that it is of."""
    own = os.path.join(folder, PHOTOS_FOLDER)
    above, name = os.path.split(os.path.dirname(os.path.abspath(folder)))
    if name == BACKUPS_FOLDER and not os.path.isdir(own):
        return os.path.join(above, PHOTOS_FOLDER)
    return own


def write_photos(folder: str, photos: Mapping[str, bytes]) -> None:
    """Write the photos that are not there yet, or not whole; requires the lock.

    Args:
        photos: Their bytes by digest.

    Raises:
        StoreError: One can't be written.
    """
    if not photos:
        return
    place = os.path.join(folder, PHOTOS_FOLDER)
    make_folder(place)
    for digest, data in photos.items():
        if read_photo(folder, digest) is None:
            replace_file(os.path.join(place, digest), data)


def read_photo(folder: str, digest: str) -> bytes | None:
    """The bytes of a photo; None where it is missing, can't be read, or is damaged."""
    try:
        data = read_bytes(os.path.join(photos_folder(folder), digest))
    except StoreError:
        return None
    return data if data is not None and digest_of(data) == digest else None


def has_photo(folder: str, digest: str) -> bool:
    """Whether a photo is there; it may be damaged."""
    return os.path.isfile(os.path.join(photos_folder(folder), digest))


def photo_names(folder: str) -> set[str]:
    """The digests of all photos of a network."""
    try:
        return {name for name in os.listdir(photos_folder(folder)) if _NAME.match(name)}
    except OSError:
        return set()


def remove_unused_photos(folder: str) -> None:
    """Remove the photos that nothing refers to any more; requires the lock, ignores failures.

    What refers to photos is searched from the newest file to the oldest, and only for those not found so far.
    """
    if not os.path.isdir(os.path.join(folder, PHOTOS_FOLDER)):
        return
    unused = photo_names(folder)
    for path in _files_that_refer(folder):
        if not unused:
            return
        try:
            data = read_bytes(path) or b""
        except StoreError:
            return  # What can't be read may refer to any of them.
        unused -= {found.decode("ascii") for found in _REFERENCE.findall(data)}
    for digest in unused:
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(folder, PHOTOS_FOLDER, digest))


def _files_that_refer(folder: str) -> Iterator[str]:
    """The network's tables and journal, then those of backups and the archived journals, newest first."""
    yield from (os.path.join(folder, name) for name in DATA_FILES)
    backups = os.path.join(folder, BACKUPS_FOLDER)
    for name in _newest_first(backups):
        path = os.path.join(backups, name)
        if os.path.isdir(path):
            yield from (os.path.join(path, file) for file in DATA_FILES)
        else:
            yield path


def _newest_first(backups: str) -> Iterable[str]:
    try:
        return sorted(os.listdir(backups), reverse=True)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"Can't look into {backups}.") from error
