import numpy as np
import pytest

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import add_directions, load, read_card, save
from imrecon_gui.core.directions import MOST, Directions, principal
from imrecon_gui.core.errors import ModelError
from tests.unit.core.networks import small_model


def made(categories=2, n=3, z_dim=5) -> Directions:
    rng = np.random.default_rng(0)
    units, mean = rng.standard_normal((categories, n, z_dim)), rng.standard_normal((categories, z_dim))
    deviations = rng.random((categories, n))
    return Directions(*(part.astype(np.float32) for part in (mean, units, deviations)))


def test_codes_spread_along_known_axes_give_those_axes():
    rng = np.random.default_rng(1)
    axes = np.linalg.qr(rng.standard_normal((8, 8)))[0]
    axes *= np.sign(axes[np.arange(8), np.abs(axes).argmax(1)])[:, None]
    spread = np.array([4, 2, 1, 0.5, 0.25, 0.01, 0.01, 0.01])
    centre = rng.standard_normal(8)
    codes = centre + (rng.standard_normal((4000, 8)) * spread) @ axes
    found = principal([codes.astype(np.float32), codes[:50].astype(np.float32)])
    assert len(found) == MOST and found.units.shape == (2, MOST, 8)
    np.testing.assert_allclose(found.mean[0], centre, atol=0.2)
    np.testing.assert_allclose(found.units[0], axes[:MOST], atol=0.1)
    np.testing.assert_allclose(found.deviations[0], spread[:MOST], rtol=0.05)
    np.testing.assert_allclose(np.linalg.norm(found.units[1], axis=1), 1, rtol=1e-5)


def test_few_shapes_have_few_directions():
    codes = np.random.default_rng(0).standard_normal((3, 8)).astype(np.float32)
    assert len(principal([codes, codes.repeat(4, 0)])) == 2


def test_a_step_is_counted_in_deviations():
    directions = made()
    expected = 2 * directions.deviations[1, 0] * directions.units[1, 0]
    np.testing.assert_allclose(directions.step(1, (2.0,)), expected, rtol=1e-6)
    both = expected - directions.deviations[1, 2] * directions.units[1, 2]
    np.testing.assert_allclose(directions.step(1, (2.0, 0.0, -1.0)), both, rtol=1e-5)


@pytest.fixture
def file(tmp_path):
    model = small_model()
    save(model, ModelCard("Tiny", model.config), tmp_path / "tiny.safetensors", half=True)
    return tmp_path / "tiny.safetensors"


def test_a_file_without_directions_has_none(file):
    assert load(file)[0].directions is None


def test_directions_are_added_to_a_file_and_its_weights_stay(file, tmp_path):
    before, card = load(file)
    add_directions(file, made(), file)
    again, its_card = load(file)
    assert its_card == card == read_card(file)
    for name, array in made().to_arrays().items():
        np.testing.assert_array_equal(again.directions.to_arrays()[name], array)
    for name, weight in before.state_dict().items():
        assert (again.state_dict()[name] == weight).all()
    size = file.stat().st_size
    add_directions(file, made(n=1), tmp_path / "other.safetensors")
    assert len(load(tmp_path / "other.safetensors")[0].directions) == 1
    assert (tmp_path / "other.safetensors").stat().st_size < size and file.stat().st_size == size


def test_saving_a_network_saves_its_directions(file, tmp_path):
    add_directions(file, made(), file)
    model, card = load(file)
    save(model, card, tmp_path / "again.safetensors")
    assert len(load(tmp_path / "again.safetensors")[0].directions) == 3


@pytest.mark.parametrize("wrong", [made(categories=3), made(z_dim=4)])
def test_directions_of_another_network_are_refused(file, wrong):
    before = file.read_bytes()
    with pytest.raises(ModelError, match="do not fit"):
        add_directions(file, wrong, file)
    assert file.read_bytes() == before
