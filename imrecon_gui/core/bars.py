"""Bars of one colour along a picture's edges, as films and screenshots have them: they are no backdrop."""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.regions import BoolArray
from imrecon_gui.core.types import UInt8Array

EVEN = 10
"""Levels of 255 within which a bar's pixels lie; compression leaves as much."""

RINGING, RINGING_PX = 32, 16
"""Levels by which a bar's last rows may be off where compression lets the picture beyond ring, and how many
rows that can be: the side of a block at half of the resolution, which JPEG keeps colours in."""

CHANGED_SHARE = 0.75
"""Share of its length along which a bar ends at once; a backdrop ends where the object begins."""

LEAST_SHARE, MOST_SHARE = 0.01, 0.3
"""Of the picture's height or width: a bar's least and greatest thickness."""

LEAST_SIDE_PX = 64
"""Smaller pictures are left whole."""


def within_bars(rgb: UInt8Array) -> tuple[slice, slice]:
    """The rows and columns that bars leave of a picture (h, w, 3) uint8; all of them where there are none."""
    if min(rgb.shape[:2]) < LEAST_SIDE_PX:
        return slice(0, rgb.shape[0]), slice(0, rgb.shape[1])
    rows = _left(rgb)
    columns = _left(rgb[rows].transpose(1, 0, 2))
    return rows, columns


def _left(rgb: UInt8Array) -> slice:
    """The rows that bars above and below leave."""
    return slice(_bar(rgb), len(rgb) - _bar(rgb[::-1]))


def _bar(rgb: UInt8Array) -> int:
    """Thickness of the bar at the first rows, in pixels; 0 if it does not end as bars do."""
    off = np.abs(rgb.astype(np.int16) - np.median(rgb[0], axis=0)).max(2)  # (h, w)
    thickness = _even_rows(off > EVEN)
    if not LEAST_SHARE * len(rgb) <= thickness <= MOST_SHARE * len(rgb):
        return 0
    ringing = _even_rows(off[thickness : thickness + RINGING_PX] > RINGING)
    thickness, away = thickness + ringing, off > (RINGING if ringing else EVEN)
    return thickness + _blurred(away[thickness:]) if _ends(away, thickness) else 0


def _even_rows(away: BoolArray) -> int:
    """How many of the first rows are nowhere away; 0 as well if all are."""
    return int(np.asarray(away.mean(1) < 0.01).argmin())


def _ends(away: BoolArray, thickness: int) -> bool:
    """Whether the picture beyond differs from the bar along its whole length."""
    return bool(away[thickness : thickness + 3].any(0).mean() > CHANGED_SHARE)


def _blurred(away: BoolArray) -> int:
    """Rows after a bar in which it is still mixed with the picture."""
    return int((away[:2].mean(1) < CHANGED_SHARE).sum())
