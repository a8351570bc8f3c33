"""Made photos, and the network that learns from them."""

import json

import numpy as np
import pytest
import torch
from safetensors import safe_open
from typer.testing import CliRunner

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.object_net import ObjectNet, shown
from training.__main__ import app
from training.photos import learn as learning
from training.photos import textures
from training.photos.learn import MadePhotos, Order, learn, overlap, pictures_of
from training.photos.photo import LEAST_SHARE, photo
from training.photos.surroundings import surroundings
from training.photos.textures import SIDE
from training.photos.things import blob, decorated, rendered, repainted


@pytest.fixture(autouse=True)
def a_small_bank(monkeypatch):
    """Few textures, drawn anew: the large bank takes half a minute."""
    monkeypatch.setattr(textures, "BANK", 12)
    textures.bank.cache_clear()
    yield
    textures.bank.cache_clear()


@pytest.fixture(scope="module")
def discs() -> list[np.ndarray]:
    """One shard of eight pictures: shaded discs of several sizes and colours."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[-1:1:128j, -1:1:128j]
    shard = []
    for radius in np.linspace(0.5, 0.9, 8):
        rgb = rng.integers(60, 255, 3) * (0.6 + 0.4 * x[..., None])
        shard.append(np.dstack([rgb, 255 * (np.hypot(x, y) < radius)]).astype(np.uint8))
    return [np.stack(shard)]


def test_a_photo_is_decided_by_its_chance_alone(discs):
    first, again, other = (photo(np.random.default_rng(seed), discs) for seed in (5, 5, 6))

    np.testing.assert_array_equal(first.rgb, again.rgb)
    np.testing.assert_array_equal(first.mask, again.mask)
    assert (first.rgb != other.rgb).any()


def test_every_photo_shows_its_object(discs):
    rng = np.random.default_rng(1)
    made = [photo(rng, discs) for _ in range(60)]

    assert {one.rgb.shape for one in made} == {(SIDE, SIDE, 3)}
    assert {one.mask.dtype for one in made} == {np.dtype(np.uint8)}
    assert min(one.mask.mean() / 255 for one in made) >= 0.9 * LEAST_SHARE
    middle = np.mean([one.mask[SIDE // 2, SIDE // 2] > 127 for one in made])
    corner = np.mean([one.mask[2, 2] > 127 for one in made])
    assert middle > 0.7
    assert corner < 0.1


def test_the_mask_is_where_the_object_is():
    """Things of pure red, which nothing changes here, before anything: found again by their colour."""
    red = np.zeros((4, 128, 128, 4), np.uint8)
    red[:, 30:100, 20:110] = (255, 0, 0, 255)
    from training.photos.photo import _Place, _placed

    layer = _placed(red[0], _Place(64.0, 32.0, 50.0, 70.0))

    rows, columns = np.nonzero(layer[..., 3] > 0.5)
    assert abs(rows.mean() - 70) < 2
    assert abs(columns.mean() - 50) < 2
    np.testing.assert_allclose(layer[..., 0], 255 * layer[..., 3], atol=0.5)


def test_paint_stays_within_the_outline(discs):
    rng = np.random.default_rng(2)
    for _ in range(20):
        plain = rendered(rng, discs)
        painted = decorated(repainted(plain, rng), rng)
        np.testing.assert_array_equal(painted[..., 3], plain[..., 3])
        assert painted.dtype == np.uint8


def test_random_shapes_differ():
    rng = np.random.default_rng(3)
    shapes = [blob(rng) for _ in range(12)]

    assert all(0 < (shape[..., 3] == 255).mean() < 1 for shape in shapes)
    assert len({shape[..., 3].tobytes() for shape in shapes}) == 12


def test_surroundings_fill_the_picture():
    rng = np.random.default_rng(4)
    for _ in range(40):
        around = surroundings(rng)
        assert around.shape == (SIDE, SIDE, 3)
        assert around.dtype == np.float32
        assert np.isfinite(around).all()


def test_batches_are_functions_of_seed_and_step(discs):
    batches = MadePhotos(discs, Order(steps=3, batch=4))
    again = MadePhotos(discs, Order(steps=3, batch=4))
    other = MadePhotos(discs, Order(steps=3, batch=4, seed=2))

    assert torch.equal(batches[1][0], again[1][0])
    assert torch.equal(batches[1][1], again[1][1])
    assert not torch.equal(batches[1][0], batches[2][0])
    assert not torch.equal(batches[1][0], other[1][0])
    with pytest.raises(IndexError):
        batches[3]


def test_it_learns_and_is_the_same_again(discs, monkeypatch):
    monkeypatch.setattr(learning, "WARM_UP", 5)
    order = Order(steps=40, batch=8)

    network = learn(order, discs, workers=0)
    again = learn(order, discs, workers=0)

    torch.manual_seed(order.seed)
    assert overlap(network, discs, count=64) > overlap(ObjectNet().eval(), discs, count=64) + 0.1
    for one, other in zip(network.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_answer_has_half_the_side():
    network = ObjectNet().eval()

    logits, guess = network.both(shown(torch.zeros(2, SIDE, SIDE, 3, dtype=torch.uint8)))

    assert logits.shape == (2, 1, SIDE // 2, SIDE // 2)
    assert guess.shape == (2, 1, SIDE // 8, SIDE // 8)


def test_a_folder_without_shapes_is_told(tmp_path):
    with pytest.raises(TrainingError, match="no held-out shapes") as caught:
        pictures_of(tmp_path, held=True)
    assert "training data" in str(caught.value)


def test_the_command_writes_a_network_and_how_it_was_made(discs, tmp_path):
    for name in ("disc-train-00000", "disc-held-00000"):
        (tmp_path / name).mkdir()
        np.save(tmp_path / name / "pictures.npy", discs[0][:, None])
    out = tmp_path / "net.safetensors"

    told = CliRunner().invoke(
        app, ["objects", str(out), "--data", str(tmp_path), "--steps", "3", "--workers", "0"]
    )
    drawn = CliRunner().invoke(
        app, ["photos", str(tmp_path / "sheet.png"), "--data", str(tmp_path), "--rows", "1", "--columns", "2"]
    )

    assert told.exit_code == 0, told.output
    assert drawn.exit_code == 0, drawn.output
    assert (tmp_path / "sheet.png").stat().st_size > 1000
    with safe_open(out, "pt") as file:
        card = json.loads(file.metadata()["imrecon"])
        names = set(file.keys())
    assert card["steps"] == 3
    assert 0 <= card["held_out_iou"] <= 1
    assert names == set(ObjectNet().folded().state_dict())


def test_folded_norms_change_nothing(discs):
    network = learn(Order(steps=3, batch=4), discs, workers=0)
    rgb = MadePhotos(discs, Order(steps=1, batch=4, seed=9))[0][0]
    with torch.inference_mode():
        before = network(shown(rgb))
        after = network.folded()(shown(rgb))
        again = network.folded()(shown(rgb))

    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in network.modules())
    torch.testing.assert_close(after, before, rtol=1e-3, atol=1e-4)
    assert torch.equal(again, after)


def test_pictures_of_nothing_are_told():
    with pytest.raises(TrainingError, match="show nothing"):
        rendered(np.random.default_rng(0), [np.zeros((4, 128, 128, 4), np.uint8)])
