"""The customer ladder (*asiakkuuden portaat*): potential, customer, regular.

Rule of thumb from the field: out of 100 potentials come 20 customers and 4 regulars.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """A step of the customer ladder, lowest first."""

    POTENTIAL = "potential"
    CUSTOMER = "customer"
    REGULAR = "regular"

    # An enum's own hash is a Python function; the review looks steps up ten thousand times.
    __hash__ = str.__hash__

    @property
    def height(self) -> int:
        """The height of the step: 1, 2 or 3."""
        return _HEIGHTS[self]


_HEIGHTS = {Step.POTENTIAL: 1, Step.CUSTOMER: 2, Step.REGULAR: 3}


@dataclass(frozen=True, slots=True)
class StepChange:
    """One move on the ladder, kept permanently.

    Attributes:
        on: The day of the move.
        step: The step moved to.
        reason: Why, in the member's words; may be empty.
    """

    on: date
    step: Step
    reason: str = ""
