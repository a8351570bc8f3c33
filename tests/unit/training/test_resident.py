"""Batches that are made where the network learns are like those that processors make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.viewpoint import warped as warped_viewpoint
from training import run as run_module
from training import shards as shards_module
from training.dataset import Draw, Item, Shards, collate, item, unpacked
from training.events import Events
from training.mirroring import mirrored as mirrored_row
from training.rays import ray_layers
from training.recipe import ImageStageConfig
from training.recipe import load as load_recipe
from training.resident import loader, questions
from training.resident.compression import compressed
from training.resident.faults import drawn_warp, ellipse, on_some, spoilt, straight, warped
from training.resident.feed import Feed, mirrored
from training.resident.feed import warped as warped_views
from training.resident.noise import Noise, blurred
from training.resident.store import Store
from training.run import Run, RunConfig
from training.shards import make_shard, plan

CATEGORIES = ("car", "mug")
BOTH = torch.arange(2)
CONFIG = ImageStageConfig(batch=8, points=40, augmentation=0.8, layer_weight=1.0, z_weight=0.0, steps=10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shards a category, four shapes each."""
    folder = tmp_path_factory.mktemp("resident")
    patch = pytest.MonkeyPatch()
    patch.setattr(shards_module, "SHAPES_PER_SHARD", 4)
    for shard in plan(CATEGORIES, 8, 4, 2, folder):
        make_shard(shard, folder)
    patch.undo()
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Store:
    """All training shapes."""
    return loader.filled(Shards(folder, CATEGORIES, held=False), "cpu")


@pytest.fixture(autouse=True)
def chance() -> Iterator[None]:
    """Every test draws the same, and disturbs no other."""
    with torch.random.fork_rng():
        torch.manual_seed(7)
        yield


def test_shapes_lie_where_the_store_says(store: Store, folder: Path) -> None:
    source = Shards(folder, CATEGORIES, held=False)
    rows = store.draw(64, BOTH)
    assert sorted(rows.category.bincount().tolist()) == [32, 32]
    assert store.axes.tolist() == [source.mirror_axis(0), source.mirror_axis(1)] == [0, 2]
    for category in (0, 1):
        places = rows.place[rows.category == category].unique()
        bits = {source.locate(category, i)[0]["voxels64"][i % 4].tobytes() for i in range(8)}
        assert len(places) == 8
        assert {store.arrays["voxels64"][place].numpy().tobytes() for place in places} == bits


def test_a_full_store_takes_no_more(store: Store, folder: Path) -> None:
    assert store.full(1)
    with pytest.raises(ValueError, match="too many"):
        store.add(0, Shards(folder, CATEGORIES, held=False).shards(0)[0])


def test_a_store_grows_while_it_is_drawn_from(folder: Path) -> None:
    source = Shards(folder, CATEGORIES, held=False)
    grown = Store(2, 16, 2, "cpu")
    for category in (0, 1):
        grown.add(category, source.shards(category)[0])
    assert grown.draw(200, BOTH).place.unique().tolist() == list(range(8))
    grown.add(0, source.shards(0)[1])
    rows = grown.draw(400, BOTH)
    assert rows.place[rows.category == 0].unique().tolist() == [0, 1, 2, 3, 8, 9, 10, 11]


def test_a_full_store_takes_new_shapes_for_its_oldest(folder: Path) -> None:
    source = Shards(folder, CATEGORIES, held=False)
    store = loader.filled(source, "cpu")
    first, second = (shard["voxels64"].tobytes() for shard in source.shards(1))
    places = store.draw(200, torch.ones(1, dtype=torch.long)).place.unique()
    store.renew(1, source.shards(1)[1])
    assert store.arrays["voxels64"][places].numpy().tobytes() == second + second
    store.renew(1, source.shards(1)[0])
    assert store.arrays["voxels64"][places].numpy().tobytes() == second + first
    assert store.counts.tolist() == [8, 8]
    with pytest.raises(ValueError, match="no such shard"):
        store.renew(1, {name: array[:3] for name, array in source.shards(1)[0].items()})


def test_some_categories_come_twice_as_often(store: Store) -> None:
    feed = Feed(store, replace(CONFIG, batch=30, twice=("mug",)), CATEGORIES)
    assert feed.draw().category.bincount().tolist() == [10, 20]


def test_labels_are_those_of_the_voxels_and_of_the_free_points(store: Store) -> None:
    place = torch.tensor([0, 5, 13])
    cells = questions.drawn_cells(store, place, 50)
    voxels = unpacked(store.arrays["voxels64"][place].numpy())
    truth = np.stack([v[tuple(c.T)] for v, c in zip(voxels, cells.numpy(), strict=True)])
    assert np.array_equal(questions.filled(store.arrays["voxels64"], place, cells).numpy(), truth > 0)
    _, inside = questions.free_points(store, place, 4000)
    share = np.unpackbits(store.arrays["labels"][place].numpy(), axis=1).mean(1)
    assert np.allclose(inside.float().mean(1).numpy(), share, atol=0.04)


