"""A limit on how long a procedure may sample."""

from __future__ import annotations

import time

from imrecon_gui.core.errors import ImreconError


class Stopped(ImreconError):
    """The work would take longer than it may."""


class Budget:
    """Seconds that the sampling of a field may take, counted from when this is made."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = time.perf_counter()

    def check(self, done: int, left: int) -> None:
        """Go on only if the time used for `done` points leaves enough for `left` more.

        Raises:
            Stopped: It does not.
        """
        used = time.perf_counter() - self._began
        if used * (done + left) > self._seconds * done:
            raise Stopped(f"This would take more than {self._seconds:g} s.", "Allow more with --max-seconds.")
