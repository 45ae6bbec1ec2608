"""The benchmark networks as folders on disk."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator

from benchmarks.networks import TODAY, large, ordinary
from netkeeper.actions.network.holidays import refresh_holidays
from netkeeper.demo.make import fill
from netkeeper.demo.network import DemoNetwork
from netkeeper.store.network import Network

SIZES: dict[str, Callable[[], DemoNetwork]] = {"ordinary": ordinary, "large": large}


@contextlib.contextmanager
def network_folder(size: str) -> Iterator[str]:
    """A folder with a network of that size, gone again afterwards.

    The network has been used: its snapshots are written, its country's holidays are kept and today's backup is
    made, as on any day after the first command.
    """
    with tempfile.TemporaryDirectory() as parent:
        folder = os.path.join(parent, size)
        network = Network(folder)
        fill(network, SIZES[size]())
        refresh_holidays(network, TODAY)
        network.close()
        with network.transaction("Begin the day") as draft:
            draft.put_member(network.member)
            draft.put_contact(network.contact(network.names()[0][0]))
        yield folder


def environment(folder: str) -> dict[str, str]:
    """What a command needs to work on that folder, on the networks' own day."""
    return {"NETKEEPER_DATA": folder, "NETKEEPER_CONFIG": folder + "-config", "NETKEEPER_TODAY": TODAY.isoformat()}
