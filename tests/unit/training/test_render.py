from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
import trimesh

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.viewpoint import project, seen
from tests.unit.training.soups import GREEN, RED, WHITE, painted_cube, soup_of, sphere
from training.cameras import Camera, random_cameras
from training.lights import Lights, random_lights
from training.materials import PATTERNS, Material
from training.render import Renderer

SIZE = 128
FLAT = Lights(key_colour=(0, 0, 0), fill_colour=(0, 0, 0), sky=(1, 1, 1), ground=(1, 1, 1), contact=0)
DARK_BUT_KEY = {"fill_colour": (0, 0, 0), "sky": (0, 0, 0), "ground": (0, 0, 0)}


@pytest.fixture(scope="module")
def renderer():
    try:
        made = Renderer(SIZE)
    except TrainingError as error:
        pytest.skip(str(error))
    with made:
        yield made


def one(renderer, soup, camera, lights=FLAT):
    return renderer.render(soup, [camera], [lights])[0]


def covered(picture):
    """Share of the picture's area under the object."""
    return picture[..., 3].mean() / 255


def test_sphere_silhouette_has_the_area_of_perspective_projection(renderer):
    radius, distance, fov = 0.5, 2.0, 45.0
    picture = one(renderer, sphere(radius), Camera(fov_deg=fov, distance=distance))
    # the cone that touches a sphere meets the plane at unit depth in a circle of this radius
    projected = radius / np.sqrt(distance**2 - radius**2)
    share = np.pi * projected**2 / (2 * np.tan(np.radians(fov / 2))) ** 2
    assert covered(picture) == pytest.approx(share, rel=0.01)


def test_cube_silhouette_from_the_front_is_its_near_face(renderer):
    picture = one(renderer, painted_cube(), Camera(fov_deg=60.0, distance=2.5))
    side = 1 / (2.5 - 0.5) / (2 * np.tan(np.radians(30.0)))
    assert covered(picture) == pytest.approx(side**2, rel=0.01)
    seen = picture[picture[..., 3] == 255].astype(int)
    assert (seen[:, 0] - seen[:, 1:3].max(1)).min() > 120  # all of it red


