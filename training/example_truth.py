"""The true shape of a sample picture: made again from its seed, as one closed surface."""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.errors import MeshFileError
from imrecon_gui.core.field import Field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import FIELD_BOUND, Mesh
from training.categories import make
from training.shape import Shape
from training.shards import FIRST_HELD_SEED

RESOLUTION = 160
BLUR_CELLS = 1.0
"""Shapes say of a point only whether it lies inside; blurred, the surface lies between grid corners."""


def example_truth(name: str, job: Job = NULL_JOB) -> Mesh:
    """The mesh, in object space, of the shape that the sample picture of that name shows.

    Its parts overlap, so that their triangles are no surface; the union's surface is found on a grid, to a
    fraction of its cells (0.7 % of the longest side).

    Raises:
        MeshFileError: There is no sample picture of that name.
    """
    from training.examples import EXAMPLES  # with them comes OpenGL

    example = next((one for one in EXAMPLES if one.name == name), None)
    if example is None:
        raise MeshFileError(
            f"Nobody knows the true shape of “{name}”.", "Compare with a mesh file, or take a sample picture."
        )
    return union(make(example.category, FIRST_HELD_SEED + example.number), job)


def union(shape: Shape, job: Job = NULL_JOB, resolution: int = RESOLUTION) -> Mesh:
    """The outer surface of a normalised shape's parts."""
    from scipy.ndimage import gaussian_filter

    ticks = np.linspace(-FIELD_BOUND, FIELD_BOUND, resolution + 1)
    across = np.stack(np.meshgrid(ticks, ticks, indexing="ij"), axis=-1).reshape(-1, 2)
    values = np.empty((resolution + 1,) * 3, np.float32)
    for i, x in enumerate(ticks):
        job.check()
        points = np.column_stack([np.full(len(across), x), across])
        values[i] = shape.inside(points).reshape(values.shape[1:])
    blurred = gaussian_filter(values, BLUR_CELLS) - 0.5
    return extract(Field(blurred, resolution, values.size))
