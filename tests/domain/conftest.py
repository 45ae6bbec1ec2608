"""What the tests of the domain share."""

from __future__ import annotations

from hypothesis import settings

# A shared machine is slow now and then; that is no failure.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
