"""A cut-out being mended: its mask, how it is turned and framed, and the way back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import Box, frame
from imrecon_gui.core.history import History
from imrecon_gui.core.mask_edit import NOTHING, clipped, difference, grown, is_empty, paint, union
from imrecon_gui.core.matte import EDGE_REACH_PX, clean_edge_colours
from imrecon_gui.core.mend_steps import Change, Pose
from imrecon_gui.core.rotation import rotated
from imrecon_gui.core.types import Mending, PreparedImage, UInt8Array

HISTORY_BYTES = 64_000_000
MIN_FILL, MAX_FILL = 0.5, 1.0
MAX_SIDE_PX = 1024
"""Turned pictures are reduced to this longest side, as pictures are when they are read."""

DIMMED_SHARE = 0.3
"""How much of the photo is seen where the mask is transparent."""

_WAY_OUT = "Paint with Add, undo, or start over."


class Mender:
    """Mends one picture's cut-out. All positions are pixels of the picture before it is turned.

    Attributes:
        photo: (h, w, 3) uint8 RGB, the picture with its background.
        alpha: (h, w) uint8, the mask as it is now.
        pose: How the result is turned and framed.
    """

    def __init__(self, image: PreparedImage, history_bytes: int = HISTORY_BYTES) -> None:
        mending = image.mending
        self._source = mending.source if mending else image
        self._cleans_edges = self._source.photo is not None and not self._source.had_alpha
        photo = self._source.cutout[..., :3] if self._source.photo is None else self._source.photo
        self.photo: UInt8Array = np.ascontiguousarray(photo)
        self.alpha: UInt8Array = (mending.alpha if mending else image.cutout[..., 3]).copy()
        self.pose = Pose(mending.angle_deg, image.fill) if mending else Pose(fill=image.fill)
        self._history: History[Change] = History(history_bytes)
        self._before: UInt8Array | None = None
        self._at, self._touched = (0.0, 0.0), NOTHING
        self._cutout = self._source.cutout.copy()
        self._stale = self._whole if mending else NOTHING

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self._history.can_redo

    @property
    def is_stroking(self) -> bool:
        """Whether a stroke has begun that has not ended."""
        return self._before is not None

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the picture before any mending."""
        source = self._source
        return self.pose != Pose(fill=source.fill) or not np.array_equal(self.alpha, source.cutout[..., 3])

    def begin_stroke(self, x: float, y: float, radius: float, adds: bool) -> Box:
        """Put the brush down; the box that changed."""
        self._before, self._at, self._touched = self.alpha.copy(), (x, y), NOTHING
        return self.stroke_to(x, y, radius, adds)

    def stroke_to(self, x: float, y: float, radius: float, adds: bool) -> Box:
        """Draw the brush on to a position; the box that changed."""
        box = paint(self.alpha, self._at, (x, y), radius, adds)
        self._at, self._touched = (x, y), union(self._touched, box)
        self._stale = union(self._stale, box)
        return box

    def end_stroke(self) -> None:
        """Lift the brush: the stroke is one step of the history."""
        before, self._before = self._before, None
        if before is not None and not is_empty(self._touched):
            self._record(self._touched, before, self.pose)

    def replace_alpha(self, alpha: UInt8Array) -> None:
        """Take another (h, w) uint8 mask, as one step."""
        self._replace(alpha, self.pose)

    def start_over(self) -> None:
        """Go back to the picture before any mending, as one step."""
        self._replace(self._source.cutout[..., 3], Pose(fill=self._source.fill))

    def set_pose(self, pose: Pose, goes_on: bool = False) -> None:
        """Turn and frame otherwise, as one step; `goes_on` makes it one with the last such step."""
        last, before = self._history.last, self.pose
        if pose == before:
            return
        self.pose = pose
        if goes_on and last is not None and is_empty(last.box) and not self.can_redo:
            self._history.push(replace(last, pose_after=pose), replaces_last=True)
        else:
            nothing = np.zeros((0, 0), np.uint8)
            self._history.push(Change(NOTHING, nothing, nothing, before, pose))

    def undo(self) -> Box:
        """Take the last step back; the box that changed."""
        change = self._history.undo()
        return self._put(change.box, change.before, change.pose_before) if change else NOTHING

    def redo(self) -> Box:
        """Make the step taken back last again; the box that changed."""
        change = self._history.redo()
        return self._put(change.box, change.after, change.pose_after) if change else NOTHING

    def shown(self, box: Box, ground: UInt8Array) -> UInt8Array:
        """The photo, faded into a (h, w, 3) uint8 ground where it is transparent: that box of it."""
        left, top, right, bottom = box
        weight = DIMMED_SHARE + (1 - DIMMED_SHARE) / 255 * self.alpha[top:bottom, left:right, None]
        weights = np.asarray(weight * 256, np.uint16)
        mixed = weights * self.photo[top:bottom, left:right]
        mixed += (256 - weights) * ground[top:bottom, left:right]
        return np.asarray(mixed >> 8, np.uint8)

    def network_rgba(self) -> UInt8Array:
        """(128, 128, 4) uint8: what the network would see; raises ImageError if nothing is left."""
        from imrecon_gui.core.image import check_object

        try:
            check_object(self.alpha)
            return frame(self._turned(), self.pose.fill)
        except ImageError as error:
            raise ImageError(error.message, _WAY_OUT) from error

    def result(self) -> PreparedImage:
        """The mended picture; the one from before any mending if nothing differs.

        Raises:
            ImageError: If nothing, or next to nothing, is left of the picture.
        """
        network_rgba = self.network_rgba()
        if not self.is_changed:
            return self._source
        return replace(
            self._source,
            cutout=self._turned().copy(),
            network_rgba=network_rgba,
            photo=self._turned_photo(),
            fill=self.pose.fill,
            mending=Mending(self._source, self.alpha.copy(), self.pose.angle_deg),
        )

    @property
    def _whole(self) -> Box:
        return 0, 0, self.alpha.shape[1], self.alpha.shape[0]

    def _replace(self, alpha: UInt8Array, pose: Pose) -> None:
        left, top, right, bottom = box = difference(alpha, self.alpha)
        before, pose_before = self.alpha.copy(), self.pose
        self._put(box, alpha[top:bottom, left:right], pose)
        if not is_empty(box) or pose != pose_before:
            self._record(box, before, pose_before)

    def _record(self, box: Box, before: UInt8Array, pose_before: Pose) -> None:
        """Remember a change that was made: `before` is the whole mask."""
        left, top, right, bottom = box
        old, new = (mask[top:bottom, left:right].copy() for mask in (before, self.alpha))
        self._history.push(Change(box, old, new, pose_before, self.pose))

    def _put(self, box: Box, alpha: UInt8Array, pose: Pose) -> Box:
        left, top, right, bottom = box
        self.alpha[top:bottom, left:right] = alpha
        self.pose = pose
        self._stale = union(self._stale, box)
        return box

    def _turned(self) -> UInt8Array:
        self._refresh()
        return rotated(self._cutout, self.pose.angle_deg, MAX_SIDE_PX)

    def _turned_photo(self) -> UInt8Array:
        """The photo turned alike, white in the corners it does not reach."""
        from imrecon_gui.core.image import on_white

        opaque = np.dstack([self.photo, np.full_like(self.alpha, 255)])
        return on_white(rotated(opaque, self.pose.angle_deg, MAX_SIDE_PX))

    def _refresh(self) -> None:
        """Bring the cut-out up to date where the mask has changed since."""
        if is_empty(self._stale):
            return
        size = self.alpha.shape
        left, top, right, bottom = clipped(grown(self._stale, EDGE_REACH_PX), size)
        x0, y0, x1, y1 = clipped(grown(self._stale, 2 * EDGE_REACH_PX), size)
        part = self._composed(self.photo[y0:y1, x0:x1], self.alpha[y0:y1, x0:x1])
        self._cutout[top:bottom, left:right] = part[top - y0 : bottom - y0, left - x0 : right - x0]
        self._stale = NOTHING

    def _composed(self, photo: UInt8Array, alpha: UInt8Array) -> UInt8Array:
        """Photo and mask put together as they were when the picture was prepared."""
        return clean_edge_colours(photo, alpha) if self._cleans_edges else np.dstack([photo, alpha])