def test_half_the_points_are_middles_of_cells(store: Store) -> None:
    asked, labels = questions.points(store, torch.arange(16), 41)
    cells = (asked[:, :21] + 0.55) / questions.STEP - 0.5
    assert asked.shape == (16, 41, 3) and labels.shape == (16, 41)
    assert torch.allclose(cells, cells.round(), atol=1e-3)
    assert set(labels.unique().tolist()) == {0.0, 1.0}


def test_rays_are_those_of_processors(store: Store) -> None:
    place = torch.arange(16)
    viewpoint = store.arrays["viewpoints"][place, 0]
    torch.manual_seed(1)
    through, inside = (column.numpy() for column in questions.points(store, place, 60))
    torch.manual_seed(1)
    places, depths = questions.rays(store, place, viewpoint, 60)
    for i in range(16):
        voxels = unpacked(store.arrays["voxels64"][i : i + 1].numpy())[0]
        theirs = ray_layers(voxels, viewpoint[i].numpy(), through[i], inside[i] > 0)
        assert np.allclose(places[i], theirs[0], atol=1e-5)
        assert np.isclose(depths[i], theirs[1], atol=1e-5, equal_nan=True).mean() > 0.99


def test_rows_are_mirrored_as_processors_mirror_them(store: Store) -> None:
    whole = Feed(store, CONFIG, CATEGORIES).draw()
    axis = torch.tensor([0, 2] * 4)
    chosen = torch.tensor([True, True, False, False] * 2)
    ours = mirrored(whole, axis, chosen)
    for i in range(8):
        values = {name: column[i].numpy() for name, column in whole._asdict().items()}
        row = item_of(values)
        expected = mirrored_row(row, int(axis[i])) if chosen[i] else row
        for name in ("image", "points", "viewpoint", "near_viewpoint", "rays"):
            found = getattr(ours, "images" if name == "image" else name)[i]
            assert np.allclose(found, getattr(expected, name), atol=1e-4), name


def item_of(values: dict[str, Any]) -> Any:
    """A row as `training.mirroring` takes it."""
    return Item(image=values.pop("images"), **values)


def test_moved_pictures_have_moved_viewpoints() -> None:
    spot = torch.zeros(1, 4, 128, 128)
    spot[..., 40:44, 80:84] = 1
    for _ in range(5):
        warp = drawn_warp(spot, 1.0)
        mass = warped(spot, warp)[0, 3]
        v, u = ((mass.sum(i) * torch.arange(128)).sum() / mass.sum() for i in (1, 0))
        where = torch.tensor([[0, 0, 0, 0, 1.7, 81.5 / 63.5 - 1 - 1 / 127, 1 - 41.5 / 63.5 + 1 / 127]])
        moved = warped_views(where.float(), warp)[0]
        assert torch.allclose(moved[5:], torch.stack([u / 64 + 1 / 128 - 1, 1 - v / 64 - 1 / 128]), atol=0.02)
        assert np.allclose(moved, warped_viewpoint(where.numpy(), *warp[0].tolist())[0], atol=1e-5)


def test_faults_leave_a_picture_in_range_and_weak_ones_leave_it_alone(store: Store) -> None:
    pictures = store.arrays["pictures"][:, 0].permute(0, 3, 1, 2).float() / 255
    noise = Noise("cpu")
    bad, warp = spoilt(pictures, 1.0, noise)
    assert bad.shape == pictures.shape and warp.shape == (len(pictures), 3)
    assert bad.min() >= 0 and bad.max() <= 1.0001 and bad.isfinite().all()
    assert (bad - pictures).abs().mean() > 0.02
    weak, _ = spoilt(pictures, 1e-4, noise)
    assert (weak[:, 3] - pictures[:, 3]).abs().mean() < 1e-3


def test_a_share_of_the_rows_is_changed() -> None:
    values = torch.zeros(40, 3)
    changed = on_some(values, 0.25, lambda rows: rows + 1)
    assert changed.sum(1).tolist().count(3.0) == 10 and changed.sum() == 30
    assert on_some(values, 0.001, lambda rows: rows + 1) is values
    assert not torch.equal(changed, on_some(values, 0.25, lambda rows: rows + 1))


def test_blur_is_the_gaussian_one() -> None:
    picture = torch.rand(2, 3, 32, 32)
    ours = blurred(picture, torch.tensor([0.7, 1.5]))
    for i, sigma in enumerate((0.7, 1.5)):
        planes = picture[i].permute(1, 2, 0).numpy()
        theirs = cv2.GaussianBlur(planes, (9, 9), sigma, borderType=cv2.BORDER_REFLECT_101)
        assert np.allclose(ours[i].permute(1, 2, 0), theirs, atol=1e-5)


def jpeg(rgb: Tensor, quality: int) -> Tensor:
    """(3, h, w) through OpenCV's encoder, colours at full resolution."""
    picture = (rgb.permute(1, 2, 0).numpy()[..., ::-1] * 255).round().astype(np.uint8)
    full = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality, *full])
    return torch.from_numpy(cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1].copy()).permute(2, 0, 1) / 255


