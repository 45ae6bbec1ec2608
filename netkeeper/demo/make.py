"""The made-up network that shows what netkeeper is like."""

from __future__ import annotations

from datetime import date

from netkeeper.demo.network import DemoNetwork, demo_network
from netkeeper.store.backups import remove_archived_journals
from netkeeper.store.network import Network


def make_demo(network: Network, today: date) -> None:
    """Fill an empty network with the demo's people, history and promises.

    Args:
        network: An empty one.
        today: The day that the history leads up to.

    Raises:
        StoreError: It can't be written.
    """
    fill(network, demo_network(today))
    # That it was made up is nothing to take back: one undo too many would leave nothing to look at.
    network.close()
    remove_archived_journals(network.folder)


def fill(network: Network, made_up: DemoNetwork) -> None:
    """Put a made-up network into an empty one, as one transaction.

    Raises:
        StoreError: It can't be written.
    """
    with network.transaction("Made up a network to look at") as draft:
        draft.put_member(made_up.member)
        for contact in made_up.contacts:
            draft.put_contact(contact, as_it_was=True)
        for interaction in made_up.interactions:
            draft.put_interaction(interaction)
        for followup in made_up.followups:
            draft.put_followup(followup)
