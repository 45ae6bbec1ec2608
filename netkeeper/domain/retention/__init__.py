"""Which contacts are at risk of being lost, and how the network developed."""