@pytest.mark.parametrize(("azimuth", "colour"), [(0, RED), (90, GREEN), (360, RED), (450, GREEN)])
def test_azimuth_says_which_face_is_seen_and_flat_light_keeps_its_colour(renderer, azimuth, colour):
    pixel = one(renderer, painted_cube(), Camera(azimuth))[SIZE // 2, SIZE // 2]
    matt_reflection = 0.5 * 0.04 * 1.0  # of the sky: gloss 0 keeps half of it, dielectrics 4 per cent
    expected = (np.array(colour.colour) ** 2.2 + matt_reflection) ** (1 / 2.2) * 255
    np.testing.assert_allclose(pixel[:3], expected, atol=3)


def test_elevation_is_positive_from_above(renderer):
    ball_on_floor = soup_of(
        trimesh.util.concatenate(
            trimesh.creation.box((1, 0.1, 1)),
            trimesh.creation.icosphere(radius=0.2).apply_translation((0, 0.35, 0)),
        )
    )
    above = one(renderer, ball_on_floor, Camera(elevation_deg=60))
    below = one(renderer, ball_on_floor, Camera(elevation_deg=-60))
    assert covered(above) > 0.2
    lit_from_above = Lights(key_direction=(0, 1, 0), **DARK_BUT_KEY)
    above = one(renderer, ball_on_floor, Camera(elevation_deg=60), lit_from_above)
    below = one(renderer, ball_on_floor, Camera(elevation_deg=-60), lit_from_above)
    assert above[..., :3].mean() > 10 * below[..., :3].mean()


def test_top_row_is_the_top_of_the_object(renderer):
    cone = soup_of(trimesh.creation.cone(0.5, 1.0))  # along +Z, apex up after the turn
    cone = type(cone)(cone.vertices[:, [1, 2, 0]], cone.part_index, cone.materials)
    alpha = one(renderer, cone, Camera())[..., 3] > 127
    width = alpha.sum(1)[alpha.any(1)]
    assert width[: len(width) // 3].mean() < 0.3 * width[-len(width) // 3 :].mean()


def test_light_from_the_left_brightens_the_left_from_every_azimuth(renderer):
    for azimuth in (0, 130):
        lights = Lights(key_direction=(-1, 0, 0.2), **DARK_BUT_KEY)
        picture = one(renderer, sphere(), Camera(azimuth), lights)[..., :3].astype(float)
        assert picture[:, : SIZE // 2].mean() > 4 * picture[:, SIZE // 2 :].mean()


def test_lambert_shading_of_a_matt_sphere(renderer):
    lights = Lights(key_direction=(0, 0, 1), key_colour=(1, 1, 1), contact=0, **DARK_BUT_KEY)
    camera = Camera(fov_deg=5.0, distance=20.0)  # nearly parallel rays
    row = one(renderer, sphere(), camera, lights)[SIZE // 2, :, 0] / 255.0
    x = (np.arange(SIZE) + 0.5 - SIZE / 2) / (SIZE / 2) * np.tan(np.radians(2.5)) * 20
    inner = np.abs(x) < 0.4
    expected = 0.75**2.2 * np.sqrt(1 - (x[inner] / 0.5) ** 2)
    np.testing.assert_allclose(row[inner] ** 2.2, expected, rtol=0.06)


def table_top():
    """A matt slab over the left half of a matt floor."""
    floor = trimesh.creation.box((1, 0.05, 1)).apply_translation((0, -0.3, 0))
    slab = trimesh.creation.box((0.5, 0.05, 1)).apply_translation((-0.25, 0.3, 0))
    return soup_of(trimesh.util.concatenate(floor, slab))


@pytest.mark.parametrize("shadow", [0.0, 0.5, 1.0])
def test_the_object_shades_itself(renderer, shadow):
    lights = Lights(key_direction=(0, 1, 0), key_colour=(0.8,) * 3, contact=0, shadow=shadow, **DARK_BUT_KEY)
    picture = one(renderer, table_top(), Camera(0, 15, distance=2.5), lights) / 255.0
    column = slice(SIZE // 4, SIZE // 4 + 12), slice(3 * SIZE // 4 - 12, 3 * SIZE // 4)
    floor_row = np.flatnonzero(picture[:, 3 * SIZE // 4, 3] == 1)[4]
    under, beside = (picture[floor_row, part, 0].mean() ** 2.2 for part in column)
    assert under / beside == pytest.approx(1 - shadow, abs=0.03)


def test_contact_darkens_what_lies_under_something(renderer):
    lights = Lights(key_colour=(0, 0, 0), fill_colour=(0, 0, 0), sky=(0.8,) * 3, contact=1.0)
    picture = one(renderer, table_top(), Camera(0, 15, distance=2.5), lights) / 255.0
    floor_row = np.flatnonzero(picture[:, 3 * SIZE // 4, 3] == 1)[4]
    assert picture[floor_row, SIZE // 4, 0] ** 2.2 < 0.4 * picture[floor_row, 3 * SIZE // 4, 0] ** 2.2


@pytest.mark.parametrize("direction", [(1, 0.3, 0.5), (-0.7, 0.2, 1), (0, 1, 0.2)])
def test_a_ball_alone_casts_no_shadow_on_itself(renderer, direction):
    lit = Lights(key_direction=direction, **DARK_BUT_KEY, contact=0)
    plain = one(renderer, sphere(), Camera(), lit)[..., :3].astype(int)
    shaded = one(renderer, sphere(), Camera(), replace(lit, shadow=1.0))[..., :3].astype(int)
    bright = plain[..., 0] > 90
    assert np.abs(plain - shaded)[bright].max() <= 8


def test_clay_replaces_all_materials(renderer):
    picture = one(renderer, painted_cube(), Camera(45, 30), replace(FLAT, clay=(0.5, 0.5, 0.5)))
    seen = picture[picture[..., 3] == 255][:, :3].astype(int)
    assert np.ptp(seen, axis=1).max() <= 2
    assert np.ptp(seen, axis=0).max() <= 12


def test_gloss_makes_a_small_bright_highlight(renderer):
    lights = Lights(key_direction=(0, 0, 1), key_colour=(0.4,) * 3, **DARK_BUT_KEY)
    shiny, matt = (
        one(renderer, sphere(material=Material((0.3, 0, 0), gloss)), Camera(), lights) for gloss in (0.9, 0.0)
    )
    middle = SIZE // 2
    assert shiny[middle, middle, 1] > matt[middle, middle, 1] + 100
    assert shiny[middle, middle + 25, 1] < 20


def test_alpha_is_antialiased_and_straight(renderer):
    picture = one(renderer, sphere(material=RED), Camera())
    edge = (picture[..., 3] > 0) & (picture[..., 3] < 255)
    outline = np.pi * 2 * (SIZE / 2 * 0.96)
    assert 0.5 * outline < edge.sum() < 3 * outline
    middle = picture[SIZE // 2, SIZE // 2, :3].astype(int)
    difference = np.abs(picture[edge][:, :3] - middle).max(1)
    assert np.median(difference) < 60  # premultiplied colours would fall towards black by half


def test_background_is_clear(renderer):
    assert (one(renderer, sphere(), Camera())[0, 0] == 0).all()


def test_fitted_object_touches_the_margin_but_not_the_border(renderer):
    rng = np.random.default_rng(3)
    cameras = random_cameras(rng, 8)
    for picture in renderer.render(painted_cube(), cameras, random_lights(rng, 8)):
        rows, columns = np.nonzero(picture[..., 3])
        reach = max(abs(np.array([rows.min(), rows.max(), columns.min(), columns.max()]) + 0.5 - SIZE / 2))
        assert reach == pytest.approx(0.96 * SIZE / 2, abs=1.5)


def test_every_pattern_shows_two_tones_and_plain_one(renderer):
    for pattern in PATTERNS:
        material = Material((1, 1, 1), 0.0, 0.0, pattern, (0, 0, 0), 1.0)
        cube = soup_of(trimesh.creation.box((1, 1, 1)), material)
        picture = one(renderer, cube, Camera(fov_deg=10))
        spread = picture[picture[..., 3] == 255][:, 0].std()
        assert spread == 0 if pattern == "plain" else spread > 8, pattern


def test_checker_of_the_front_face_is_half_of_each(renderer):
    material = Material((1, 1, 1), 0.0, 0.0, "checker", (0, 0, 0), 1.0)
    picture = one(renderer, soup_of(trimesh.creation.box((1, 1, 1)), material), Camera(fov_deg=5))
    bright = picture[picture[..., 3] == 255][:, 0] > 127
    assert bright.mean() == pytest.approx(0.5, abs=0.05)


def test_same_seed_same_pictures_and_more_views_than_a_strip(renderer):
    def draw(seed):
        rng = np.random.default_rng(seed)
        return renderer.render(painted_cube(), random_cameras(rng, 11), random_lights(rng, 11))

    first = draw(5)
    assert first.shape == (11, SIZE, SIZE, 4)
    assert first.dtype == np.uint8
    np.testing.assert_array_equal(first, draw(5))
    assert (first != draw(6)).any()
    single = np.random.default_rng(5)
    cameras, lights = random_cameras(single, 11), random_lights(single, 11)
    np.testing.assert_array_equal(first[9:10], renderer.render(painted_cube(), cameras[9:10], lights[9:10]))


def test_oversampling_without_multisampling_agrees(renderer):
    with Renderer(SIZE, samples=1) as other:
        a, b = one(renderer, sphere(), Camera()), one(other, sphere(), Camera())
    assert covered(a) == pytest.approx(covered(b), rel=0.01)
    assert np.abs(a.astype(int) - b)[a[..., 3] == 255].mean() < 1
    assert len(np.unique(b[..., 3])) > 3


def test_another_renderer_leaves_the_first_usable(renderer):
    before = one(renderer, sphere(), Camera())
    other = Renderer(32)
    np.testing.assert_array_equal(before, one(renderer, sphere(), Camera()))
    other.close()
    other.close()
    np.testing.assert_array_equal(before, one(renderer, sphere(), Camera()))


def test_pictures_are_network_inputs(renderer):
    pictures, viewpoints = renderer.pictures(painted_cube(), [Camera(), Camera(30, 20)], [Lights(), Lights()])
    assert pictures.shape == (2, 128, 128, 4)
    columns = np.flatnonzero((pictures[0][..., 3] > 127).any(0))
    assert columns[-1] - columns[0] + 1 == pytest.approx(112, abs=1)
    assert viewpoints.shape == (2, 7) and viewpoints[1, 0] == pytest.approx(30)


def test_viewpoints_say_where_points_appear(renderer):
    brick = soup_of(trimesh.creation.box((1.0, 0.4, 0.6)))
    cameras = random_cameras(np.random.default_rng(3), 6)
    pictures, viewpoints = renderer.pictures(brick, cameras, [Lights()] * 6)
    views, corners = torch.from_numpy(viewpoints), torch.from_numpy(brick.vertices)
    places = project(views, seen(views, corners.expand(6, -1, -1))).numpy()
    for picture, place in zip(pictures, places, strict=True):
        rows, columns = np.nonzero(picture[..., 3] > 127)
        left, right = columns.min() / 64 - 1, (columns.max() + 1) / 64 - 1
        bottom, top = 1 - (rows.max() + 1) / 64, 1 - rows.min() / 64
        expected = [*place.min(0), *place.max(0)]
        np.testing.assert_allclose([left, bottom, right, top], expected, atol=0.03)


def test_as_many_lights_as_cameras(renderer):
    with pytest.raises(ValueError, match="2 cameras but 1 lights"):
        renderer.render(sphere(), [Camera(), Camera()], [Lights()])


def test_no_views_no_pictures(renderer):
    assert renderer.render(sphere(material=WHITE), [], []).shape == (0, SIZE, SIZE, 4)
    assert [len(a) for a in renderer.pictures(sphere(), [], [])] == [0, 0]


def test_a_machine_without_opengl_is_told_so(monkeypatch):
    import moderngl

    def refuse(**_):
        raise RuntimeError("no display")

    monkeypatch.setattr(moderngl, "create_context", refuse)
    with pytest.raises(TrainingError, match="no display") as caught:
        Renderer(16)
    assert "EGL" in caught.value.hint
