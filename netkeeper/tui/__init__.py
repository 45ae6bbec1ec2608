"""The app: screens with their .tcss, and widgets that post messages and never write."""

import os

# The toolkit's frames per second; it reads this once, when imported. Its default of 60 makes
# every key wait for half a frame of 17 ms.
os.environ.setdefault("TEXTUAL_FPS", "120")
