"""Where changes of the shape meet the tab: each is made at once, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from imrecon_gui.core.types import PreparedImage, ReconRequest, ReconResult
from imrecon_gui.language import tr
from imrecon_gui.services.shaping import Blend, ShapeEdit, Shaping
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.second_picture import SecondPicture

if TYPE_CHECKING:
    from imrecon_gui.ui.reconstruct_tab import ReconstructTab

SOON_MS = 40
"""Between a change and the order for it, so that several at once are one order."""


class ShapeDesk(QObject):
    """Orders the changed shape as fast as the network sketches it, and no faster: live, but never starved.

    Attributes:
        shaping: The change and its history.
        undo_action: Takes the last step back.
        redo_action: Makes it again.
        second: Gets the second picture.
    """

    def __init__(self, context: Context, tab: ReconstructTab) -> None:
        super().__init__(tab)
        self._service = context.services.reconstruction
        self._tab, self._bar = tab, tab.view.shape_bar
        self.shaping = Shaping(self)
        self.second = SecondPicture(context, tab, self._bar.blend_row)
        self._is_due = self._is_sketched = False
        self._timer = QTimer(self, singleShot=True, interval=SOON_MS)
        self.undo_action = self._action("&Undo the change of shape", "Ctrl+Z", self.undo)
        self.redo_action = self._action("Re&do the change of shape", "Ctrl+Shift+Z", self.redo)
        self._connect(context)
        self._show()
        self.set_ready(False)

    def applied(self, request: ReconRequest, model: Path) -> ReconRequest:
        """A request with the change of shape the person wants of that picture."""
        self._is_due = self._is_sketched = False
        return self.shaping.applied(request, model)

    def take(self, image: PreparedImage | None, result: ReconResult) -> None:
        """Offer to change the shape of a finished mesh."""
        self.shaping.take(image, result)
        self._bar.set_directions(result.n_directions)
        self.set_ready(True)

    def set_ready(self, is_ready: bool) -> None:
        """Whether the mesh shown can be changed."""
        self._bar.setEnabled(is_ready)
        self.undo_action.setEnabled(is_ready and self.shaping.can_undo)
        self.redo_action.setEnabled(is_ready and self.shaping.can_redo)

    def undo(self) -> None:
        """Take the last step back."""
        if self.shaping.undo():
            self._order()

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if self.shaping.redo():
            self._order()

    def add_to(self, menu: QMenu) -> None:
        """Offer both in a menu."""
        menu.addActions([self.undo_action, self.redo_action])

    def _change(self, edit: ShapeEdit, gesture: object) -> None:
        self.shaping.change(edit, gesture)
        self._order()

    def _blend(self, image: PreparedImage) -> None:
        """Mix a second picture in, as much of it as of the one before."""
        if self._bar.isEnabled():
            edit = self.shaping.edit
            self._change(replace(edit, blend=replace(edit.blend or Blend(image), image=image)), None)

    def _order(self) -> None:
        self._is_due = True
        self._timer.start()

    def _go(self) -> None:
        """Order the shape if it is due and the last one has been seen."""
        if self._is_due and not self._timer.isActive() and (self._is_sketched or not self._service.is_busy):
            self._is_due = False
            self._tab.remesh()

    def _on_sketch(self) -> None:
        self._is_sketched = True
        self._go()

    def _show(self) -> None:
        shaping = self.shaping
        self._bar.show_edit(shaping.edit, shaping.can_undo, shaping.can_redo)
        self.set_ready(self._bar.isEnabled())

    def _action(self, words: str, keys: str, do: object) -> QAction:
        action = QAction(tr(words), self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        return action

    def _connect(self, context: Context) -> None:
        self.shaping.changed.connect(self._show)
        self._timer.timeout.connect(self._go)
        self._bar.changed.connect(self._change)
        self.second.taken.connect(self._blend)
        self._bar.undo_asked.connect(self.undo)
        self._bar.redo_asked.connect(self.redo)
        self._service.sketched.connect(self._on_sketch)
        self._service.busy_changed.connect(self._go)
        self._tab.picture_taken.connect(lambda: self.set_ready(False))
        context.services.preparation.prepared.connect(lambda _image: self.set_ready(False))
