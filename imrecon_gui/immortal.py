"""Keeps None, True and False alive where PySide6 gives away references it never took.

From Python 3.12 these objects are immortal and nobody counts them. PySide6 6.12 relies on that even
under Python 3.11: every call that returns nothing costs None one reference, every emitted signal
costs True one, until the interpreter ends with "none_dealloc" or "bool_dealloc". The remedy is what
3.12 does itself: a count so high that it never falls to zero.
"""

from __future__ import annotations

import ctypes
import sys

FIRST_IMMORTAL = (3, 12)
MANY = 1 << 40


def keep_singletons() -> None:
    """Raise the counts of the constants, once, before the first window; nothing from Python 3.12 on."""
    if sys.version_info >= FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(constant) < MANY:
            ctypes.c_ssize_t.from_address(id(constant)).value += MANY
