"""Photos in content lines, and references in their place."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.people.photos import as_kept, digest_in, digest_of, embedding, is_photo, photo_in, referring
from netkeeper.interchange.vcard.unknown_properties import is_damaged

HEADS = (
    "PHOTO;ENCODING=b;TYPE=JPEG", "item1.PHOTO;ENCODING=b", "LOGO;TYPE=png;ENCODING=BASE64", 'photo;X-A="a:b";encoding=B',
)  # fmt: skip


@given(st.sampled_from(HEADS[:3]), st.binary(min_size=1))
def test_a_photo_comes_back_byte_for_byte(head: str, data: bytes) -> None:
    line = f"{head}:{b64encode(data).decode()}"
    photo = photo_in(line)
    assert photo is not None
    assert (photo.data, photo.digest) == (data, digest_of(data))
    kept = as_kept(line)
    assert kept == referring(line, photo.digest) == f"{head}:photos/{photo.digest}"
    assert digest_in(kept) == photo.digest
    assert (as_kept(kept), photo_in(kept)) == (kept, None)
    assert embedding(kept, data) == line
    assert is_photo(line)
    assert is_photo(kept)


@given(st.text())
def test_no_other_line_has_one(line: str) -> None:
    assert (photo_in(line), digest_in(line), as_kept(line), is_photo(line)) == (None, "", line, False)


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;VALUE=uri:https://valio.example/anna.jpg", "PHOTO;ENCODING=b:", "PHOTO;ENCODING=b:AA=A", "PHOTO;ENCODING=b:!!!!",
        "SOUND;ENCODING=b:AAAA", "X-PHOTO;ENCODING=b:AAAA", "NOTE:PHOTO;ENCODING=b:AAAA", "PHOTO;ENCODING=b:photos/abc",
    ],
)  # fmt: skip
def test_what_is_no_embedded_photo_stays_as_it_is(line: str) -> None:
    assert (photo_in(line), as_kept(line), digest_in(line)) == (None, line, "")


def test_a_reference_is_never_taken_for_a_picture() -> None:
    """A file may hold one; it must not bring in what another network keeps."""
    assert is_damaged(as_kept("PHOTO;ENCODING=b:AAAA").partition(":")[2])
