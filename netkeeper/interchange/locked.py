"""Files locked with a passphrase, in the age format (age-encryption.org/v1), which other programs open too."""

from __future__ import annotations

from netkeeper.domain.errors import LockedFileError, UnreadableFileError

HEADER = b"age-encryption.org/v1\n"
"""First bytes of a locked file."""

ENDING = ".age"


def lock(data: bytes, passphrase: str) -> bytes:
    """Encrypt bytes with a passphrase, which must not be empty."""
    from pyrage import passphrase as age

    return bytes(age.encrypt(data, passphrase))


def is_locked(data: bytes) -> bool:
    """Whether bytes are in the age format."""
    return data.startswith(HEADER)


def unlock(data: bytes, passphrase: str | None) -> bytes:
    """Decrypt bytes.

    Raises:
        LockedFileError: The passphrase is missing or wrong.
        UnreadableFileError: The file is damaged or was not encrypted with a passphrase.
    """
    if not passphrase:
        raise LockedFileError("The file is locked; say its passphrase.")
    import pyrage
    from pyrage import passphrase as age

    try:
        return bytes(age.decrypt(data, passphrase))
    except pyrage.DecryptError as error:
        if "passphrase" in str(error).lower() or "excessive" not in str(error).lower():
            raise LockedFileError("That is not the passphrase of the file, or the file is damaged.") from error
        raise UnreadableFileError(f"The file can't be opened ({error}).") from error
