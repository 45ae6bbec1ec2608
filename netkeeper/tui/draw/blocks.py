"""Groups of lines about an interaction or a follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from netkeeper.tui.draw.lines import Line

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.promises.follow_up import FollowUp

    Item: TypeAlias = Interaction | FollowUp


class Block(NamedTuple):
    """Some lines, and the interaction or follow-up that they are about.

    Attributes:
        item: The item that a cursor can select; None for other lines.
    """

    lines: list[Line]
    item: Item | None = None


def flat(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of all blocks."""
    for block in blocks:
        yield from block.lines
