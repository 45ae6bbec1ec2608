"""The three files of a network's folder."""

from __future__ import annotations

import os

from netkeeper.store.journal import Journal
from netkeeper.store.layout import INTERACTIONS_FILE, JOURNAL_FILE, NETWORK_FILE
from netkeeper.store.snapshot import SnapshotStorage


class NetworkFolder:
    """A network's files.

    Attributes:
        path: The folder.
        small: The snapshot that is always loaded (network.json).
        large: The snapshot that is loaded on demand (interactions.json).
        journal: The transactions since the snapshots were written.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.small = SnapshotStorage(os.path.join(path, NETWORK_FILE))
        self.large = SnapshotStorage(os.path.join(path, INTERACTIONS_FILE))
        self.journal = Journal(os.path.join(path, JOURNAL_FILE))
