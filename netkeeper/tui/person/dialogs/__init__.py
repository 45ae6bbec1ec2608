"""Dialogs about a person: log, follow-up, snooze, step, cadence, tags."""
