"""What several ranks rest on; `python -m tests.unit.training.two_ranks` lets two of them learn beside one."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn
from torch.utils.data import Dataset

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.job import Cancelled
from training import joining, ranks
from training.dataset import Batch
from training.events import Unheard
from training.loaders import Share
from training.rays import layer_loss
from training.recipe import load, model_config, names
from training.stages import ImageStage, ShapeStage
from training.whole_norm import WholeBatchNorm, WholeBatchNorms


class Numbered(Dataset[Batch]):
    """Six rows whose every value is the row's number plus the step."""

    def __getitem__(self, step: int) -> Batch:
        return Batch(*(torch.arange(6.0)[:, None] + step for _ in Batch._fields))


def test_shares_are_the_batch() -> None:
    shares = [Share(Numbered(), number, 3)[7] for number in range(3)]
    assert [share.points[:, 0].tolist() for share in shares] == [[7, 10], [8, 11], [9, 12]]
    assert all(len(column) == 2 for share in shares for column in share)


def several(monkeypatch: pytest.MonkeyPatch, count: int, number: int = 0) -> None:
    monkeypatch.setattr(ranks, "count", lambda: count)
    monkeypatch.setattr(ranks, "number", lambda: number)


def test_rows_know_their_place_in_the_whole_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ranks.rows(3, torch.device("cpu")).tolist() == [0, 1, 2]
    several(monkeypatch, 2, 1)
    assert ranks.rows(3, torch.device("cpu")).tolist() == [1, 3, 5]


def test_rays_of_all_ranks_count_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rank has a ray that meets the object, the other three: the mean of their losses is the batch's."""
    drawn = torch.tensor([1.0, 2.0])[:, None, None, None].expand(2, 3, 4, 4)
    truth = torch.zeros(2, 3, 3)
    truth[0, 1:] = torch.nan
    places = torch.zeros(2, 3, 2)
    whole = layer_loss(drawn, places, truth)
    monkeypatch.setattr(ranks, "mean", lambda known: truth.isfinite().sum() / 2)
    shares = [layer_loss(drawn[i : i + 1], places[i : i + 1], truth[i : i + 1]) for i in range(2)]
    assert (sum(shares) / 2).item() == pytest.approx(whole.item()) == pytest.approx(7 / 4)


def test_a_batch_that_cannot_be_shared_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    several(monkeypatch, 4)
    ranks.check_shares({"shape": 32})
    with pytest.raises(TrainingError, match=r"33 cannot .* by 4 .* --set image.batch=36"):
        ranks.check_shares({"shape": 32, "image": 33})


def test_one_process_is_a_rank(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK", "GROUP_RANK", "LOCAL_WORLD_SIZE", "SLURM_NTASKS"):
        monkeypatch.delenv(name, raising=False)
    with joining.joined("cpu"):
        assert (ranks.count(), ranks.number(), ranks.is_first()) == (1, 0, True)
        assert ranks.first(lambda: 3) == 3 and ranks.any_of(True) and not ranks.any_of(False)
        assert joining.trainer_settings("cpu") == {"devices": 1}


def test_the_others_stop_where_the_first_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sides of it, with what is told put by."""
    told: list[object] = []
    monkeypatch.setattr(ranks, "_several", lambda: True)
    monkeypatch.setattr(ranks.dist, "broadcast_object_list", lambda values: told.append(values[0]))
    several(monkeypatch, 2, 0)
    with pytest.raises(ZeroDivisionError):
        ranks.first(lambda: 1 // 0)
    assert ranks.first(lambda: 3) == 3 and told == [None, (3,)]
    several(monkeypatch, 2, 1)
    with pytest.raises(Cancelled):
        ranks.first(lambda: pytest.fail("the first one's work"))


def test_lightning_is_told_of_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    place = {"RANK": 5, "WORLD_SIZE": 6, "LOCAL_RANK": 1, "GROUP_RANK": 2, "LOCAL_WORLD_SIZE": 2}
    for name, value in {**place, "TORCHELASTIC_RUN_ID": "x"}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setattr(joining, "count", lambda: 6)
    settings = joining.trainer_settings("cpu")
    assert (settings["devices"], settings["num_nodes"], settings["strategy"]) == (2, 3, "ddp")
    environment, norms = settings["plugins"]
    assert (environment.global_rank(), environment.world_size()) == (5, 6)
    assert isinstance(norms, WholeBatchNorms)


def test_nobody_hears_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    events = Unheard()
    events.report("data", 1, 2)
    events.check()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16])
def test_the_whole_batch_of_one_rank_is_normalised_as_torch_does(kind: torch.dtype) -> None:
    torch.manual_seed(0)
    ours, theirs = nn.Sequential(nn.BatchNorm2d(5)), nn.Sequential(nn.BatchNorm2d(5))
    maps = (torch.randn(4, 5, 6, 7) * 3 + 2).to(kind)
    weights = torch.randn(4, 5, 6, 7)
    assert isinstance(WholeBatchNorms().apply(ours)[0], WholeBatchNorm)
    gradients = []
    for norm in (ours, theirs):
        own = maps.clone().requires_grad_()
        (norm(own).float() * weights).sum().backward()
        assert own.grad is not None
        gradients.append(own.grad.float())
    close = {"atol": 1e-5, "rtol": 1e-5} if kind is torch.float32 else {"atol": 0.05, "rtol": 0.05}
    torch.testing.assert_close(gradients[0], gradients[1], **close)
    for name, value in theirs.state_dict().items():
        torch.testing.assert_close(ours.state_dict()[name], value, msg=name)
    assert type(WholeBatchNorms().revert(ours)[0]) is nn.BatchNorm2d
    torch.testing.assert_close(ours.eval()(maps), theirs.eval()(maps))


def parts(name: str) -> list[ShapeStage | ImageStage]:
    """The stages of a recipe, with small networks where the recipe's design has sizes."""
    recipe = load(name)
    model = model_config(recipe, ("car", "table"))
    shape = ShapeStage(model, recipe.shape) if recipe.shape.steps else None
    image = ImageStage(model, recipe.image, shape)
    return [image] if shape is None else [shape, image]


def batch_for(channels: int) -> Batch:
    """Two rows of random pictures and points."""
    viewpoint = torch.tensor([[30.0, 20.0, 0.0, 0.3, 0.9, 0.0, 0.0]] * 2)
    points, rays = torch.rand(2, 8, 3) - 0.5, torch.rand(2, 4, 2) - 0.5
    return Batch(
        images=torch.rand(2, channels, 128, 128),
        voxels=torch.rand(2, 1, 32, 32, 32),
        category=torch.tensor([0, 1]),
        points=points,
        labels=torch.rand(2, 8).round(),
        viewpoint=viewpoint,
        near_viewpoint=viewpoint + 1e-3,
        rays=rays,
        layers=torch.rand(2, 4, 3),
    )


@pytest.mark.parametrize("name", [name for name in names() if name != "finetune"])
def test_all_that_may_learn_takes_part(name: str) -> None:
    """Else the ranks would wait for gradients that never come."""
    for stage in parts(name):
        stage.training_step(batch_for(model_config(load(name), ("car", "table")).channels), 0).backward()
        idle = [key for key, p in stage.named_parameters() if p.requires_grad and p.grad is None]
        assert idle == []
