"""Changes of a shape are steps that can be taken back, and belong to one picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from imrecon_gui.core.types import PreparedImage, ReconRequest
from imrecon_gui.services.shaping import PLAIN, ShapeEdit, Shaping, Symmetry
from tests.gui.fakes import octahedron, result

MODEL = Path("a.safetensors")
ONE, TWO = ShapeEdit((1.0,)), ShapeEdit((1.0, -0.5))


def picture() -> PreparedImage:
    pixels = np.zeros((128, 128, 4), np.uint8)
    return PreparedImage(pixels, pixels, had_alpha=True)


def made(edit=PLAIN, cut=0.0):
    return replace(result(octahedron()), edit=edit, cut=cut)


@pytest.fixture
def image():
    return picture()


@pytest.fixture
def shaping(image):
    """Of a picture whose unchanged shape was cut at 1.5."""
    shaping = Shaping()
    shaping.applied(ReconRequest(image), MODEL)
    shaping.take(image, made(cut=1.5))
    return shaping


def test_steps_go_back_and_forth(shaping):
    seen = []
    shaping.changed.connect(lambda: seen.append((shaping.edit, shaping.can_undo, shaping.can_redo)))
    shaping.change(ONE)
    shaping.change(TWO)
    shaping.change(TWO)  # nothing new
    assert shaping.undo() and shaping.undo() and not shaping.undo()
    assert shaping.redo()
    assert seen == [
        (ONE, True, False),
        (TWO, True, False),
        (ONE, True, True),
        (PLAIN, False, True),
        (ONE, True, True),
    ]


def test_a_gesture_is_one_step(shaping):
    for amount in (0.25, 0.5, 0.75):
        shaping.change(ShapeEdit((amount,)), gesture=1)
    shaping.change(ONE, gesture=2)
    shaping.undo()
    assert shaping.edit == ShapeEdit((0.75,))
    shaping.undo()
    assert shaping.edit == PLAIN and not shaping.can_undo


def test_a_changed_shape_is_cut_where_the_unchanged_one_was(shaping, image):
    shaping.change(ONE)
    request = shaping.applied(ReconRequest(image), MODEL)
    assert request.edit == replace(ONE, cut=1.5)
    shaping.take(image, made(request.edit, cut=9.0))  # what a changed shape tells is not kept
    assert shaping.applied(ReconRequest(image), MODEL).edit.cut == 1.5
    shaping.undo()
    assert shaping.applied(ReconRequest(image), MODEL).edit == PLAIN


def test_where_another_model_would_cut_is_not_known(shaping, image):
    shaping.change(ShapeEdit(symmetry=Symmetry.BOTH))
    assert shaping.applied(ReconRequest(image), Path("b.safetensors")).edit.cut is None
    assert shaping.applied(ReconRequest(image, category="car"), MODEL).edit.cut is None
    assert shaping.applied(ReconRequest(image), MODEL).edit.cut == 1.5


def test_another_picture_begins_anew(shaping):
    shaping.change(ONE)
    assert shaping.applied(ReconRequest(picture()), MODEL).edit == PLAIN
    assert shaping.edit == PLAIN and not shaping.can_undo


def test_a_kept_result_brings_its_change_along(shaping):
    other = picture()
    shaping.take(other, made(replace(TWO, cut=0.5)))
    assert shaping.edit == TWO and not shaping.can_undo
    assert shaping.applied(ReconRequest(other), MODEL).edit == TWO
