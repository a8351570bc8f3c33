"""Pictures of what a run has learned: drawn as they must be, and without any trace in what is learned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.viewpoint import Viewpoint
from tests.unit.training.test_run import ALIGNED, config, data, events_of, small, weights
from training import previews
from training.clay import drawn, surface
from training.events import Events
from training.previews import CELL_PX, Previewer, picks
from training.recipe import load
from training.run import Run, RunConfig
from training.sampling import cell_centres

__all__ = ["data", "small"]
AHEAD = Viewpoint(0, 0, 0, 0.0, 1.6).array()
SIDE = 160


def ball(radius: float, n: int = 64, x: float = 0.0) -> np.ndarray:
    """Values that fall off from the centre (x, 0, 0), zero at the radius."""
    centres = cell_centres(n)
    squares = (centres - x)[:, None, None] ** 2 + centres[:, None] ** 2 + centres**2
    return np.float32(radius - np.sqrt(squares))


def test_a_surface_lies_where_the_values_say() -> None:
    mesh = surface(ball(0.3, 32, x=0.1), 0.0)
    assert mesh is not None
    assert np.allclose(np.linalg.norm(mesh.vertices - [0.1, 0, 0], axis=1), 0.3, atol=2e-3)


def test_a_full_field_is_closed_and_an_empty_one_draws_nothing() -> None:
    full = surface(np.full((8, 8, 8), 5.0, np.float32), 0.0)
    assert full is not None and np.abs(full.vertices).max() == pytest.approx(0.55, abs=0.15)
    assert surface(np.full((8, 8, 8), -5.0, np.float32), 0.0) is None


def test_a_ball_is_drawn_as_a_disc_in_its_place() -> None:
    """Scale 1.6 shows one unit as 1.6 half sides of 80 pixels."""
    mesh = surface(ball(0.3, x=0.1), 0.0)
    assert mesh is not None
    picture = drawn(mesh, AHEAD, SIDE)
    rows, columns = np.nonzero(picture.min(2) < 205)
    assert len(rows) == pytest.approx(np.pi * (0.3 * 128) ** 2, rel=0.06)
    assert columns.mean() == pytest.approx(79.5 + 0.1 * 128, abs=1) and rows.mean() == pytest.approx(
        79.5, abs=1
    )
    upper, lower = picture[60, 79], picture[100, 110]
    assert upper.min() > lower.max() + 20, "the light comes from above, left"


def test_what_is_nearer_hides_what_is_behind() -> None:
    """A small ball on the far side is not seen, and on the near side is."""
    centres = cell_centres(64)
    x, y, z = np.meshgrid(centres, centres, centres, indexing="ij")
    pictures = []
    for side in (0.0, -0.35, 0.35):
        small_one = 0.1 - np.sqrt(x**2 + y**2 + (z - side) ** 2)
        mesh = surface(np.maximum(ball(0.25), np.float32(small_one)), 0.0)
        assert mesh is not None
        pictures.append(drawn(mesh, AHEAD, SIDE).astype(int))
    alone, behind, before = pictures
    assert np.abs(alone - behind)[60:100, 60:100].mean() < 3
    assert np.abs(alone - before)[60:100, 60:100].mean() > 6


class _Held:
    """So many shapes of so many categories."""

    def __init__(self, *counts: int) -> None:
        self.categories, self._counts = tuple(map(str, counts)), counts

    def count(self, category: int) -> int:
        return self._counts[category]


def test_shapes_of_different_categories_are_picked() -> None:
    assert picks(_Held(*[16] * 13)) == [(0, 0), (4, 0), (8, 0), (12, 0)]  # type: ignore[arg-type]
    assert picks(_Held(9, 9)) == [(0, 0), (0, 1), (1, 0), (1, 1)]  # type: ignore[arg-type]
    assert picks(_Held(1, 3)) == [(0, 0), (1, 0), (1, 1), (1, 2)]  # type: ignore[arg-type]
    assert picks(_Held(2)) == [(0, 0), (0, 1)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Iterator[Path]:
    """A run that draws nothing, as its drawing breaks."""
    folder = tmp_path_factory.mktemp("plain")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.shards.SHAPES_PER_SHARD", 2)
        patch.setattr("training.loaders.VALIDATION_POINTS", 64)
        patch.setattr("training.run.precision", lambda device: "32-true")
        patch.setattr(Previewer, "_draw", lambda *_: (_ for _ in ()).throw(MemoryError("none left")))
        Run(folder, config(data), Events(folder, None)).train()
    yield folder


def test_a_drawing_that_fails_is_said_so_and_the_run_goes_on(plain: Path) -> None:
    failed = [event for event in events_of(plain) if event["event"] == "preview_failed"]
    assert [event["message"] for event in failed] == ["MemoryError: none left"] * 4
    assert (plain / "image.ckpt").exists() and not (plain / "previews").exists()


def test_previews_leave_no_trace_in_the_weights(tmp_path: Path, data: Path, plain: Path) -> None:
    Run(tmp_path, config(data), Events(tmp_path, None)).train()
    for stage in ("shape", "image"):
        for key, value in weights(plain, stage).items():
            assert torch.equal(value, weights(tmp_path, stage)[key]), key
    told = [event for event in events_of(tmp_path) if event["event"] in ("validation", "preview")]
    assert [event["event"] for event in told] == ["validation", "preview"] * 4
    names = ["0000003.png", "0000006.png", "0000008.png", "0000010.png"]
    assert [Path(str(event["path"])).name for event in told[1::2]] == names
    assert sorted(path.name for path in (tmp_path / "previews").iterdir()) == names
    with Image.open(tmp_path / "previews" / names[0]) as picture:
        assert picture.size == (3 * CELL_PX, 2 * CELL_PX)
        pixels = np.asarray(picture)
    assert (pixels[:, :CELL_PX].min(2) < 200).mean() > 0.02, "the input"
    assert (pixels[:, 2 * CELL_PX :].min(2) < 200).mean() > 0.02, "the truth"


def test_the_truth_fills_the_picture_of_its_shape(tmp_path: Path, data: Path) -> None:
    """It is drawn from the picture's own side: its outline is that of the object in the picture."""
    run = Run(tmp_path, config(data), Events(tmp_path, None))
    run._make_data(None)
    shown = previews.Shown.of(run._data(held=True), "rgba")
    for i, truth in enumerate(shown.truths):
        assert truth is not None
        mask = np.asarray(Image.fromarray(shown.batch.images[i, 3].numpy() > 0.5).resize((CELL_PX, CELL_PX)))
        drawn_mask = np.asarray(truth).min(2) < 250
        assert (mask & drawn_mask).sum() / (mask | drawn_mask).sum() > 0.7
        perfect = np.where(shown.inside, 1, -1).astype(np.float32)
        assert np.asarray(shown.beside(perfect)).shape == (2 * CELL_PX, 3 * CELL_PX, 3)


def test_an_aligned_network_is_drawn_as_well(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In half precision, where that is simulated as well."""
    monkeypatch.setattr("training.run.precision", lambda device: "bf16-mixed")
    recipe = load("quick", ALIGNED)
    Run(tmp_path, RunConfig(recipe, ("table",), "One", str(data), "cpu", 0), Events(tmp_path, None)).train()
    assert [e["event"] for e in events_of(tmp_path) if "preview" in str(e["event"])] == ["preview"] * 2


def test_a_stop_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    trainer = SimpleNamespace(global_step=1)
    previewer = Previewer(Events(tmp_path, None), tmp_path, _Held(2), "rgba", 0)  # type: ignore[arg-type]
    for error in (Cancelled, KeyboardInterrupt):
        monkeypatch.setattr(previewer, "_draw", lambda *_, e=error: (_ for _ in ()).throw(e))
        with pytest.raises(error):
            previewer.on_validation_end(trainer, None)  # type: ignore[arg-type]
