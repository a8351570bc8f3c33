"""What the session is played with: a picture whose cut-out is wrong, a true shape, and an eye for files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import trimesh
from PIL import Image, ImageDraw
from scipy.spatial import cKDTree

from imrecon_gui.core.export import export
from imrecon_gui.core.job import NULL_JOB
from imrecon_gui.core.types import Mesh, UInt8Array
from training.example_truth import example_truth

SAMPLE = "hatchback"
BLOT_AT, BLOT_RADIUS = (330, 346), 20
"""Of the thing that does not belong there, in pixels of the sample picture."""

BLOT_COLOUR = (214, 120, 32, 255)


def soiled_picture(sample: Path, path: Path) -> UInt8Array:
    """Write the sample with a ball beside the object; the sample's own mask (h, w) uint8."""
    picture = Image.open(sample).convert("RGBA")
    mask = np.asarray(picture)[..., 3].copy()
    (x, y), r = BLOT_AT, BLOT_RADIUS
    ImageDraw.Draw(picture).ellipse((x - r, y - r, x + r, y + r), fill=BLOT_COLOUR)
    picture.save(path)
    return mask


def write_truth(path: Path) -> None:
    """Write the shape that the sample shows, as another program would have exported it."""
    export(example_truth(SAMPLE, NULL_JOB), path)


def overlap(mask: UInt8Array, other: UInt8Array) -> float:
    """Intersection over union of two (h, w) masks."""
    a, b = mask > 127, other > 127
    return float((a & b).sum() / (a | b).sum())


def printed_error_mm(path: Path, mesh: Mesh, longest_side_mm: float) -> float:
    """How far the file's corners lie from where the mesh's belong in a print: +Z up, on the floor, in mm."""
    found = np.asarray(trimesh.load(path, force="mesh").vertices)
    x, y, z = (mesh.vertices.astype(np.float64) * longest_side_mm / np.ptp(mesh.vertices, axis=0).max()).T
    wanted = np.stack([x, -z, y], axis=1)
    wanted[:, 2] -= wanted[:, 2].min()
    centre = lambda points: (points[:, :2].min(0) + points[:, :2].max(0)) / 2  # noqa: E731
    wanted[:, :2] += centre(found) - centre(wanted)
    return float(cKDTree(wanted).query(found)[0].max())
