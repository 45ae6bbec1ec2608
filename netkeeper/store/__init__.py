"""Storage of a network: TinyDB tables in snapshots and a journal."""
