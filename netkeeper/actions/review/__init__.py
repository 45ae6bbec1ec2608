"""The day's review: its diary, workload, sorting, reminders."""
