"""The app: screens beside their .tcss, widgets that announce and never write."""

import os

# How often the toolkit may paint; it reads this once, when it is loaded. Its own 60 a second make
# every key wait for half a frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
