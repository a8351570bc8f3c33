"""The steps in which a cut-out is mended, small enough to keep many."""

from __future__ import annotations

from dataclasses import dataclass

from imrecon_gui.core.framing import Box
from imrecon_gui.core.types import INPUT_FILL, UInt8Array


@dataclass(frozen=True)
class Pose:
    """How the mended picture is turned (degrees, clockwise) and how much of the frame it fills."""

    angle_deg: float = 0.0
    fill: float = INPUT_FILL


@dataclass(frozen=True, eq=False)
class Change:
    """One step of the history.

    Attributes:
        box: The part of the mask that changed; empty if none did.
        before: (h, w) uint8, the mask there before it.
        after: (h, w) uint8, the mask there after it.
        pose_before: Before it.
        pose_after: After it.
    """

    box: Box
    before: UInt8Array
    after: UInt8Array
    pose_before: Pose
    pose_after: Pose

    @property
    def n_bytes(self) -> int:
        """Bytes of the two masks."""
        return self.before.nbytes + self.after.nbytes
