"""Screens: each beside its .tcss; they turn what was meant into actions and draw themselves anew."""
