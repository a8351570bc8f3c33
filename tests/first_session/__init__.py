"""A first-time user's session in the real window, played and recorded: see `__main__`."""
