"""Made studio pictures, and the measure of cut-outs on them."""

from __future__ import annotations

import numpy as np
import pytest

from imrecon_gui.core.errors import TrainingError
from training.cutouts import Score, found, score, table
from training.render import Renderer
from training.studio import HEIGHT, OBJECT_SIDE, WIDTH, studio_picture


def test_a_score_tells_what_is_extra_and_what_is_lost() -> None:
    truth, mask = np.zeros((8, 8), bool), np.zeros((8, 8), bool)
    truth[:4], mask[1:5] = True, True
    row = score(mask, truth)
    assert (row.extra, row.lost) == (0.25, 0.25)
    assert row.iou == pytest.approx(24 / 40)
    assert table([row, Score(1.0, 0.0, 0.0)]) == "iou 0.800  extra 0.125  lost 0.125  below .9: 1/2"


def test_a_studio_picture_is_always_the_same_and_its_mask_is_found() -> None:
    try:
        renderer = Renderer(OBJECT_SIDE)
    except TrainingError as error:
        pytest.skip(str(error))
    with renderer:
        first, again, other = (studio_picture(number, renderer) for number in (8, 8, 9))
    np.testing.assert_array_equal(first.rgb, again.rgb)
    assert first.rgb.shape == (HEIGHT, WIDTH, 3)
    assert first.category != other.category
    assert first.is_object.mean() > 0.02
    assert score(found(first), first.is_object).iou > 0.8
