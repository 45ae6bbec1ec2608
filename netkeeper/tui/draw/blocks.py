"""Lines that belong together, and what they tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from netkeeper.tui.draw.lines import Line

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.promises.follow_up import FollowUp

    Item: TypeAlias = Interaction | FollowUp


class Block(NamedTuple):
    """Some lines, and the interaction or follow-up that they tell of.

    Attributes:
        lines: One under the other.
        item: What they tell of, on which a cursor can rest; None where it is nothing of the kind.
    """

    lines: list[Line]
    item: Item | None = None


def flat(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of all of them."""
    for block in blocks:
        yield from block.lines
