"""A cut-out mended: what comes back, what the network sees, what can be taken back."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import frame, object_box
from imrecon_gui.core.image import prepare
from imrecon_gui.core.matte import clean_edge_colours
from imrecon_gui.core.mender import Mender, Pose
from imrecon_gui.core.types import INPUT_FILL, INPUT_SIZE, PreparedImage


def photo() -> np.ndarray:
    """(150, 200, 3): a striped block with a slanting side, on a light ground with noise."""
    rgb = np.full((150, 200, 3), 220.0) + np.random.default_rng(1).normal(0, 1, (150, 200, 3))
    y, x = np.mgrid[:150, :200]
    block = (x > 60 + y / 5) & (x < 140) & (y > 40) & (y < 110)
    stripes = 60 * np.sin((x + 2 * y) / 3)[..., None]
    rgb[block] = (np.array([180.0, 90.0, 70.0]) + stripes)[block]
    return np.clip(rgb, 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def cut() -> PreparedImage:
    return prepare(photo(), "block")


@pytest.fixture(scope="module")
def own_alpha() -> PreparedImage:
    rgba = np.dstack([photo(), np.zeros((150, 200), np.uint8)])
    rgba[40:110, 60:140, 3] = 255
    rgba[40:110, 58:60, 3] = 90
    return prepare(rgba, "own")


def stroke(mender: Mender, start, end, radius=8.0, adds=True) -> None:
    mender.begin_stroke(*start, radius, adds)
    mender.stroke_to(*end, radius, adds)
    mender.end_stroke()


@pytest.mark.parametrize("name", ["cut", "own_alpha"])
def test_the_photo_is_kept_and_nothing_done_changes_nothing(name, request):
    image = request.getfixturevalue(name)
    np.testing.assert_array_equal(image.photo, photo())
    mender = Mender(image)
    np.testing.assert_array_equal(mender.network_rgba(), image.network_rgba)
    assert mender.result() is image


def test_what_was_erased_and_added_again_is_the_photo(cut):
    mender = Mender(cut)
    stroke(mender, (100, 75), (120, 75), adds=False)
    erased = mender.result()
    assert not erased.cutout[75, 110].any()
    stroke(mender, (90, 75), (130, 75), radius=12)
    mended = mender.result().cutout
    np.testing.assert_array_equal(mended[75, 110], [*photo()[75, 110], 255])


def test_adding_brings_in_the_background(cut):
    mender = Mender(cut)
    stroke(mender, (20, 20), (30, 20))
    mended = mender.result().cutout
    np.testing.assert_array_equal(mended[20, 25], [*photo()[20, 25], 255])


def test_a_patched_cut_out_is_the_one_made_in_one_go(cut):
    mender = Mender(cut)
    mender.network_rgba()
    for start, end, adds in (
        ((60, 45), (90, 100), False),
        ((150, 30), (160, 140), True),
        ((0, 0), (9, 9), True),
    ):
        stroke(mender, start, end, 9, adds)
        mender.network_rgba()
    at_once = clean_edge_colours(mender.photo, mender.alpha)
    mended = mender.result()
    assert np.abs(mended.cutout.astype(int) - at_once).max() <= 1
    np.testing.assert_array_equal(mended.network_rgba, frame(mended.cutout))


def test_its_own_colours_stay_when_the_transparency_came_with_the_picture(own_alpha):
    mender = Mender(own_alpha)
    stroke(mender, (20, 20), (20, 20), 4)
    np.testing.assert_array_equal(mender.result().cutout[..., :3], photo())


def test_undo_and_redo_restore_every_pixel(cut):
    mender = Mender(cut)
    states = [mender.alpha.copy()]
    for x in (30, 70, 110):
        stroke(mender, (x, 40), (x + 30, 90), adds=x != 70)
        states.append(mender.alpha.copy())
    for state in reversed(states[:-1]):
        mender.undo()
        np.testing.assert_array_equal(mender.alpha, state)
    assert not mender.can_undo
    np.testing.assert_array_equal(mender.network_rgba(), cut.network_rgba)
    for state in states[1:]:
        mender.redo()
        np.testing.assert_array_equal(mender.alpha, state)
    assert not mender.can_redo


def test_a_stroke_outside_is_no_step(cut):
    mender = Mender(cut)
    stroke(mender, (-90, -90), (-80, -80))
    assert not mender.can_undo


def test_the_history_is_bounded(cut):
    mender = Mender(cut, history_bytes=100_000)
    for _ in range(50):
        mender.replace_alpha(255 - mender.alpha)
    n = 0
    while mender.can_undo:
        mender.undo()
        n += 1
    assert n == 100_000 // (2 * 150 * 200)


def test_the_object_fills_as_much_as_asked(cut):
    mender = Mender(cut)
    mender.set_pose(Pose(fill=0.5))
    left, top, right, bottom = object_box(mender.network_rgba()[..., 3])
    assert max(right - left, bottom - top) == pytest.approx(0.5 * INPUT_SIZE, abs=1)
    assert mender.result().fill == 0.5
    mender.set_pose(Pose(fill=INPUT_FILL))
    np.testing.assert_array_equal(mender.network_rgba(), cut.network_rgba)


def test_a_quarter_turns_the_network_input_too(cut):
    mender = Mender(cut)
    mender.set_pose(Pose(angle_deg=90))
    mended = mender.result()
    assert mended.cutout.shape[:2] == mended.photo.shape[:2] == (200, 150)
    difference = np.abs(mended.network_rgba.astype(int) - np.rot90(cut.network_rgba, -1))
    assert np.percentile(difference, 99) <= 3


def test_a_slider_dragged_is_one_step(cut):
    mender = Mender(cut)
    mender.set_pose(Pose(angle_deg=90))
    mender.set_pose(Pose(angle_deg=91))
    for angle in (92, 93, 94):
        mender.set_pose(Pose(angle_deg=angle), goes_on=True)
    mender.undo()
    assert mender.pose == Pose(angle_deg=90)
    mender.undo()
    assert mender.pose == Pose() and not mender.can_undo
    mender.redo()
    mender.redo()
    assert mender.pose == Pose(angle_deg=94)


@pytest.mark.parametrize("rest_px", [0, 2])
def test_an_empty_mask_says_so(cut, rest_px):
    mender = Mender(cut)
    alpha = np.zeros_like(mender.alpha)
    alpha[3 : 3 + rest_px, 3 : 3 + rest_px] = 255
    mender.replace_alpha(alpha)
    with pytest.raises(ImageError, match="Paint with Add"):
        mender.result()
    mender.undo()
    assert mender.result() is cut


def test_mending_goes_on_where_it_was_left(cut):
    first = Mender(cut)
    stroke(first, (20, 20), (40, 60))
    first.set_pose(Pose(angle_deg=5, fill=0.8))
    mended = first.result()
    second = Mender(mended)
    np.testing.assert_array_equal(second.alpha, first.alpha)
    np.testing.assert_array_equal(second.network_rgba(), mended.network_rgba)
    again = second.result()
    np.testing.assert_array_equal(again.cutout, mended.cutout)
    second.start_over()
    assert second.result() is cut
    second.undo()
    assert second.pose == Pose(angle_deg=5, fill=0.8)


def test_a_picture_of_which_nobody_kept_the_photo_can_be_mended(cut):
    bare = PreparedImage(cut.cutout, cut.network_rgba, had_alpha=False)
    mender = Mender(bare)
    stroke(mender, (20, 20), (20, 20))
    assert mender.result().cutout[20, 20].tolist() == [0, 0, 0, 255]


def test_what_is_shown_fades_into_the_ground(cut):
    mender = Mender(cut)
    ground = np.zeros_like(mender.photo)
    shown = mender.shown((0, 0, 200, 150), ground)
    solid = mender.alpha == 255
    assert np.abs(shown[solid].astype(int) - photo()[solid]).max() <= 1
    gone = mender.alpha == 0
    assert np.abs(shown[gone] - 0.3 * photo()[gone]).max() <= 3
    np.testing.assert_array_equal(mender.shown((10, 20, 90, 80), ground), shown[20:80, 10:90])
