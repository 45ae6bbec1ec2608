"""Settings, and the welcome."""
