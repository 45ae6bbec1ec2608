"""What differs between Linux, macOS and Windows: modes, syncing folders, locks."""
