import pytest
import torch

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.mirror import (
    HESITANT,
    SURE,
    encodings,
    mean_field,
    mirrored,
    mirrored_picture,
    second_opinion,
    with_mirror,
)
from imrecon_gui.core.model import ReconModel


def test_points_change_sides():
    assert mirrored(torch.tensor([[1.0, 2.0, 3.0]])).tolist() == [[-1.0, 2.0, 3.0]]


def test_pictures_change_sides():
    assert mirrored_picture(torch.arange(3.0)[None, None]).tolist() == [[[2.0, 1.0, 0.0]]]


def ball(at: float, steepness: float = 1.0):
    return lambda p: steepness * (0.2 - (p - torch.tensor([at, 0.0, 0.0])).norm(dim=-1))


def test_the_twin_is_asked_at_the_mirrored_point_and_the_mean_is_given():
    """A ball off the centre, and the same ball as its mirror image shows it, are one field."""
    points = torch.rand(50, 3) - 0.5
    mean = (ball(0.3)(points) + ball(-0.3)(points)) / 2
    for both in (with_mirror, second_opinion):
        torch.testing.assert_close(both(ball(0.3), ball(-0.3))(points), ball(0.3)(points))
        torch.testing.assert_close(both(ball(0.3), ball(0.3))(points), mean)


def test_the_twin_is_not_asked_where_the_first_is_sure_and_the_field_has_no_step():
    asked = []

    def twin(points):
        asked.append(points)
        return torch.full((len(points),), 3.0)

    own = torch.tensor([-20.0, -SURE, (-SURE - HESITANT) / 2, -HESITANT, 0.0, HESITANT, SURE, 20.0])
    points = torch.arange(8.0)[:, None] * torch.tensor([1.0, 0.0, 0.0])
    found = second_opinion(lambda _: own, twin)(points)
    assert asked[0][:, 0].tolist() == [-2.0, -3.0, -4.0, -5.0]
    half = own[2] + (3.0 - own[2]) / 4
    expected = [-20.0, -SURE, half.item(), (3 - HESITANT) / 2, 1.5, (3 + HESITANT) / 2, SURE, 20.0]
    torch.testing.assert_close(found, torch.tensor(expected))


def test_nobody_is_asked_twice_where_all_is_sure():
    far = torch.full((3,), -9.0)
    assert second_opinion(lambda _: far, lambda _: pytest.fail("asked"))(torch.zeros(3, 3)).equal(far)


def test_one_field_is_asked_alone_and_two_together():
    own, twin = (lambda p: p[:, 0]), (lambda p: 3 * p[:, 0])
    points = torch.rand(5, 3)
    assert mean_field([own]) is own
    torch.testing.assert_close(mean_field([own, twin])(points), (points[:, 0] - 3 * points[:, 0]) / 2)


def test_only_mirrored_categories_are_encoded_twice():
    torch.manual_seed(0)
    shape = {"z_dim": 8, "widths": (16, 16), "features": (6, 4), "mirrored": ("chair",)}
    model = ReconModel(ModelConfig.preset("im-aligned", ("car", "chair"), **shape)).eval()
    pixels = torch.rand(1, 4, 128, 128)
    car, chair = torch.tensor([0]), torch.tensor([1])
    with torch.no_grad():
        (alone,) = encodings(model, model.config, pixels, car)
        both = encodings(model, model.config, pixels, chair)
        own, told = model.encode(pixels, chair), model.encode(mirrored_picture(pixels), chair)
    assert_same(alone, model.encode(pixels, car))
    assert_same(both[0], own)
    assert_same(both[1], told)


@pytest.mark.parametrize("twin_is", ["chair", "car"])
def test_the_mirror_image_is_told_what_the_picture_is_taken_for(monkeypatch, twin_is):
    torch.manual_seed(0)
    shape = {"z_dim": 8, "widths": (16, 16), "features": (6, 4), "mirrored": ("chair",)}
    model = ReconModel(ModelConfig.preset("im-aligned", ("car", "chair"), **shape)).eval()
    pixels, seen = torch.rand(1, 4, 128, 128), torch.eye(2)[[1, ("car", "chair").index(twin_is)]]
    head = model.encoder.category_head
    monkeypatch.setattr(head, "forward", lambda pooled: seen[: len(pooled)].clone())
    with torch.no_grad():
        own, twin = encodings(model, model.config, pixels)
        told = model.encode(mirrored_picture(pixels), torch.tensor([1]))
    assert own.category_logits.argmax() == 1
    assert_same(twin._replace(category_logits=None), told._replace(category_logits=None))


def assert_same(found, expected):
    """Encodings of one picture are alike to the last digits."""
    torch.testing.assert_close(found.z, expected.z, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(found.category_logits, expected.category_logits, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(tuple(found.sight), tuple(expected.sight), rtol=1e-4, atol=1e-5)
