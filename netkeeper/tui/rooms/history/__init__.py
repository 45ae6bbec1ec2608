"""History: transactions, and going back."""
