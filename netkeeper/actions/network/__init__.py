"""The network as a whole: export, backups, the member, the calendar file."""
