"""Timing things in turn, so that a ratio holds while the machine's speed drifts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Times:
    """What was timed: seconds, a value for each round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the rounds."""
        return statistics.median(self.seconds)


def in_turn(things: Mapping[str, Callable[[], None]], rounds: int = ROUNDS) -> dict[str, Times]:
    """Time several things, one after the other, round by round, after a round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in things}
    for number in range(rounds + 1):
        for name, thing in things.items():
            start = time.perf_counter()
            thing()
            if number:
                seconds[name].append(time.perf_counter() - start)
    return {name: Times(tuple(values)) for name, values in seconds.items()}


def process(arguments: Sequence[str], **environment: str) -> Callable[[], None]:
    """A whole Python process: interpreter, imports and all."""
    surroundings = {**os.environ, "NO_COLOR": "1", **environment}
    # An installed package is compiled, and so is the floor's; a checkout is compiled by the round that does not count.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments], env=surroundings, check=True, stdin=subprocess.DEVNULL, capture_output=True
        )

    return run


def report(what: str, time_of: Times, floor: Times, mark: float) -> bool:
    """Print a line with the ratio against the floor; whether the mark is met."""
    ratio = time_of.median / floor.median
    met = ratio <= mark
    verdict = "ok" if met else "MISSED"
    print(
        f"{what:<42} {time_of.median * 1000:8.1f} ms   floor {floor.median * 1000:7.1f} ms   "
        f"{ratio:5.2f}x   mark {mark:.2f}x   {verdict}"
    )
    return met
