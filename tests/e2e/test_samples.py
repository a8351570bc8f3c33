"""`make run` without a display, from its script to the pixels of its contact sheet."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from tests.octahedron import save_octahedron

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import contact_sheet  # noqa: E402

CELL = contact_sheet.CELL_PX


@pytest.fixture
def picture(tmp_path) -> Path:
    pixels = np.zeros((90, 120, 4), np.uint8)
    pixels[20:80, 30:90] = (200, 30, 30, 255)
    path = tmp_path / "red mug.png"
    Image.fromarray(pixels).save(path)
    return path


def run_samples(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, ROOT / "tools" / "samples.py", *arguments]
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def shares_of_ink(sheet: Image.Image, row: int = 0) -> list[float]:
    """How much of each cell of a row is not white."""
    top = row * (CELL + contact_sheet.CAPTION_PX)
    pixels = np.asarray(sheet.convert("RGB"))[top : top + CELL]
    cells = [pixels[:, k * CELL : (k + 1) * CELL] for k in range(1 + len(contact_sheet.AZIMUTHS_DEG))]
    return [float((cell.min(axis=-1) < 250).mean()) for cell in cells]


def test_samples_become_meshes_and_a_sheet_and_a_bad_one_is_named(tmp_path, picture):
    model = save_octahedron(tmp_path / "octahedron.safetensors", categories=("mug",))
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    out = tmp_path / "meshes"

    finished = run_samples(broken, picture, "--out", out, "--model", model, "--resolution", 24)

    assert finished.returncode == 1, finished.stderr
    assert "broken.png" in finished.stdout and str(out / "contact_sheet.png") in finished.stdout
    assert trimesh.load(out / "red mug.stl").is_watertight
    with Image.open(out / "contact_sheet.png") as sheet:
        assert sheet.size == (4 * CELL, CELL + contact_sheet.CAPTION_PX)
        drawn, *views = shares_of_ink(sheet)
        # The picture's square is 60 x 60 of 120 x 90 pixels, on a cell as wide as the picture.
        assert drawn == pytest.approx((60 / 120) ** 2, abs=0.01)
        assert min(views) > 0.1


def test_the_views_go_round_the_object(tmp_path, picture):
    """A thin upright plate facing the front looks cos(azimuth) wide."""
    plate = trimesh.creation.box((100.0, 0.5, 100.0))
    plate.export(tmp_path / "plate.stl")

    contact_sheet.write(
        [contact_sheet.Row(picture, tmp_path / "plate.stl", "a plate")], tmp_path / "sheet.png"
    )

    with Image.open(tmp_path / "sheet.png") as sheet:
        _, front, side, back = shares_of_ink(sheet)
    assert contact_sheet.AZIMUTHS_DEG == (30.0, 120.0, 210.0)
    assert side / front == pytest.approx(np.cos(np.radians(60)) / np.cos(np.radians(30)), rel=0.1)
    assert back == pytest.approx(front, rel=0.02)
