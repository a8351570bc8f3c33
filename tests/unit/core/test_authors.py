import pickle

import pytest
import torch

from imrecon_gui.core.authors import CATEGORIES
from imrecon_gui.core.checkpoint import import_authors, load
from imrecon_gui.core.errors import ModelError
from tests.unit.core.authors_network import ImNetwork
from tests.unit.core.networks import shaken


@pytest.fixture
def theirs() -> ImNetwork:
    """Random weights and statistics, with a decoder loud enough to pass both ends of the clamp."""
    torch.manual_seed(0)
    network = shaken(ImNetwork()).eval()
    for layer in network.generator.children():
        layer.weight.data.normal_(0, (2 / layer.in_features) ** 0.5)
    network.generator.linear_1.weight.data[:, :3].normal_(0, 4)
    with torch.no_grad():
        value = network.generator(torch.rand(1, 500, 3) - 0.5, torch.full((1, 6), 0.5))
    unclamped = torch.where(value > 1, value * 100 - 99, torch.where(value < 0, value * 100, value))
    network.generator.linear_7.bias.data += 0.5 - unclamped.median()
    return network


@pytest.fixture
def pth(theirs, tmp_path):
    path = tmp_path / "IM_SVR.model-999.pth"
    torch.save(theirs.state_dict(), path)
    return path


def to_their_points(points: torch.Tensor) -> torch.Tensor:
    """Half a turn about y, and our cube of side 1.1 onto theirs of side 1."""
    return points * torch.tensor([-1.0, 1.0, -1.0]) / 1.1


def test_outputs_are_theirs(theirs, pth, tmp_path):
    model, _ = load(import_authors(pth, tmp_path))
    images, points = torch.rand(3, 1, 128, 128), 1.1 * (torch.rand(3, 400, 3) - 0.5)
    with torch.inference_mode():
        z = theirs.img_encoder(images)
        value = theirs.generator(to_their_points(points), z)
        ours = model.encode(images)
        logits = model.logits(ours, points)
        bound = model.decoder.bind(ours.z[0])(points[0])
    assert value.min() < 0 and value.max() > 1
    torch.testing.assert_close(ours.z, z, atol=1e-5, rtol=0)
    torch.testing.assert_close(model.decoder.occupancy(logits), value, atol=1e-5, rtol=0)
    torch.testing.assert_close(bound, logits[0], atol=1e-5, rtol=0)


def test_logits_are_not_clamped(theirs, pth, tmp_path):
    model, _ = load(import_authors(pth, tmp_path))
    z, points = torch.rand(1, 6), 1.1 * (torch.rand(1, 400, 3) - 0.5)
    with torch.inference_mode():
        value = theirs.generator(to_their_points(points), z)
        logits = model.decoder(z, points)
    unclamped = torch.where(value > 1, (value - 0.99) * 100, torch.where(value < 0, value * 100, value))
    torch.testing.assert_close(logits, unclamped - 0.5, atol=1e-3, rtol=0)


def test_the_card_says_what_is_known(pth, tmp_path):
    target = import_authors(pth, tmp_path / "models", ["car", "chair"], "The authors' net")
    _, card = load(target)
    assert target.name == "The-authors-net.safetensors"
    assert (card.name, card.arch, card.input_kind) == ("The authors' net", "im-net-2020", "gray")
    assert card.categories == ("car", "chair")
    assert card.config.widths == (64, 64, 64, 32, 16, 8) and card.config.z_dim == 6
    assert "front -Z" in card.frame and "Not recorded" in card.licence


def test_defaults(pth, tmp_path):
    _, card = load(import_authors(pth, tmp_path))
    assert card.name == "IM_SVR.model-999" and card.categories == CATEGORIES and len(CATEGORIES) == 13


def test_the_old_file_format_of_torch_1(theirs, tmp_path):
    path = tmp_path / "old.pth"
    torch.save(theirs.state_dict(), path, _use_new_zipfile_serialization=False)
    assert load(import_authors(path, tmp_path))[1].arch == "im-net-2020"


def test_a_model_is_not_overwritten(pth, tmp_path):
    import_authors(pth, tmp_path)
    with pytest.raises(ModelError, match="already there"):
        import_authors(pth, tmp_path)


class Touch:
    """What a hostile file does: it would create a file when unpickled."""

    def __init__(self, path) -> None:
        self.path = path

    def __reduce__(self):
        return open, (str(self.path), "w")


def test_code_in_a_pickle_does_not_run(tmp_path):
    path, trace = tmp_path / "evil.pth", tmp_path / "trace"
    path.write_bytes(pickle.dumps({"img_encoder.a": Touch(trace), "generator.b": 1}, protocol=2))
    with pytest.raises(ModelError, match="not a readable PyTorch weights file"):
        import_authors(path, tmp_path)
    torch.save({"img_encoder.a": Touch(trace)}, path)
    with pytest.raises(ModelError, match="not a readable PyTorch weights file"):
        import_authors(path, tmp_path)
    assert not trace.exists()


def without(state, key):
    return {name: tensor for name, tensor in state.items() if name != key}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda state: {"encoder.conv_1.weight": torch.zeros(1), **state}, "it holds encoder"),
        (lambda state: list(state.values()), "it holds list"),
        (lambda state: {}, "not the authors' image network"),
        (lambda state: {**state, "generator.linear_1.weight": 3}, "not the authors' image network"),
        (lambda state: without(state, "generator.linear_4.weight"), "does not hold"),
        (lambda state: without(state, "img_encoder.res_3.bn_s.running_mean"), "does not hold"),
        (lambda state: {**state, "img_encoder.conv_11.weight": torch.zeros(1)}, "does not hold"),
        (lambda state: {**state, "generator.linear_2.weight": torch.zeros(7, 64)}, "does not hold"),
        (lambda state: {**state, "img_encoder.res_1.bias": torch.zeros(1)}, "does not hold"),
        (lambda state: {**state, "generator.linear_1": torch.zeros(1)}, "does not hold"),
    ],
)
def test_other_files_say_what_was_expected(theirs, tmp_path, change, words):
    path = tmp_path / "other.pth"
    torch.save(change(dict(theirs.state_dict())), path)
    with pytest.raises(ModelError, match=words) as caught:
        import_authors(path, tmp_path)
    assert "IM_SVR" in caught.value.hint
    assert not list(tmp_path.glob("*.safetensors"))


def test_a_missing_file(tmp_path):
    with pytest.raises(ModelError, match=r"none\.pth cannot be read"):
        import_authors(tmp_path / "none.pth", tmp_path)
