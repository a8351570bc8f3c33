import errno
import json
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import trimesh

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.export import FORMATS, export, to_print_space
from imrecon_gui.core.mesh_ops import clean
from imrecon_gui.core.types import Mesh
from imrecon_gui.core.up_axis import Up
from tests.unit.core.solids_for_tests import box_mesh, joined

# A long box with a nose at the front (+Z), high up (+Y) and to the right (+X): no symmetry left.
BODY = box_mesh((-0.3, -0.2, -0.5), (0.3, 0.1, 0.4))
NOSE = box_mesh((0.1, 0.1, 0.4), (0.2, 0.3, 0.5))
SHAPE = joined(BODY, NOSE)
VOLUME = 0.6 * 0.3 * 0.9 + 0.1 * 0.2 * 0.1


def written(tmp_path, suffix, mesh=SHAPE, **options):
    path = tmp_path / f"shape.{suffix}"
    export(mesh, path, **options)
    return trimesh.load(path, force="mesh")


@pytest.mark.parametrize("suffix", ["glb", "obj", "ply"])
def test_object_space_is_kept(tmp_path, suffix):
    mesh = written(tmp_path, suffix)
    np.testing.assert_allclose(mesh.bounds, [(-0.3, -0.2, -0.5), (0.3, 0.3, 0.5)], atol=1e-6)
    assert mesh.volume == pytest.approx(VOLUME, rel=1e-5)
    high = mesh.vertices[mesh.vertices[:, 1] > 0.2]
    np.testing.assert_allclose(high.mean(0), (0.15, 0.3, 0.45), atol=1e-6)


@pytest.mark.parametrize("suffix", ["stl", "3mf"])
@pytest.mark.parametrize("longest", [100.0, 42.0])
def test_print_formats_are_millimetres_z_up_on_the_floor(tmp_path, suffix, longest):
    mesh = written(tmp_path, suffix, longest_side_mm=longest)
    np.testing.assert_allclose(
        mesh.bounds, np.array([(-30, -50, 0), (30, 50, 50)]) * longest / 100, atol=1e-4
    )
    assert mesh.volume == pytest.approx(VOLUME * longest**3, rel=1e-4)
    # The nose is at the right (+x), the front (-y) and the top.
    high = mesh.vertices[mesh.vertices[:, 2] > 0.4 * longest]
    np.testing.assert_allclose(high.mean(0), np.array([15, -45, 50]) * longest / 100, atol=1e-4)


@pytest.mark.parametrize("suffix", FORMATS)
def test_files_are_watertight_and_face_outward(tmp_path, suffix):
    mesh = written(tmp_path, suffix, BODY)
    mesh.merge_vertices(merge_norm=True)
    assert mesh.is_watertight and mesh.is_winding_consistent and mesh.volume > 0
    assert len(mesh.faces) == 12 and len(mesh.vertices) == 8


def glb_attribute(data, name):
    length = struct.unpack("<I", data[12:16])[0]
    tree, blob = json.loads(data[20 : 20 + length]), data[28 + length :]
    accessor = tree["accessors"][tree["meshes"][0]["primitives"][0]["attributes"][name]]
    view = tree["bufferViews"][accessor["bufferView"]]
    start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
    return np.frombuffer(blob[start:], "<f4", 3 * accessor["count"]).reshape(-1, 3)


def ply_columns(data):
    head, rows = data.split(b"end_header\n", 1)
    assert [line.split()[-1] for line in head.decode().splitlines() if "float" in line] == [
        "x",
        "y",
        "z",
        "nx",
        "ny",
        "nz",
    ]
    return np.frombuffer(rows, "<f4", 8 * 6).reshape(8, 6)


def obj_rows(data, name):
    return np.array(
        [line.split()[1:] for line in data.decode().splitlines() if line.split()[0] == name], np.float32
    )


def test_normals_travel_along(tmp_path):
    mesh = clean(BODY)
    turned = Mesh(mesh.vertices, mesh.faces, -mesh.normals)  # nobody would compute these
    content = {}
    for suffix in ("glb", "obj", "ply"):
        export(turned, tmp_path / f"shape.{suffix}")
        content[suffix] = (tmp_path / f"shape.{suffix}").read_bytes()
    for normals in (
        glb_attribute(content["glb"], "NORMAL"),
        obj_rows(content["obj"], "vn"),
        ply_columns(content["ply"])[:, 3:],
    ):
        np.testing.assert_allclose(normals, turned.normals, atol=1e-5)


def test_threemf_says_millimetre_and_is_a_solid_model(tmp_path):
    export(BODY, tmp_path / "shape.3mf")
    with zipfile.ZipFile(tmp_path / "shape.3mf") as archive:
        assert archive.testzip() is None
        assert {"[Content_Types].xml", "_rels/.rels", "3D/3dmodel.model"} == set(archive.namelist())
        root = ElementTree.fromstring(archive.read("3D/3dmodel.model"))
        relation = ElementTree.fromstring(archive.read("_rels/.rels"))[0]
    core = "{http://schemas.microsoft.com/3dmanufacturing/core/2015/02}"
    assert root.tag == f"{core}model" and root.get("unit") == "millimeter"
    item, thing = root.find(f"{core}build/{core}item"), root.find(f"{core}resources/{core}object")
    assert item.get("objectid") == thing.get("id") and thing.get("type") == "model"
    assert len(thing.findall(f"{core}mesh/{core}triangles/{core}triangle")) == 12
    assert relation.get("Target") == "/3D/3dmodel.model"


