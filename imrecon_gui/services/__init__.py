"""The only place where threads and child processes exist; the window talks to the core through it."""
