"""The app: screens beside their .tcss, widgets that announce and never write."""
