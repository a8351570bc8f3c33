"""The window without a mouse and without eyes: every part has a name and can be reached by Tab."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from imrecon_gui.ui.mask_dialog import MaskDialog
from imrecon_gui.ui.print_dialog import PrintDialog
from tests.gui.fakes import octahedron
from tests.gui.steps import reconstruct
from tests.gui.test_pictures import drop, files


def focusable(root: QWidget) -> list[QWidget]:
    """The parts that can have the keyboard, without Qt's own inner ones."""
    found = [root, *root.findChildren(QWidget)]
    return [w for w in found if w.focusPolicy() is not Qt.FocusPolicy.NoFocus and not is_inner(w)]


def is_inner(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another: the line of a spin box, the list of a combo box."""
    above = [widget.parent()] if widget.parent() is not None else []
    above += [above[0].parent()] if above and above[0].parent() is not None else []
    kinds = {type(one).__name__ for one in above} | {one.metaObject().className() for one in above}
    return bool(kinds & {"QSpinBox", "QDoubleSpinBox", "QComboBox", "QComboBoxPrivateContainer"})


def nameless(root: QWidget) -> list[str]:
    """Those of them that a screen reader would pass over in silence."""
    return [
        f"{type(w).__name__} {w.objectName()}"
        for w in focusable(root)
        if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name).strip()
    ]


def by_tab(root: QWidget) -> set[QWidget]:
    """The parts that Tab comes by."""
    seen: set[QWidget] = set()
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.add(now)
        root.focusNextChild() if now is root else now.focusNextPrevChild(True)
    return seen


def reachable(root: QWidget) -> list[QWidget]:
    """The parts that Tab should come by now."""
    return [
        w
        for w in focusable(root)
        if w is not root
        and w.isVisible()
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not is_reached_by_arrows(w)
    ]


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Of buttons of which one is chosen, Tab comes by the chosen one only."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


@pytest.fixture
def full(qtbot, window, tab, picture):
    """The window with a mesh and a queue."""
    reconstruct(qtbot, tab)
    drop(window, files(picture, picture))
    qtbot.waitUntil(lambda: not window.context.services.batch.is_busy)
    return window


@pytest.mark.parametrize("index", [0, 1, 2])
def test_every_part_of_a_tab_has_a_name(full, index):
    full.choose_tab(index)
    assert ", ".join(nameless(full)) == ""


@pytest.mark.parametrize("kind", [MaskDialog, PrintDialog])
def test_every_part_of_a_dialog_has_a_name(qtbot, full, kind):
    tab = full.reconstruct_tab
    (tab.mend if kind is MaskDialog else tab.view.export_bar.prepare_print)()
    dialog = full.findChild(kind)
    assert nameless(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("name", ["show_cheat_sheet", "show_about"])
def test_every_part_of_a_sheet_has_a_name(full, name):
    getattr(full, name)()
    assert nameless(full.findChild(QDialog)) == []


@pytest.mark.parametrize("index", [0, 1, 2])
def test_tab_comes_by_every_part(full, index):
    full.choose_tab(index)
    expected = reachable(full)
    assert len(expected) > 2
    expected[0].setFocus()
    missed = set(expected) - by_tab(full)
    assert [f"{type(w).__name__} {w.accessibleName() or w.objectName()}" for w in missed] == []


def test_the_arrows_turn_the_mesh_and_plus_comes_closer(qtbot, needs_opengl, window):
    viewport = window.reconstruct_tab.view.viewport
    viewport.show_mesh(octahedron())
    plotter = viewport.plotter
    plotter.setFocus()
    qtbot.keyClick(window, "1")
    before = np.array(plotter.camera.position)
    qtbot.keyClick(plotter, Qt.Key.Key_Right)
    after = np.array(plotter.camera.position)
    assert np.linalg.norm(after) == pytest.approx(np.linalg.norm(before), rel=1e-3)
    cosine = after @ before / np.linalg.norm(after) / np.linalg.norm(before)
    assert cosine == pytest.approx(np.cos(np.radians(15)), abs=1e-3)
    qtbot.keyClick(plotter, Qt.Key.Key_Up)
    assert plotter.camera.position[1] > after[1] + 0.1
    for _ in range(20):
        qtbot.keyClick(plotter, Qt.Key.Key_Up)
    assert plotter.camera.position[1] > 0 and plotter.camera.up[1] > 0
    qtbot.keyClick(plotter, Qt.Key.Key_Plus)
    assert np.linalg.norm(plotter.camera.position) == pytest.approx(np.linalg.norm(before) / 1.2, rel=1e-3)


def test_printing_is_in_the_menu_too(full):
    actions = full.menuBar().actions()[0].menu().actions()
    next(action for action in actions if "printing" in action.text()).trigger()
    assert full.findChild(PrintDialog) is not None
