"""Forms: dialogs, inputs, choices, suggestions."""
