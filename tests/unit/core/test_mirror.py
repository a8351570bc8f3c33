import torch

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.mirror import encodings, mean_field, mirrored, mirrored_picture, with_mirror
from imrecon_gui.core.model import ReconModel


def test_points_change_sides():
    assert mirrored(torch.tensor([[1.0, 2.0, 3.0]])).tolist() == [[-1.0, 2.0, 3.0]]


def test_pictures_change_sides():
    assert mirrored_picture(torch.arange(3.0)[None, None]).tolist() == [[[2.0, 1.0, 0.0]]]


def test_the_twin_is_asked_at_the_mirrored_point_and_the_mean_is_given():
    """A ball off the centre, and the same ball as its mirror image shows it, are one field."""

    def ball(at: float):
        return lambda p: 0.2 - (p - torch.tensor([at, 0.0, 0.0])).norm(dim=-1)

    points = torch.rand(50, 3) - 0.5
    torch.testing.assert_close(with_mirror(ball(0.3), ball(-0.3))(points), ball(0.3)(points))
    mean = (ball(0.3)(points) + ball(-0.3)(points)) / 2
    torch.testing.assert_close(with_mirror(ball(0.3), ball(0.3))(points), mean)


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
    with torch.no_grad():
        own = model.encode(pixels)
        assert encodings(model, model.config, pixels, own, "car") == [own]
        both = encodings(model, model.config, pixels, own, "chair")
        told = model.encode(mirrored_picture(pixels), torch.tensor([1]))
    assert len(both) == 2 and both[0] is own
    torch.testing.assert_close(both[1].z, told.z)
