from __future__ import annotations

import numpy as np
import pytest
import trimesh

from tests.unit.training.soups import GREEN, RED, painted_cube, soup_of, sphere
from training import materials
from training.materials import Material
from training.soup import Soup


def test_sphere_is_smooth():
    table = sphere(0.5).vertex_table()
    radial = table[:, :3] / np.linalg.norm(table[:, :3], axis=1, keepdims=True)
    assert (table[:, 3:6] * radial).sum(1).min() > np.cos(np.radians(1.5))


def test_cube_is_crisp():
    soup = painted_cube()
    table = soup.vertex_table()
    np.testing.assert_allclose(np.abs(table[:, 3:6]).max(1), 1.0, atol=1e-6)
    np.testing.assert_array_equal(table[:, 6], np.repeat(soup.part_index, 3))


def test_cylinder_is_smooth_around_and_crisp_at_its_rims():
    table = soup_of(trimesh.creation.cylinder(0.3, 1.0, sections=24)).vertex_table()
    normals, radial = table[:, 3:6], table[:, :3] * [1, 1, 0] / 0.3
    cap = np.abs(normals[:, 2]) > 0.99
    side = (normals * radial).sum(1) > 0.999
    assert (cap | side).all()
    assert cap.any()
    assert side.any()


def test_parts_do_not_smooth_into_each_other():
    one = sphere(0.5)
    part = (one.vertices.reshape(-1, 3, 3).mean(1)[:, 1] > 0).astype(np.int32)
    split = Soup(one.vertices, part, (RED, GREEN))
    assert np.abs(split.vertex_table()[:, 3:6] - one.vertex_table()[:, 3:6]).max() > 0.02


def test_triangles_without_area_do_no_harm():
    flat = Soup(np.zeros((3, 3), np.float32), np.zeros(1, np.int32), (RED,))
    assert np.isfinite(flat.vertex_table()).all()


def test_material_table_and_grain_along_the_longest_side():
    boxes = [trimesh.creation.box(size) for size in ((1, 0.2, 0.3), (0.1, 0.9, 0.3), (0.1, 0.2, 0.4))]
    corners = np.concatenate([box.triangles.reshape(-1, 3) for box in boxes]).astype(np.float32)
    look = Material((0.1, 0.2, 0.3), 0.4, 0.5, "wood", (0.6, 0.7, 0.8), 0.9)
    table = Soup(corners, np.repeat(np.arange(3), 12), (look,) * 3).material_table()
    assert table.shape == (3, 3, 4)
    np.testing.assert_allclose(table[0, :2], [[0.1, 0.2, 0.3, 0.4], [0.6, 0.7, 0.8, 0.5]], rtol=1e-6)
    np.testing.assert_allclose(table[:, 2, 0], materials.PATTERNS.index("wood"))
    np.testing.assert_allclose(table[:, 2, 2], [0, 1, 2])


@pytest.mark.parametrize("make", ["paint", "wood", "metal", "plastic", "fabric", "glass", "rubber"])
def test_random_materials_are_valid_and_repeatable(make):
    function = getattr(materials, make)
    drawn = [function(np.random.default_rng(seed)) for seed in range(100)]
    numbers = np.array([[*m.colour, *m.colour2, m.gloss, m.metal] for m in drawn])
    assert numbers.min() >= 0
    assert numbers.max() <= 1
    assert len(set(drawn)) == 100
    assert drawn[7] == function(np.random.default_rng(7))


def test_unknown_pattern_is_refused():
    with pytest.raises(ValueError, match="tartan"):
        Material((1, 1, 1), pattern="tartan")
