"""Content lines that netkeeper has no property for, with their photos apart in the store and in them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from netkeeper.domain.people.photos import digest_in, embedding, photo_in, referring
from netkeeper.store.network_draft import NetworkDraft
from netkeeper.store.photos import has_photo, read_photo, write_photos


def put_lines(draft: NetworkDraft, contact_id: str, lines: Iterable[str]) -> None:
    """Store a contact's unknown properties, with their photos as files of their own."""
    kept: list[str] = []
    photos: dict[str, bytes] = {}
    for line in lines:
        photo = photo_in(line)
        if photo is not None:
            photos[photo.digest] = photo.data
            line = referring(line, photo.digest)
        kept.append(line)
    if photos:
        draft.prepare(partial(write_photos, photos=photos))
    draft.put_kept(contact_id, tuple(kept))


def lines_with_files(folder: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Kept lines without those whose photo is gone, so that an import brings it again."""
    return tuple(line for line in lines if not (digest := digest_in(line)) or has_photo(folder, digest))


def lines_with_photos(folder: str, lines: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """Kept lines with the photos embedded that they refer to, and how many are left out as gone or damaged."""
    found = []
    missing = 0
    for line in lines:
        digest = digest_in(line)
        data = read_photo(folder, digest) if digest else None
        if data is not None:
            found.append(embedding(line, data))
        elif digest:
            missing += 1
        else:
            found.append(line)
    return tuple(found), missing
