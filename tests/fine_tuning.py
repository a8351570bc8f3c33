"""What fine-tuning gains: `python -m tests.fine_tuning OUT` teaches the bundled model a category it lacks.

Twenty-three vases are written as GLB files, of which `prepare` holds some back. Prints, after some minutes,
how much of these the bundled model knows before and after, from eight pictures each.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import trimesh
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

VASES = 23
CORNERS = 48


def main(out: Path) -> None:
    """Write the vases, train, compare."""
    for number in range(VASES):
        path = out / "meshes" / "vase" / f"{number:02d}.glb"
        path.parent.mkdir(parents=True, exist_ok=True)
        vase(np.random.default_rng(number)).export(path)
    run = out / "run"
    _training("run", "--recipe", "finetune", "--meshes", out / "meshes", "--data", out / "data", "--out", run)
    _training("held", "Thirteen categories", run / "model.safetensors", "--data", out / "data")


def vase(rng: np.random.Generator) -> trimesh.Trimesh:
    """One with a foot, a belly, a neck and a lip, hollow from above; +Y up."""
    outside = _outline(rng)
    wall = rng.uniform(0.02, 0.05)
    inside = np.column_stack([np.maximum(outside[:, 0] - wall, 0.01), np.maximum(outside[:, 1], wall)])[::-1]
    closed = np.concatenate([[[0.0, 0.0]], outside, inside, [[0.0, wall]]])
    mesh = trimesh.creation.revolve(closed, sections=CORNERS)
    mesh.apply_transform(trimesh.transformations.rotation_matrix(-np.pi / 2, [1, 0, 0]))
    mesh.visual = trimesh.visual.ColorVisuals(mesh, face_colors=[*rng.integers(60, 240, 3), 255])
    return mesh


def _outline(rng: np.random.Generator) -> NDArray[np.float64]:
    """Radius and height (n, 2), from the foot to the lip, through five radii at drawn heights."""
    heights = np.array([0.0, rng.uniform(0.05, 0.12), rng.uniform(0.25, 0.5), rng.uniform(0.65, 0.85), 1.0])
    foot, neck = rng.uniform(0.1, 0.2), rng.uniform(0.06, 0.16)
    radii = np.array(
        [foot, foot * rng.uniform(0.7, 1.0), rng.uniform(0.2, 0.36), neck, neck * rng.uniform(1.0, 1.7)]
    )
    fine = np.linspace(0, 1, 40)
    return np.column_stack([PchipInterpolator(heights, radii)(fine), fine])


def _training(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "training", *map(str, words)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
