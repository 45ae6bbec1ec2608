"""One person: card, timeline, and the actions on them."""
