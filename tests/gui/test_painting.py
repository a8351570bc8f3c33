"""The photo's colours and the seen side, through the real window."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.ui.legend import IMAGINED_WORDS, SEEN_WORDS
from imrecon_gui.view3d.convert import blended
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE, PAINTED_STYLES, DrawStyle
from tests.gui.steps import reconstruct

VIEW = Viewpoint(azimuth_deg=30, scale=1.5)


@pytest.fixture
def painted(qtbot, tab, engine):
    """The tab with a mesh and its colours."""
    engine.viewpoint = VIEW
    reconstruct(qtbot, tab)
    qtbot.waitUntil(lambda: tab.paint is not None)
    return tab


def buttons(tab):
    return [tab.view._style_buttons[style] for style in PAINTED_STYLES]


def drawn_colours(tab):
    return tab.view.viewport.plotter.actors["mesh"].mapper.dataset.point_data["paint"]


def test_colours_are_found_once_in_the_worker(qtbot, painted, engine):
    qtbot.wait(50)
    assert engine.paintings == [(painted.result.mesh, painted.image, VIEW)]
    assert threading.main_thread() not in engine.threads


def test_the_styles_wait_for_a_mesh_and_for_colours(qtbot, tab, engine):
    assert not any(button.isEnabled() for button in buttons(tab))
    assert "reconstruct a picture first" in buttons(tab)[0].toolTip()
    engine.viewpoint = VIEW
    reconstruct(qtbot, tab)
    qtbot.waitUntil(lambda: all(button.isEnabled() for button in buttons(tab)))
    assert [button.toolTip() for button in buttons(tab)] == ["Photo's colours (C)", "Seen and imagined (I)"]


def test_a_model_without_a_viewpoint_says_why_not(qtbot, window, tab, engine):
    reconstruct(qtbot, tab)
    assert engine.paintings == []
    for button in buttons(tab):
        assert not button.isEnabled() and "where the picture was taken from" in button.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_C)
    assert tab.view.viewport.style_name is DrawStyle.SHADED


def test_the_photos_colours_are_drawn(qtbot, needs_opengl, painted):
    buttons(painted)[0].click()
    assert painted.view.viewport.style_name is DrawStyle.PHOTO
    np.testing.assert_array_equal(drawn_colours(painted), np.tile((200, 30, 30), (6, 1)))
    assert not painted.view.legend.isVisible()


@pytest.mark.parametrize("scene", [LIGHT_SCENE, DARK_SCENE])
def test_seen_and_imagined_are_drawn_with_a_legend(qtbot, needs_opengl, painted, scene):
    painted.view.viewport.set_colours(scene)
    buttons(painted)[1].click()
    qtbot.waitUntil(painted.view.legend.isVisible)
    seen = painted.paint.seen
    np.testing.assert_array_equal(drawn_colours(painted), blended(seen, scene.seen, scene.imagined))
    assert len(np.unique(drawn_colours(painted), axis=0)) == 2
    words = [child.text() for child in painted.view.legend.children() if hasattr(child, "text")]
    assert words == [SEEN_WORDS, IMAGINED_WORDS]


@pytest.mark.parametrize(("key", "style"), [("C", DrawStyle.PHOTO), ("I", DrawStyle.SEEN)])
def test_keys_go_there_and_back(qtbot, window, painted, key, style):
    code = getattr(Qt.Key, f"Key_{key}")
    qtbot.keyClick(window, code)
    assert painted.view.viewport.style_name is style
    qtbot.keyClick(window, code)
    assert painted.view.viewport.style_name is DrawStyle.SHADED


def test_the_style_stays_from_one_result_to_the_next(qtbot, needs_opengl, painted):
    painted.view.set_style(DrawStyle.PHOTO)
    first = painted.paint
    reconstruct(qtbot, painted)
    qtbot.waitUntil(lambda: painted.paint not in (None, first))
    assert painted.view.viewport.style_name is DrawStyle.PHOTO
    assert "paint" in painted.view.viewport.plotter.actors["mesh"].mapper.dataset.point_data


def test_after_a_cancelled_one_the_colours_come_back(qtbot, window, painted, engine):
    painted.view.set_style(DrawStyle.PHOTO)
    engine.hold.set()
    painted.params.button.click()
    qtbot.waitUntil(lambda: painted.view.viewport.mesh is not painted.result.mesh)
    assert painted.view.viewport.paint is None
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: painted.params.button.text() == "Reconstruct")
    assert painted.view.viewport.paint is painted.paint


def test_files_carry_the_colours(qtbot, painted, engine, dialogs, tmp_path):
    dialogs.mesh = tmp_path / "out.ply"
    painted.view.export_bar.export(".ply")
    qtbot.waitUntil(lambda: engine.exports != [])
    mesh = engine.exports[0][0]
    np.testing.assert_array_equal(mesh.colours, painted.paint.colours)
    np.testing.assert_array_equal(mesh.vertices, painted.result.mesh.vertices)
    assert dialogs.suggestions[0].name == "red chair.ply"


def test_a_narrow_window_leaves_out_the_views_and_squeezes_nothing(qtbot, window):
    view = window.reconstruct_tab.view
    export = view.export_bar.button
    for width, has_views in ((1240, True), (960, False), (1240, True)):
        window.resize(width, 640)
        qtbot.waitUntil(lambda: window.width() == width)  # noqa: B023
        qtbot.waitUntil(lambda: view.views.isVisible() == has_views)  # noqa: B023
        qtbot.wait(20)
        assert export.width() >= export.minimumSizeHint().width()


def test_seen_and_imagined_differ_in_brightness_too():
    for scene in (LIGHT_SCENE, DARK_SCENE):
        light, dark = (luminance(colour) for colour in (scene.seen, scene.imagined))
        assert (light + 0.05) / (dark + 0.05) > 2


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1) of "#rrggbb"."""
    encoded = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
