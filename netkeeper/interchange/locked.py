"""Files locked with a passphrase, in the age format (age-encryption.org/v1), which other programs open too."""

from __future__ import annotations

from netkeeper.domain.errors import LockedFileError, UnreadableFileError

HEADER = b"age-encryption.org/v1\n"
"""What a locked file begins with."""

ENDING = ".age"


def lock(data: bytes, passphrase: str) -> bytes:
    """Lock a file's bytes.

    Args:
        passphrase: What opens them; must not be empty.
    """
    from pyrage import passphrase as age

    return bytes(age.encrypt(data, passphrase))


def is_locked(data: bytes) -> bool:
    """Whether a file's bytes are locked."""
    return data.startswith(HEADER)


def unlock(data: bytes, passphrase: str | None) -> bytes:
    """Open a locked file's bytes.

    Raises:
        LockedFileError: There is no passphrase, or it is another one.
        UnreadableFileError: The file is damaged, or locked in another way.
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
