"""The member: settings, cadences, days off."""
