"""Volumes and orientations of the solids against analytic answers, and the inside test against the skin."""

from __future__ import annotations

import numpy as np
import pytest

from training.solids import Solid, bar, box, cylinder, ellipsoid, extrusion, lathe, loft, rod, tube

ELL = [[0, 0], [2, 0], [2, 1], [1, 1], [1, 2], [0, 2]]
SQUARE = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])


def counted_volume(solid: Solid, n: int = 200_000) -> float:
    low, high = solid.bounds() + np.array([[-0.05], [0.05]])
    points = np.random.default_rng(0).uniform(low, high, (n, 3))
    return float(solid.inside(points).mean() * np.prod(high - low))


def mesh_volume(solid: Solid) -> float:
    vertices, faces = solid.mesh()
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


SOLIDS = {
    "box": (box((1, 2, 3)), 6.0),
    "rounded box": (box((2, 2, 2), round=0.5), 1 + 6 * 0.5 + 12 * np.pi / 16 + 4 / 3 * np.pi / 8),
    "ellipsoid": (ellipsoid((1, 2, 3)), 4 / 3 * np.pi * 6),
    "cylinder": (cylinder(1, 2, axis="x"), 2 * np.pi),
    "cone": (cylinder(1, 3, top_radius=0.5, axis="z"), np.pi * (1 + 0.5 + 0.25)),
    "rod": (rod((0, 0, 0), (0, 3, 4), 0.5), np.pi * 0.25 * 5),
    "bar": (bar((0, 0, 0), (1, 2, 2), 0.5, 0.4), 0.2 * 3),
    "tapered bar": (bar((0, 0, 0), (0, 3, 0), 1.0, 1.0, 0.5, 0.5), 1.75),
    "loft": (loft([(0, SQUARE), (3, SQUARE * 0.5)], "y"), 4 * 1.75),
    "ell": (extrusion(ELL, 2, "x"), 6.0),
    "clockwise ell": (extrusion(ELL[::-1], 2, "z"), 6.0),
    "lathe": (lathe([(0, 0), (1, 0), (1, 2), (0, 2)]), 2 * np.pi),
    "washer": (lathe([(1, 0), (2, 0), (2, 0.5), (1, 0.5)]), 1.5 * np.pi),
    "pipe": (tube([(0, 0, 0), (2, 0, 0)], 0.5), np.pi * 0.5 + 4 / 3 * np.pi / 8),
    "mirrored": (box((1, 2, 3)).turned("y", 30).moved(1, 0, 0).mirrored("x").scaled(1, 2, 1), 12.0),
}


@pytest.mark.parametrize("name", SOLIDS)
def test_inside_has_the_solids_volume(name: str) -> None:
    solid, volume = SOLIDS[name]
    assert counted_volume(solid) == pytest.approx(volume, rel=0.02)


@pytest.mark.parametrize("name", SOLIDS)
def test_mesh_is_outward_and_fills_the_solid(name: str) -> None:
    solid, volume = SOLIDS[name]
    assert mesh_volume(solid) == pytest.approx(volume, rel=0.09)


@pytest.mark.parametrize("name", SOLIDS)
def test_faces_lie_between_inside_and_outside(name: str) -> None:
    solid, _ = SOLIDS[name]
    vertices, faces = solid.mesh()
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    normals = np.cross(b - a, c - a)
    area = np.linalg.norm(normals, axis=1, keepdims=True)
    outer = np.linalg.norm((a + b + c)[:, [0, 2]], axis=1) > 3.2 if name == "washer" else True
    large = (area[:, 0] > 1e-6) & outer  # chords of a hole lie within it
    centres, normals = ((a + b + c) / 3)[large], (normals / area)[large]
    assert solid.inside(centres - 1e-3 * normals).mean() > 0.97
    assert not solid.inside(centres + 0.06 * normals).any()


@pytest.mark.parametrize("name", [n for n in SOLIDS if n not in ("lathe", "washer")])
def test_every_edge_has_two_faces(name: str) -> None:
    vertices, faces = SOLIDS[name][0].mesh()
    _, weld = np.unique(np.round(vertices, 9), axis=0, return_inverse=True)
    faces = weld.reshape(-1)[faces]
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = edges[edges[:, 0] != edges[:, 1]]
    forward = {tuple(e) for e in edges}
    assert {(b, a) for a, b in forward} == forward


def test_axes_of_lofts_keep_their_plane() -> None:
    """A polygon for axis x is (y, z), for y (z, x), for z (x, y)."""
    wide = np.array([[-3, -1], [3, -1], [3, 1], [-3, 1]])
    sizes = {axis: np.diff(extrusion(wide, 1, axis).bounds(), axis=0)[0].tolist() for axis in "xyz"}
    assert sizes == {"x": [1, 6, 2], "y": [2, 1, 6], "z": [6, 2, 1]}


def test_turning_is_right_handed() -> None:
    solid = box((0.1, 0.1, 0.1), at=(1, 0, 0)).turned("y", 90)
    assert solid.bounds().mean(0) == pytest.approx([0, 0, -1])


def test_top_radius_lies_toward_the_axis() -> None:
    for axis, i in (("x", 0), ("y", 1), ("z", 2)):
        solid = cylinder(1, 2, top_radius=0.1, axis=axis)
        point = np.full(3, 0.5)
        point[i] = -0.9
        assert solid.inside(point[None])[0]
        point[i] = 0.9
        assert not solid.inside(point[None])[0]
