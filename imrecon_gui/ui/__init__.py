"""The window and all that is in it."""
