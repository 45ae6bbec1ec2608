"""The photos of a network: files ``photos/SHA256`` beside its tables, which refer to them.

A photo is written before the transaction that refers to it, and never changed; so an interrupted one leaves at most a
file that nothing refers to. Backups share the photos. A photo is removed when neither the network nor what can bring
it back, a backup or the journals of undo, refers to it any more (``backups.remove_unused_photos``).
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from netkeeper.domain.errors import StoreError
from netkeeper.domain.people.photos import digest_of
from netkeeper.store.layout import BACKUPS_FOLDER, PHOTOS_FOLDER
from netkeeper.system.files import make_folder, read_bytes, replace_file


def photos_folder(folder: str) -> str:
    """The photos of a network; those of a backup are beside the network that it is of, unless it has got its own."""
    places = _folders(folder)
    return next(filter(os.path.isdir, places), places[-1])


def _folders(folder: str) -> list[str]:
    """Where a network's photos may be: beside its tables, and for a backup also beside the network that it is of."""
    places = [os.path.join(folder, PHOTOS_FOLDER)]
    above, name = os.path.split(os.path.dirname(os.path.abspath(folder)))
    if name == BACKUPS_FOLDER:
        places.append(os.path.join(above, PHOTOS_FOLDER))
    return places


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
    for place in _folders(folder):
        try:
            data = read_bytes(os.path.join(place, digest))
        except StoreError:
            continue
        if data is not None and digest_of(data) == digest:
            return data
    return None


def has_photo(folder: str, digest: str) -> bool:
    """Whether a photo is there; it may be damaged."""
    return any(os.path.isfile(os.path.join(place, digest)) for place in _folders(folder))
