"""Vertex colours in the files: written, and read back by a program that is not ours."""

from __future__ import annotations

import json
import struct
from dataclasses import replace

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.export import export
from tests.unit.core.solids_for_tests import box_mesh

BOX = box_mesh((-0.5, -0.2, -0.1), (0.5, 0.2, 0.1))
COLOURS = np.array([[0, 0, 0], [255, 255, 255], [188, 188, 188], [10, 20, 30]] * 2, np.uint8)
COLOURED = replace(BOX, colours=COLOURS)


def written(tmp_path, suffix, mesh=COLOURED):
    path = tmp_path / f"shape.{suffix}"
    export(mesh, path)
    return path


@pytest.mark.parametrize("suffix", ["ply", "obj"])
def test_colours_come_back(tmp_path, suffix):
    mesh = trimesh.load(written(tmp_path, suffix), process=False, maintain_order=True)
    np.testing.assert_array_equal(mesh.visual.vertex_colors[:, :3], COLOURS)
    np.testing.assert_allclose(mesh.vertices, BOX.vertices, atol=1e-6)
    np.testing.assert_array_equal(mesh.faces, BOX.faces)


def glb_tree(path):
    data = path.read_bytes()
    length = struct.unpack("<I", data[12:16])[0]
    return json.loads(data[20 : 20 + length]), data[28 + length :]


def test_glb_holds_linear_colours_under_a_white_matte_material(tmp_path):
    tree, blob = glb_tree(written(tmp_path, "glb"))
    primitive = tree["meshes"][0]["primitives"][0]
    accessor = tree["accessors"][primitive["attributes"]["COLOR_0"]]
    assert (accessor["componentType"], accessor["type"]) == (5126, "VEC3")
    view = tree["bufferViews"][accessor["bufferView"]]
    start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
    linear = np.frombuffer(blob[start:], "<f4", 24).reshape(8, 3)
    np.testing.assert_allclose(linear[:3, 0], [0, 1, 0.5029], atol=1e-4)  # 188 is half the light
    material = tree["materials"][primitive["material"]]["pbrMetallicRoughness"]
    assert material["baseColorFactor"] == [1, 1, 1, 1] and material["metallicFactor"] == 0
    assert set(primitive["attributes"]) == {"POSITION", "NORMAL", "COLOR_0"}


def test_glb_colours_are_read_by_trimesh(tmp_path):
    [mesh] = trimesh.load(written(tmp_path, "glb"), process=False).geometry.values()
    read = np.asarray(mesh.visual.vertex_attributes["color"])
    np.testing.assert_allclose(read[[0, 1, 2], 0], [0, 1, 0.5029], atol=1e-4)


@pytest.mark.parametrize("suffix", ["stl", "3mf"])
def test_formats_for_printing_stay_as_they_are(tmp_path, suffix):
    if suffix == "stl":
        assert written(tmp_path, suffix).read_bytes() == written(tmp_path, suffix, BOX).read_bytes()
    assert len(trimesh.load(written(tmp_path, suffix), force="mesh").faces) == 12


@pytest.mark.parametrize("suffix", ["glb", "obj", "ply"])
def test_without_colours_nothing_speaks_of_them(tmp_path, suffix):
    content = written(tmp_path, suffix, BOX).read_bytes()
    assert b"COLO" not in content and b"red" not in content
    if suffix == "obj":
        assert all(len(line.split()) == 4 for line in content.decode().splitlines() if line[:2] == "v ")
