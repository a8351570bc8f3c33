"""The look at what a network will see: pictures as training makes them, without making its data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from imrecon_gui.core.errors import TrainingError
from tests.unit.training.found_meshes import BROKEN, half_red, write_folder, write_obj
from tests.unit.training.found_meshes import box as found_box
from training import look, solids
from training.__main__ import app
from training.look import as_seen
from training.materials import Material
from training.render import Renderer
from training.shape import shape

HEIGHT, WIDTH = 142, 128


@pytest.fixture(autouse=True)
def opengl() -> None:
    try:
        Renderer(16).close()
    except TrainingError as error:
        pytest.skip(str(error))


def ask(*words: object) -> Result:
    return CliRunner().invoke(app, ["look", *map(str, words)])


def cells(path: Path, rows: int, columns: int) -> np.ndarray:
    """The pictures (rows, columns, 128, 128, 3) beneath their captions."""
    with Image.open(path) as picture:
        assert picture.size == (columns * WIDTH, rows * HEIGHT)
        pixels = np.asarray(picture.convert("RGB")).astype(int)
    return pixels.reshape(rows, HEIGHT, columns, WIDTH, 3).transpose(0, 2, 1, 3, 4)[:, :, -128:]


def filled(cell: np.ndarray) -> float:
    """Longest side of what is no checkerboard, as a share."""
    rows, columns = np.nonzero(cell.min(-1) < 200)
    return float(max(np.ptp(rows), np.ptp(columns))) / 128


def test_each_cell_is_another_shape_framed_as_the_network_sees_it(tmp_path: Path) -> None:
    out = tmp_path / "look.png"
    assert ask("mug", out, "--rows", 2, "--columns", 2, "--seed", 3).exit_code == 0
    seen = cells(out, 2, 2).reshape(4, 128, 128, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["look.png"]
    assert all(np.abs(one - other).mean() > 3 for i, one in enumerate(seen) for other in seen[:i])
    assert all(0.7 < filled(cell) <= 1 for cell in seen)
    ask("mug", tmp_path / "next.png", "--rows", 1, "--columns", 1, "--seed", 4)
    assert np.array_equal(cells(tmp_path / "next.png", 1, 1)[0, 0], seen[1])


def test_pictures_are_as_bad_as_the_recipe_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    red = shape([(solids.box((1, 1, 1)), Material((0.8, 0.0, 0.0), 0.0))], "cube").normalised()
    monkeypatch.setattr(look, "make", lambda *_: red)
    monkeypatch.setattr("training.lights._UNPAINTED", 0.0)
    strengths: list[float] = []

    def augmented(picture: np.ndarray, rng: object, strength: float) -> tuple[np.ndarray, None]:
        strengths.append(strength)
        return picture[..., [2, 1, 0, 3]], None

    monkeypatch.setattr(look, "augmented", augmented)
    ask("mug", tmp_path / "a.png", "--rows", 1, "--columns", 1)
    ask("mug", tmp_path / "b.png", "--rows", 1, "--columns", 1, "--recipe", "bundled")
    assert strengths == [0.5, 0.8]
    red_value, _, blue_value = cells(tmp_path / "a.png", 1, 1)[0, 0, 64, 64]
    assert blue_value > red_value


def test_a_mask_is_seen_where_the_network_sees_it() -> None:
    picture = np.zeros((128, 128, 4), np.uint8)
    picture[40:80, 40:80] = (200, 100, 0, 255)
    with_mask, without, gray = (as_seen(picture, kind).astype(int) for kind in ("rgba", "rgb", "gray"))
    assert set(np.unique(with_mask[:40])) == {228, 255} and set(np.unique(without[:40])) == {255}
    assert with_mask[60, 60].tolist() == without[60, 60].tolist() == [200, 100, 0]
    assert gray[60, 60].tolist() == [round(0.299 * 200 + 0.587 * 100)] * 3


def test_meshes_have_a_row_each_and_broken_ones_none(tmp_path: Path) -> None:
    folder, out = write_folder(tmp_path / "in", {"box": 3}), tmp_path / "look.png"
    write_obj(folder / "box" / "0red.obj", half_red(found_box()), "red.png")
    (folder / "box" / "0broken.obj").write_bytes(BROKEN)
    assert ask(out, "--meshes", folder, "--columns", 2, "--rows", 9).exit_code == 0
    seen = cells(out, 4, 2)
    assert all(filled(cell) > 0.6 for cell in seen.reshape(8, 128, 128, 3))
    assert ask(out, "--meshes", folder, "--columns", 2, "--rows", 1).exit_code == 0
    assert np.array_equal(cells(out, 1, 2), seen[:1])


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["ship", "a.png"], "no category “ship”"),
        (["a.png"], "A category and a file"),
        (["chair", "a.png", "--meshes", "."], "A category and a file"),
        (["chair", "nowhere/a.png", "--rows", "1", "--columns", "1"], "cannot be written"),
        (["chair", "a.png", "--recipe", "soup"], "no recipe"),
    ],
)
def test_what_is_amiss_is_said(
    tmp_path: Path, words: list[str], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = ask(*words)
    assert isinstance(outcome.exception, TrainingError) and reason in str(outcome.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_broken_meshes_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "one.obj").write_bytes(BROKEN)
    assert "None of the meshes" in str(ask(tmp_path / "a.png", "--meshes", tmp_path).exception)
