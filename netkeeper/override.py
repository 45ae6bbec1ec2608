"""The mark of a method that takes the place of a base class's (PEP 698), which mypy holds (``explicit-override``).

Python 3.11 has none; the one of ``typing_extensions`` is only seen by mypy, so that no start has to load it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method):
        """Mark a method; it stays as it is."""
        return method
