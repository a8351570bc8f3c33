import torch

from imrecon_gui.core.mirror import mirrored, mirrored_picture, with_mirror


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
