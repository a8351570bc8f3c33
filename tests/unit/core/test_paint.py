import numpy as np
import pytest
import trimesh

from imrecon_gui.core.colour_fill import fill, smoothed
from imrecon_gui.core.depth_buffer import SIZE, depth_buffer, place
from imrecon_gui.core.framing import frame
from imrecon_gui.core.mesh_ops import vertex_normals
from imrecon_gui.core.paint import paint
from imrecon_gui.core.photo import photo
from imrecon_gui.core.types import INPUT_FILL, Mesh, PreparedImage
from imrecon_gui.core.viewpoint import Viewpoint
from tests.unit.core.solids_for_tests import box_mesh, joined

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (0, 255, 0)
FRONT = Viewpoint(perspective=0.4, scale=1.5)


def prepared(cutout, fill=INPUT_FILL):
    return PreparedImage(cutout, frame(cutout, fill), True, fill=fill)


def gradient(height=300, width=400):
    """Red tells the column and green the row, halved; the object is a rectangle off the middle."""
    rows, columns = np.mgrid[:height, :width]
    rgba = np.zeros((height, width, 4), np.uint8)
    rgba[..., 0], rgba[..., 1] = columns // 2, rows // 2
    rgba[40:260, 100:380, 3] = 255
    return rgba


def disc(paint_row, size=200, radius=90):
    """A disc in the middle, coloured by `paint_row(up, right)`, in half sides from the middle."""
    rows, columns = (np.mgrid[:size, :size] + 0.5) / (size / 2) - 1
    rgba = np.zeros((size, size, 4), np.uint8)
    rgba[..., :3] = paint_row(-rows, columns)
    rgba[..., 3] = np.where(np.hypot(rows, columns) < radius / (size / 2), 255, 0)
    return rgba


def sphere(centre=(0, 0, 0), radius=0.5):
    ball = trimesh.creation.icosphere(5, radius)
    vertices = np.asarray(ball.vertices + centre, np.float32)
    return Mesh(vertices, np.asarray(ball.faces, np.int32), np.asarray(ball.vertices / radius, np.float32))


def split(rows, columns):
    return np.where((columns < 0)[..., None], RED, BLUE)


def plain(rows, columns):
    return np.broadcast_to(RED, (*rows.shape, 3))


@pytest.mark.parametrize("share", [INPUT_FILL, 0.6])
def test_the_picture_is_found_where_the_network_sees_it(share):
    image = prepared(gradient(), share)
    inside = np.argwhere(image.network_rgba[..., 3] == 255)
    inside = inside[np.all((inside > inside.min(0) + 2) & (inside < inside.max(0) - 2), axis=1)]
    places = ((inside[:, ::-1] + 0.5) / 64 - 1) * (1, -1)
    colours, trust = photo(image).sample(places.astype(np.float32))
    expected = image.network_rgba[inside[:, 0], inside[:, 1], :3].astype(float)
    np.testing.assert_allclose(colours, expected, atol=1.1)
    assert trust.min() == 1


def test_no_background_bleeds_in_and_none_is_trusted():
    cutout = np.zeros((256, 256, 4), np.uint8)
    cutout[..., :3] = GREEN
    cutout[16:240, 16:240] = (*GREEN, 255)  # two pixels of rim with the backdrop's colour
    cutout[18:238, 18:238, :3] = RED
    across = np.linspace(-1, 1, 400, dtype=np.float32)
    colours, trust = photo(prepared(cutout)).sample(np.stack([across, 0 * across], axis=1))
    np.testing.assert_allclose(colours, np.tile(RED, (400, 1)), atol=1)
    assert (trust[np.abs(across) < 0.87] == 1).all() and (trust[np.abs(across) > 0.93] == 0).all()


def test_what_is_thinner_than_the_rim_keeps_its_colour():
    cutout = np.zeros((512, 512, 4), np.uint8)
    cutout[100:400, 100:400] = (*RED, 255)
    cutout[400:480, 200:205] = (*BLUE, 255)
    image = prepared(cutout)
    window = photo(image).window
    place_of_leg = (np.array([[202.5, 440]]) - (window.x, window.y)) / (window.side / 2) * (1, -1)
    colours, _ = photo(image).sample(place_of_leg.astype(np.float32))
    np.testing.assert_allclose(colours[0], BLUE, atol=1)