def test_stl_is_binary_with_unit_normals(tmp_path):
    export(BODY, tmp_path / "shape.stl")
    data = (tmp_path / "shape.stl").read_bytes()
    assert not data.startswith(b"solid")
    assert struct.unpack("<I", data[80:84]) == (12,) and len(data) == 84 + 50 * 12
    normals = np.array([struct.unpack("<3f", data[84 + 50 * i : 96 + 50 * i]) for i in range(12)])
    assert sorted(map(tuple, normals.round(6) + 0.0)) == sorted(
        [tuple(sign * np.eye(3)[axis] + 0.0) for axis in range(3) for sign in (-1, 1)] * 2
    )


def test_glb_material_is_not_metal(tmp_path):
    assert written(tmp_path, "glb").visual.material.metallicFactor == 0


def test_obj_keeps_every_digit(tmp_path):
    vertices = np.random.default_rng(0).normal(size=(8, 3)).astype(np.float32)
    export(Mesh(vertices, BODY.faces), tmp_path / "shape.obj")
    np.testing.assert_array_equal(obj_rows((tmp_path / "shape.obj").read_bytes(), "v"), vertices)


def test_suffix_in_capitals(tmp_path):
    export(BODY, tmp_path / "SHAPE.STL")
    assert (tmp_path / "SHAPE.STL").stat().st_size == 84 + 50 * 12


def test_names_beyond_ascii(tmp_path):
    export(BODY, tmp_path / "стул 椅子.glb")
    assert (tmp_path / "стул 椅子.glb").exists()


@pytest.mark.parametrize("name", ["shape.step", "shape", "stl"])
def test_unknown_suffix(tmp_path, name):
    with pytest.raises(ExportError, match=name) as caught:
        export(BODY, tmp_path / name)
    assert ".stl" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_missing_folder(tmp_path):
    with pytest.raises(ExportError, match="folder does not exist"):
        export(BODY, tmp_path / "nowhere" / "shape.stl")


def test_a_folder_in_the_way(tmp_path):
    (tmp_path / "shape.stl").mkdir()
    with pytest.raises(ExportError, match=r"shape\.stl could not be saved"):
        export(BODY, tmp_path / "shape.stl")
    assert list(tmp_path.iterdir()) == [tmp_path / "shape.stl"]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "protected"), (errno.EIO, "error")]
)
def test_failed_writing_leaves_the_old_file_and_no_crumbs(tmp_path, monkeypatch, code, words):
    def fail(*_):
        raise OSError(code, "Input/output error")

    (tmp_path / "shape.stl").write_text("old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ExportError, match=words):
        export(BODY, tmp_path / "shape.stl")
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]


def test_an_existing_file_is_replaced(tmp_path):
    (tmp_path / "shape.stl").write_text("old")
    export(BODY, tmp_path / "shape.stl")
    assert list(tmp_path.iterdir()) == [tmp_path / "shape.stl"]
    assert (tmp_path / "shape.stl").stat().st_size == 84 + 50 * 12


def test_nothing_to_save():
    with pytest.raises(ExportError, match="no mesh"):
        export(Mesh(BODY.vertices, BODY.faces[:0]), Path("shape.stl"))


@pytest.mark.parametrize("size", [0.0, -1.0, float("nan"), float("inf")])
def test_impossible_sizes(tmp_path, size):
    with pytest.raises(ExportError, match="no size"):
        export(BODY, tmp_path / "shape.stl", longest_side_mm=size)


def test_print_space_turns_by_a_quarter_about_x():
    mesh = to_print_space(SHAPE, 1000.0)
    offset = mesh.vertices - SHAPE.vertices @ np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32) * 1000
    np.testing.assert_allclose(offset, np.broadcast_to(offset[0], offset.shape), atol=1e-3)
    assert trimesh.Trimesh(mesh.vertices, mesh.faces, process=False).volume > 0


@pytest.mark.parametrize(
    ("suffix", "up", "axis"), [("stl", Up.Y, 1), ("3mf", Up.Y, 1), ("obj", Up.Z, 2), ("ply", Up.Z, 2)]
)
def test_the_other_axis_can_point_up(tmp_path, suffix, up, axis):
    """The nose is at the right, high up and in front: towards -Y if Z is up, towards +Z if Y is."""
    mesh = written(tmp_path, suffix, up=up)
    scale = 1 if suffix in ("obj", "ply") else 100
    assert mesh.volume == pytest.approx(VOLUME * scale**3, rel=1e-4)
    assert mesh.extents == pytest.approx(scale * np.array((0.6, 0.5, 1.0) if axis == 1 else (0.6, 1.0, 0.5)))
    nose = mesh.vertices[mesh.vertices[:, axis] > mesh.bounds[1, axis] - 0.01 * scale].mean(0)
    front = nose[2] if axis == 1 else -nose[1]
    assert front == pytest.approx(0.45 * scale, rel=1e-4) and nose[0] == pytest.approx(0.15 * scale, rel=1e-4)
    if scale == 100:
        assert mesh.bounds[0, axis] == pytest.approx(0, abs=1e-5)  # on the floor
    else:
        outward = (mesh.vertex_normals * (mesh.vertices - mesh.bounds.mean(0))).sum(1)
        assert (outward > 0).mean() > 0.5


def test_glb_keeps_y_up(tmp_path):
    np.testing.assert_allclose(written(tmp_path, "glb", up=Up.Z).bounds, written(tmp_path, "glb").bounds)
