"""Pictures laid out as 3D-R2N2's: what their cameras' numbers mean, and shards made of them."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
import trimesh
from PIL import Image
from typer.testing import CliRunner

from imrecon_gui.core.errors import MeshFileError, TrainingError
from imrecon_gui.core.types import INPUT_FILL
from imrecon_gui.core.viewpoint import project, seen
from tests.unit.training.found_meshes import box, write_obj
from training import __main__ as command_line
from training import shards as shards_module
from training.dataset import Shards
from training.meshes import prepare as module
from training.meshes.axes import turn
from training.meshes.carving import Carver
from training.meshes.reading import read
from training.meshes.renderings import pictures
from training.render import Renderer

CHAIR = "03001627"
SIDE, FOCAL = 137, 35 / 32 * 137
ROWS = [
    (0, 0, 0, 0.8, 25),
    (40, 30, 0, 0.9, 25),
    (130, -10, 0, 1, 25),
    (250, 55, 0, 0.7, 25),
    (300, 20, 8, 0.9, 25),
]


def hook(shift=(0.0, 0.0, 0.0)) -> trimesh.Trimesh:
    """Two boxes that no quarter turn and no mirror brings to themselves, centred but for a shift."""
    arm = trimesh.creation.box((0.15, 0.12, 0.4)).apply_translation((0.1, 0.2, 0.25))
    both = trimesh.util.concatenate(trimesh.creation.box((0.3, 0.55, 0.2)), arm)
    return both.apply_translation(shift - both.bounds.mean(0))


def pixels(corners: np.ndarray, row: tuple[float, ...]) -> np.ndarray:
    """Where (n, 3) places of the file appear (n, 2) by the published readers: look-at, 35 mm before 32 mm."""
    azimuth, elevation, rotation = np.radians(row[:3])
    back = np.array(
        [np.cos(azimuth) * np.cos(elevation), np.sin(elevation), np.sin(azimuth) * np.cos(elevation)]
    )
    right = np.cross([0, 1, 0], back) / np.linalg.norm(np.cross([0, 1, 0], back))
    local = (corners - 1.75 * row[3] * back) @ np.stack([right, np.cross(back, right), back]).T
    flat = FOCAL * local[:, :2] / -local[:, 2:]
    turned = flat @ [[np.cos(rotation), np.sin(rotation)], [-np.sin(rotation), np.cos(rotation)]]
    return turned * [1, -1] + SIDE / 2


def write_renderings(folder: Path, mesh: trimesh.Trimesh, rows=ROWS, said=None) -> Path:
    """A picture for each row, filled triangle by triangle; `said` stands in the table instead of the rows."""
    folder.mkdir(parents=True)
    for i, row in enumerate(rows):
        alpha, fine = np.zeros((SIDE, SIDE), np.uint8), 4
        for face in pixels(np.asarray(mesh.vertices), row)[np.asarray(mesh.faces)]:
            cv2.fillConvexPoly(alpha, np.rint((face - 0.5) * 2**fine).astype(np.int32), 255, shift=fine)
        Image.fromarray(np.dstack([np.full((SIDE, SIDE, 3), 90, np.uint8), alpha])).save(
            folder / f"{i:02d}.png"
        )
    (folder / "renderings.txt").write_text("".join(f"{i:02d}.png\n" for i in range(len(rows))))
    lines = [" ".join(map(str, row)) for row in said or rows]
    (folder / "rendering_metadata.txt").write_text("\n".join(lines))
    return folder


@pytest.mark.parametrize(("axes", "shift"), [(("+y", "-z"), (0, 0, 0)), (("+y", "+x"), (0.02, -0.01, 0.015))])
def test_corners_appear_where_the_published_camera_sees_them(tmp_path, axes, shift):
    mesh = hook(shift)
    found = read(write_obj(tmp_path / "one.obj", mesh))
    folder, matrix = write_renderings(tmp_path / "rendering", mesh), turn(*axes)
    framed_pictures, viewpoints = pictures(folder, len(ROWS), found, matrix)
    points = torch.from_numpy(found.placed(matrix).vertices)
    for row, picture, viewpoint in zip(ROWS, framed_pictures, torch.from_numpy(viewpoints), strict=True):
        flat = project(viewpoint, seen(viewpoint, points)).numpy()
        in_file = pixels(np.asarray(mesh.vertices)[np.asarray(mesh.faces)].reshape(-1, 3), row)
        low, high = in_file.min(0), in_file.max(0)  # framing centres it, the longer side is INPUT_FILL
        expected = (in_file - (low + high) / 2) * [1, -1] / (high - low).max() * 2 * INPUT_FILL
        assert np.abs(flat - expected).max() < 0.04
        assert (picture[..., 3] > 127).any(0).sum() > 20


def test_renderings_of_another_tree_are_noticed(tmp_path):
    mesh = hook()
    found = read(write_obj(tmp_path / "one.obj", mesh))
    turned = [(row[0] + 90, *row[1:]) for row in ROWS]
    folder = write_renderings(tmp_path / "rendering", mesh, said=turned)
    with pytest.raises(MeshFileError, match="lies in its renderings"):
        pictures(folder, len(ROWS), found, np.eye(3))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rendering_metadata.txt", "a b c\n", "cannot be read"),
        ("rendering_metadata.txt", "1 2 3\n", "fewer than 2"),
        ("renderings.txt", "00.png\n", "fewer than 2"),
        ("01.png", "no picture", "01.png cannot be read"),
        ("01.png", None, "01.png cannot be read"),
        ("renderings.txt", None, "missing"),
    ],
)
def test_broken_renderings_are_named(tmp_path, name, content, words):
    found = read(write_obj(tmp_path / "one.obj", box()))
    folder = write_renderings(tmp_path / "rendering", box(), ROWS[:2])
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_text(content)
    with pytest.raises(MeshFileError, match=words):
        pictures(folder, 2, found, np.eye(3))


def test_prepare_takes_renderings_instead_of_our_own(tmp_path, monkeypatch):
    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 2)
    monkeypatch.setattr("training.meshes.solid.FEWEST_SAMPLES", 500)
    monkeypatch.setattr("training.meshes.solid.MOST_SAMPLES", 500)
    core, shots = tmp_path / "core", tmp_path / "shots"
    for model in "abc":
        write_obj(core / CHAIR / model / "model.obj", hook())
    for model in "ab":
        write_renderings(shots / CHAIR / model / "rendering", hook(), ROWS[:3])
    order = ["prepare", str(core), str(tmp_path / "out"), "--views", "3", "--workers", "1"]
    with Carver(12, 96) as carver, Renderer(48) as renderer:
        monkeypatch.setattr(module, "_tools", lambda: (carver, renderer))
        result = CliRunner().invoke(command_line.app, [*order, "--renderings", str(shots)])
    assert result.exit_code == 0, result.output
    assert "chair/c: Its renderings are missing" in result.stderr
    arrays, row = Shards(tmp_path / "out", ("chair",), held=False).locate(0, 0)
    shown = np.asarray(arrays["pictures"][row])
    assert shown.shape == (3, 128, 128, 4)
    assert np.abs(shown[shown[..., 3] == 255][:, :3].astype(int) - 90).max() <= 1
    assert arrays["viewpoints"][row, 1, 1] == pytest.approx(30, abs=1e-4)


def test_only_shapenet_has_renderings(tmp_path):
    order = ["prepare", str(tmp_path), str(tmp_path / "out"), "--renderings", str(tmp_path)]
    result = CliRunner().invoke(command_line.app, order)
    assert isinstance(result.exception, TrainingError) and "not ShapeNetCore" in result.exception.message