def test_compression_does_what_jpeg_does(store: Store) -> None:
    pictures = store.arrays["pictures"][:4, 0].permute(0, 3, 1, 2).float() / 255
    pictures[:, 3] = 1
    for quality in (30, 60, 85):
        ours = compressed(pictures, torch.full((4,), float(quality)))
        for before, after in zip(pictures, ours, strict=True):
            lost = (jpeg(before[:3], quality) - before[:3]).abs().mean()
            assert (after[:3] - jpeg(before[:3], quality)).abs().mean() < 0.25 * lost + 0.002


def test_ellipses_are_on_the_object_and_small() -> None:
    mask = torch.zeros(30, 1, 128, 128)
    mask[..., 30:90, 50:100] = 1
    bitten = ellipse(mask, 1.0, 0.0, 0.04)
    lost = (mask - bitten).sum((1, 2, 3))
    assert (lost > 0).all() and (lost < 300).all()
    assert torch.equal(ellipse(mask, 0.0, 0.0, 0.04), mask)


def test_straight_colours_come_back() -> None:
    pictures = torch.rand(2, 4, 8, 8).clamp(min=0.05)
    flat = torch.cat([pictures[:, :3] * pictures[:, 3:], pictures[:, 3:]], 1)
    assert torch.allclose(straight(flat), pictures, atol=1e-5)


def test_batches_are_like_those_of_processors(store: Store, folder: Path) -> None:
    source, rng = Shards(folder, CATEGORIES, held=False), np.random.default_rng(0)
    draw = Draw(True, "rgba", 40, 0, 0.8, rays=True, mirrored=True)
    theirs = collate([item(source, i % 2, i % 8, draw, rng) for i in range(160)])
    feed = Feed(store, CONFIG, CATEGORIES)
    ours = [feed.draw() for _ in range(20)]
    for name, column in theirs._asdict().items():
        own = torch.cat([getattr(batch, name) for batch in ours])
        assert own.shape == column.shape and own.dtype == column.dtype, name
        if column.numel() and name not in ("category", "viewpoint", "near_viewpoint"):
            known, other = own[own.isfinite()], column[column.isfinite()]
            assert abs(known.mean() - other.mean()) < 0.03 and abs(known.std() - other.std()) < 0.03, name


def test_a_step_is_always_the_same_and_an_epoch_goes_on_where_it_was(store: Store) -> None:
    feed = Feed(store, CONFIG, CATEGORIES)
    first = list(loader.Resident(feed, CONFIG, 3, lambda: 0))
    later = list(loader.Resident(feed, CONFIG, 3, lambda: 8))
    assert len(first) == 10 and len(later) == 2
    for one, two in zip(first[8], later[0], strict=True):
        assert torch.equal(one.nan_to_num(9), two.nan_to_num(9))
    assert not torch.equal(first[0].points, first[1].points)


MODEL = ModelConfig.preset("im-aligned", CATEGORIES, z_dim=4, widths=(8, 8), features=(3, 2))


@pytest.mark.parametrize("change", [{"z_weight": 1.0}, {"layer_weight": 0.0}, {"resolutions": (32,)}, {}])
def test_a_card_makes_only_what_the_stage_asks_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    config = replace(CONFIG, **{"resolutions": (0,), **change})
    real, source = loader.filled, Shards(folder, CATEGORIES, held=False)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (80 * 2**30, 80 * 2**30))
    monkeypatch.setattr(loader, "filled", lambda source, device: real(source, "cpu"))
    found = loader.resident(source, config, MODEL, "auto", 1, lambda: 0)
    assert (found is not None) == (change == {})
    assert loader.resident(source, config, MODEL, "cpu", 1, lambda: 0) is None
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (2**30, 80 * 2**30))
    assert loader.resident(source, config, MODEL, "auto", 1, lambda: 0) is None


def test_a_run_learns_from_such_batches(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = {
        "data.shapes": "4",
        "data.held_shapes": "4",
        "data.views": "2",
        "model": "{z_dim = 4, widths = [8, 8], features = [3, 2], blocks = [1, 2, 1, 1], refinements = 1}",
        "image.steps": "3",
        "image.batch": "4",
        "image.points": "16",
        "image.validate_every": "3",
    }
    seen: list[int] = []

    def own(source: Any, config: Any, *rest: Any) -> Any:
        made = loader.Resident(
            Feed(loader.filled(source, "cpu"), config, source.categories), config, 1, rest[-1]
        )
        seen.append(len(made))
        return made

    monkeypatch.setattr(shards_module, "SHAPES_PER_SHARD", 4)
    monkeypatch.setattr(run_module, "resident", own)
    recipe = load_recipe("bundled", changes)
    run = Run(tmp_path, RunConfig(recipe, CATEGORIES, "One", str(folder), "cpu", 0), Events(tmp_path, None))
    stage = run.train()
    assert seen == [3] and stage.model.config.blocks == (1, 2, 1, 1)
    assert all(value.isfinite().all() for value in stage.model.state_dict().values())
