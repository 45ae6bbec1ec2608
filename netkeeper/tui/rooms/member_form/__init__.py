"""The form about the member, which the welcome and the settings share."""
