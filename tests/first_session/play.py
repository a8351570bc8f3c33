"""The session, step by step: drop, mend, reconstruct, orbit, compare, export, reopen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import trimesh
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from imrecon_gui import paths
from imrecon_gui.ui.compare_dialog import CompareDialog
from imrecon_gui.ui.main_window import MainWindow
from imrecon_gui.ui.mask_canvas import Tool
from imrecon_gui.ui.mask_dialog import MaskDialog
from tests.first_session import props
from tests.first_session.hands import drag, drop, pause, wait
from tests.first_session.recorder import Recorder

SETTLE_MS = 400
SIZE_MM = 80.0
SAME_SHAPE_IOU = 0.99


class FirstSession:
    """Plays in a shown window; files are written to a folder, which is also where they are found again."""

    def __init__(self, window: MainWindow, recorder: Recorder, folder: Path) -> None:
        self._window, self._recorder, self._folder = window, recorder, folder
        self._tab = window.reconstruct_tab
        self._sample = paths.examples_dir() / f"{props.SAMPLE}.png"
        self._mask = np.zeros((0, 0), np.uint8)
        self._last = self._tab.result

    def play(self) -> None:
        """Every step; an error ends the session."""
        steps = {
            "open the window": self.open_window,
            "drop a picture": self.drop_picture,
            "mend the cut-out": self.mend,
            "reconstruct": self.reconstruct,
            "orbit": self.orbit,
            "lay the photo over": self.lay_photo_over,
            "compare with the truth": self.compare,
            "export": self.export,
            "reopen the file": self.reopen,
        }
        for name, do in steps.items():
            with self._recorder.step(name):
                do()
                self._check_calm()

    def open_window(self) -> None:
        """Wait until the window is whole, and see that it is not empty."""
        viewport = self._tab.view.viewport
        wait(lambda: viewport.plotter is not None and self._tab.params.device_box.count() > 1)
        wait(lambda: self._tab.result is not None)
        wait(self._has_keyboard)
        self._shoot("opened")
        self._check("the viewport draws", viewport.plotter is not None)
        self._check("a model is installed", self._tab.params.model is not None)
        self._check("a sample and its mesh are there", viewport.mesh is not None)
        self._check("sample pictures are offered", self._tab.image_panel.samples_button.isEnabled())

    def drop_picture(self) -> None:
        """Drop a picture whose cut-out holds more than the object."""
        path = self._folder / f"{props.SAMPLE} with a ball.png"
        with self._recorder.apart():
            self._mask = props.soiled_picture(self._sample, path)
        self._check("the panel welcomes it", drop(self._tab.image_panel, path))
        wait(lambda: self._tab.image.name == path.stem)
        self._shoot("dropped")
        found = self._tab.image.cutout[..., 3]
        self._check("the cut-out holds the ball too", found[props.BLOT_AT[::-1]] > 0)

    def mend(self) -> None:
        """Rub the ball out."""
        wait(self._has_keyboard)
        QTest.keyClick(self._window, Qt.Key.Key_M)
        dialog = self._window.findChild(MaskDialog)
        wait(lambda: dialog.windowHandle() is not None and dialog.windowHandle().isExposed())
        dialog.bar.tool_buttons[Tool.ERASE].click()
        dialog.canvas.set_radius(props.BLOT_RADIUS)
        (x, y), reach = props.BLOT_AT, props.BLOT_RADIUS // 2
        corners = ((x - reach, y), (x + reach, y), (x, y + reach), (x, y - reach // 2))
        place = dialog.canvas._placement().to_widget.map
        drag(dialog.canvas, [place(QPointF(*corner)) for corner in corners])
        pause(SETTLE_MS)
        self._shoot("mended")
        self._last = self._tab.result
        dialog.ok_button.click()
        wait(self._has_keyboard)
        with self._recorder.apart():
            share = props.overlap(self._tab.image.cutout[..., 3], self._mask)
        self._check("the tab has the mended picture", self._tab.image.mending is not None)
        self._check(f"its mask is the object's ({share:.2%} the same)", share > SAME_SHAPE_IOU)

    def reconstruct(self) -> None:
        """The mended picture is reconstructed by itself; wait for the mesh and its colours."""
        tab = self._tab
        wait(
            lambda: tab.result is not self._last and not self._window.context.services.reconstruction.is_busy
        )
        wait(lambda: tab.paint is not None and tab.view.photo_button.isEnabled())
        self._shoot("reconstructed")
        mesh = tab.result.mesh
        self._check(f"it is taken for a {tab.result.category}", tab.result.category == "car")
        self._check("the mesh is closed", tab.result.watertight)
        self._check("the mesh is shown", tab.view.viewport.mesh is mesh)
        self._recorder.sizes["Mesh"] = f"{len(mesh.vertices):,} vertices, {len(mesh.faces):,} faces"

    def orbit(self) -> None:
        """Turn the mesh with the mouse, and look at it in the photo's colours."""
        viewport = self._tab.view.viewport
        before = np.array(viewport.plotter.camera.position)
        middle = QPointF(viewport.plotter.rect().center())
        drag(viewport.plotter, [middle + QPointF(12 * i, 2 * i) for i in range(16)])
        QTest.keyClick(self._window, Qt.Key.Key_C)
        pause(SETTLE_MS)
        self._shoot("orbited")
        turned = np.linalg.norm(np.array(viewport.plotter.camera.position) - before)
        self._check("the camera went round", turned > 0.2)
        QTest.keyClick(self._window, Qt.Key.Key_R)

    def lay_photo_over(self) -> None:
        """Go to where the photo was taken, and back."""
        view = self._tab.view
        QTest.keyClick(self._window, Qt.Key.Key_P)
        pause(SETTLE_MS)
        self._shoot("photo-over-mesh")
        self._check("the photo lies over the mesh", view.photo_view.is_shown)
        QTest.keyClick(self._window, Qt.Key.Key_P)
        self._check("and goes again", not view.photo_view.is_shown)

    def compare(self) -> None:
        """Drop the true shape on the mesh."""
        path = self._folder / "true shape.ply"
        with self._recorder.apart():
            props.write_truth(path)
        found = self._compare_with(path, "compared")
        self._check(f"they overlap ({found:.1%})", found > 0.5)
        self._recorder.sizes["Overlap with the true shape (IoU)"] = f"{found:.1%}"

    def export(self) -> None:
        """Save for the printer, with a size of one's own."""
        bar, service = self._tab.view.export_bar, self._window.context.services.export
        bar.size_box.setValue(SIZE_MM)
        written: list[Path] = []
        service.exported.connect(written.append)
        self._window.context.dialogs.mesh_to_save = lambda *_: self._exported  # type: ignore[method-assign]
        QTest.keyClick(self._window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        wait(lambda: written)
        self._shoot("exported")
        self._check("the window says where it is", "saved" in self._window.problems.message.text())
        size = self._exported.stat().st_size
        self._recorder.sizes["File"] = f"{self._exported.name}, {size / 1e6:.1f} MB"

    def reopen(self) -> None:
        """Look at the file with another program's eyes, then drop it on the mesh it came from."""
        with self._recorder.apart():
            self._check_print()
        found = self._compare_with(self._exported, "reopened")
        self._check(f"read again, it is the mesh on the screen ({found:.2%})", found > SAME_SHAPE_IOU)

    def _check_print(self) -> None:
        opened = trimesh.load(self._exported, force="mesh")
        sides = np.ptp(opened.bounds, axis=0)
        error = props.printed_error_mm(self._exported, self._tab.result.mesh, SIZE_MM)
        words = " x ".join(f"{side:.1f}" for side in sides)
        self._recorder.sizes["In the file"] = f"{words} mm"
        self._check(f"its longest side is {SIZE_MM:.0f} mm ({words})", abs(sides.max() - SIZE_MM) < 0.01)
        self._check("it stands on the floor", abs(opened.bounds[0, 2]) < 0.01)
        self._check(f"+Z is up and every corner in its place (to {error:.4f} mm)", error < 0.01)
        self._check("it is closed and not inside out", opened.is_watertight and opened.volume > 0)

    @property
    def _exported(self) -> Path:
        return self._folder / f"{props.SAMPLE}.stl"

    def _compare_with(self, path: Path, shot: str) -> float:
        """Drop a mesh file on the viewport; the volume overlap (IoU) that the dialog shows."""
        self._check("the viewport welcomes it", drop(self._tab.view.viewport, path))
        dialog = self._window.findChild(CompareDialog)
        wait(lambda: dialog.comparison is not None and dialog.theirs.plotter is not None)
        pause(SETTLE_MS)
        self._shoot(shot)
        found = float(dialog.comparison.iou)
        dialog.reject()
        wait(lambda: self._window.findChild(CompareDialog) is None)
        wait(self._has_keyboard)
        return found

    def _check(self, words: str, holds: object) -> None:
        self._recorder.check(words, holds)

    def _has_keyboard(self) -> bool:
        """Ask for the keyboard, and whether the window has it; nobody else hands it out without a manager."""
        self._window.activateWindow()
        return self._window.isActiveWindow()

    def _check_calm(self) -> None:
        """Nothing went wrong that the window speaks of."""
        problems = self._window.problems
        is_calm = self._window.bug_dialog is None and not problems.copy_button.isVisible()
        self._check("nothing went wrong" if is_calm else f"no problem ({problems.message.text()})", is_calm)

    def _shoot(self, name: str) -> None:
        pause(SETTLE_MS)
        self._recorder.shoot(name, self._window.geometry().getRect())
