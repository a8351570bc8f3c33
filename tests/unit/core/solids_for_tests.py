"""Decoders of known solids and meshes of known measure, for the tests of field to file."""

from itertools import pairwise

import numpy as np
import torch

from imrecon_gui.core.field import Field
from imrecon_gui.core.types import FIELD_BOUND, Mesh


def sphere(radius=0.4, centre=(0.0, 0.0, 0.0), scale=10.0):
    at = torch.tensor(centre)
    return lambda points: scale * (radius - (points - at).norm(dim=1))


def box(low, high, scale=10.0):
    low, high = torch.tensor(low), torch.tensor(high)
    return lambda points: scale * torch.minimum(points - low, high - points).amin(1)


def union(*decoders):
    return lambda points: torch.stack([d(points) for d in decoders]).amax(0)


def without(outer, inner):
    return lambda points: torch.minimum(outer(points), -inner(points))


def random_network(seed, frequency=6.0):
    """A small MLP whose field has structure about a quarter of the cube in size."""
    generator = torch.Generator().manual_seed(seed)
    sizes = (3, 32, 32, 1)
    weights = [torch.randn(a, b, generator=generator) / a**0.5 for a, b in pairwise(sizes)]

    def decode(points):
        hidden = torch.sin(frequency * points @ weights[0])
        return (torch.sin(2 * hidden @ weights[1]) @ weights[2]).squeeze(1)

    return decode


def grid_points(resolution):
    """All nodes (N + 1, N + 1, N + 1, 3), straight from the convention's formula."""
    axis = -FIELD_BOUND + np.arange(resolution + 1) * 2 * FIELD_BOUND / resolution
    return np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).astype(np.float32)


def noise_field(values):
    """A field of arbitrary inner values, closed by a rim that is outside."""
    values = np.pad(np.asarray(values, np.float32), 1, constant_values=-1.0)
    return Field(values, len(values) - 1)


def box_mesh(low=(-0.5, -0.25, -0.1), high=(0.5, 0.25, 0.1), inward=False):
    """A box of twelve triangles with an exactly known volume."""
    corners = np.array([[(low, high)[c >> a & 1][a] for a in range(3)] for c in range(8)], np.float32)
    quads = ((0, 4, 6, 2), (1, 3, 7, 5), (0, 1, 5, 4), (2, 6, 7, 3), (0, 2, 3, 1), (4, 5, 7, 6))
    faces = np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))], np.int32)
    return Mesh(corners, faces[:, ::-1] if inward else faces)


def joined(*meshes):
    """Several meshes as one, no vertices shared."""
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes)])
    faces = [m.faces + start for m, start in zip(meshes, starts, strict=False)]
    return Mesh(np.concatenate([m.vertices for m in meshes]), np.concatenate(faces).astype(np.int32))
