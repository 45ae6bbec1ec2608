"""Keeping a network: TinyDB tables over a snapshot and a journal."""
