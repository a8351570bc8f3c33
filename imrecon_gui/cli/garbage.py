"""Garbage collection in a process that lives for one command.

A reconstruction makes some two hundred thousand objects that the collector knows of, nearly all of them by
imports and none of them garbage. Left alone, it looks through the young ones five hundred times while they
are made, and through all of them when the interpreter ends.
"""

from __future__ import annotations

import atexit
import gc

NEW_OBJECTS = 100_000
"""How many more objects there must be before the collector looks; Python's own number is 700."""


def collect_seldom() -> None:
    """Collect garbage now and then only, and none when the interpreter ends."""
    _, *older = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS, *older)
    atexit.register(gc.freeze)
