from pathlib import Path

import pytest
import torch

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import save
from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.model import ReconModel
from training.adopt import adopt

SMALL = {"z_dim": 4, "widths": (8, 8), "features": (3, 2)}


def network(*categories: str, **changes: object) -> ReconModel:
    return ReconModel(ModelConfig.preset("im-aligned", categories, **{**SMALL, **changes})).eval()


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReconModel, Path]:
    """A network of two categories, and its file."""
    torch.manual_seed(1)
    model, path = network("car", "mug"), tmp_path_factory.mktemp("adopt") / "known.safetensors"
    save(model, ModelCard("known", model.config), path)
    return model, path


def test_categories_follow_their_names(known):
    """Told the same category, the wider network sees what the narrower one saw."""
    old, path = known
    torch.manual_seed(2)
    new = network("boat", "mug", "car")
    adopt(new, path)
    images, points = torch.rand(1, 4, 128, 128), torch.rand(1, 40, 3) - 0.5
    before, after = old.encode(images, torch.tensor([0])), new.encode(images, torch.tensor([2]))
    torch.testing.assert_close(after.z, before.z)
    torch.testing.assert_close(after.category_logits[:, [2, 1]], before.category_logits)
    torch.testing.assert_close(new.logits(after, points), old.logits(before, points))


def test_a_new_category_keeps_its_own_weights(known):
    torch.manual_seed(3)
    new = network("boat", "mug", "car")
    row = new.encoder.category_head.weight[0].clone()
    adopt(new, known[1])
    torch.testing.assert_close(new.encoder.category_head.weight[0], row)


def test_another_design_is_refused(known):
    with pytest.raises(TrainingError, match="another design"):
        adopt(network("car", "mug", z_dim=5), known[1])


def test_a_deeper_network_begins_as_the_shallower_one_was(known):
    old, path = known
    new = network("car", "mug", blocks=(2, 4, 2, 2), refinements=1, finished=True, placed=True)
    adopt(new, path)
    images, points = torch.rand(1, 4, 128, 128), torch.rand(1, 40, 3) - 0.5
    before, after = old.encode(images), new.encode(images)
    torch.testing.assert_close(new.logits(after, points), old.logits(before, points))
    for block in (new.encoder.stages[1][3], new.encoder.pyramid.finish):
        assert block.conv1.weight.abs().sum() > 0  # so that it can learn


def test_a_shallower_network_takes_nothing_from_a_deeper_one(known, tmp_path):
    deep = network("car", "mug", refinements=1)
    save(deep, ModelCard("deep", deep.config), tmp_path / "deep.safetensors")
    shallow = network("car", "mug")
    with pytest.raises(TrainingError, match="another design"):
        adopt(shallow, tmp_path / "deep.safetensors")