@pytest.mark.parametrize("half", [0.3, 0.003])
def test_the_depth_buffer_has_no_holes(half):
    plate = box_mesh((-half, -half, -0.1), (half, half, 0.2))
    view = Viewpoint(scale=0.9 / half)
    buffer = depth_buffer(view, place(view, plate.vertices), plate.faces)
    covered = np.isfinite(buffer)
    assert covered.mean() == pytest.approx(0.81, abs=0.015)
    np.testing.assert_allclose(buffer[covered].max(), 0.2, atol=1e-6)
    middle = slice(SIZE // 8, -SIZE // 8)
    np.testing.assert_allclose(buffer[middle, middle], 0.2, atol=1e-6)


def test_the_seen_side_shows_the_picture():
    ball = sphere()
    painted = paint(ball, prepared(disc(split)), FRONT)
    facing = ball.normals[:, 2] > 0.6  # the pinhole at 2.5 sees surface down to 0.2
    assert painted.seen[facing].min() > 0.95
    assert painted.seen[ball.normals[:, 2] < 0.1].max() == 0
    left, right = facing & (ball.vertices[:, 0] < -0.03), facing & (ball.vertices[:, 0] > 0.03)
    np.testing.assert_allclose(painted.colours[left], np.tile(RED, (left.sum(), 1)), atol=2)
    np.testing.assert_allclose(painted.colours[right], np.tile(BLUE, (right.sum(), 1)), atol=2)
    assert (painted.colours.dtype, painted.seen.dtype) == (np.uint8, np.float32)


def test_the_unseen_side_is_the_seen_ones_mirror_image():
    """From the right, and painted by height and depth: only mirroring can bring that to the left side."""
    ball = sphere()
    view = Viewpoint(azimuth_deg=90, perspective=0.4, scale=1.5)
    by_place = lambda up, right: np.stack([128 + 100 * up, 128 + 100 * right, 0 * up], axis=-1)  # noqa: E731
    painted = paint(ball, prepared(disc(by_place)), view)
    left = np.flatnonzero(ball.normals[:, 0] < -0.6)
    assert painted.seen[left].max() == 0
    twins = np.argmin(
        np.linalg.norm(ball.vertices[left, None] * (-1, 1, 1) - ball.vertices[None], axis=2), axis=1
    )
    np.testing.assert_allclose(painted.colours[left].astype(int), painted.colours[twins].astype(int), atol=2)


def test_what_is_no_mirror_image_of_itself_is_not_mirrored():
    """Red on the left and blue on the right: the mirror image would bring blue to the red side's back."""
    ball = sphere()
    painted = paint(ball, prepared(disc(split)), Viewpoint(azimuth_deg=20, perspective=0.4, scale=1.5))
    left = (ball.normals[:, 0] < -0.97) & (ball.normals[:, 2] < 0)
    assert painted.seen[left].max() == 0
    np.testing.assert_allclose(painted.colours[left], np.tile(RED, (left.sum(), 1)), atol=10)


def test_without_a_mirror_image_the_nearest_colours_serve():
    ball = sphere((0.3, 0, 0), 0.2)
    view = Viewpoint(azimuth_deg=0, perspective=0.4, scale=3.6, x=-1.08)
    painted = paint(ball, prepared(disc(split)), view)
    behind = (ball.normals[:, 2] < -0.5) & (np.abs(ball.normals[:, 0]) > 0.3)
    assert painted.seen[behind].max() == 0
    expected = np.where((ball.normals[behind, :1] < 0), RED, BLUE)
    np.testing.assert_allclose(painted.colours[behind], expected, atol=25)


def test_what_stands_behind_something_is_not_seen():
    near = box_mesh((-0.2, -0.2, 0.3), (0.2, 0.2, 0.4))
    far = box_mesh((-0.1, -0.1, -0.4), (0.1, 0.1, -0.3))
    both = joined(near, far)
    normals = vertex_normals(both)
    painted = paint(Mesh(both.vertices, both.faces, normals), prepared(disc(plain)), Viewpoint(scale=1.5))
    is_near = both.vertices[:, 2] > 0
    assert painted.seen[is_near & (normals[:, 2] > 0)].min() > 0.9
    assert painted.seen[~is_near].max() == 0


def test_a_camera_that_misses_gives_the_mean_colour():
    painted = paint(sphere(), prepared(disc(plain)), Viewpoint(scale=0.1, x=5))
    assert painted.seen.max() == 0
    np.testing.assert_array_equal(painted.colours, np.tile(RED, (len(painted.colours), 1)))


def test_every_vertex_gets_a_colour_from_the_nearest():
    ball = sphere()
    trust = (ball.vertices[:, 1] > 0.2).astype(np.float32)
    colours = trust[:, None] * np.array(RED, np.float32)
    filled = smoothed(ball, fill(ball, colours, trust, np.zeros(3)), trust)
    np.testing.assert_allclose(filled, np.tile(RED, (len(filled), 1)), atol=0.01)


def test_smoothing_leaves_trusted_colours_alone():
    ball = sphere()
    colours = np.random.default_rng(0).uniform(0, 255, (len(ball.vertices), 3)).astype(np.float32)
    trust = (ball.vertices[:, 1] > 0).astype(np.float32)
    result = smoothed(ball, colours, trust)
    np.testing.assert_array_equal(result[trust == 1], colours[trust == 1])
    assert result[trust == 0].std() < 0.5 * colours[trust == 0].std()
