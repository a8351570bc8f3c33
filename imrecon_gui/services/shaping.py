"""What a person changes of the shape that is shown, step by step and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.history import History
from imrecon_gui.core.shape_edit import FARTHEST, PLAIN, Blend, ShapeEdit, Symmetry
from imrecon_gui.core.types import PreparedImage, ReconRequest, ReconResult

__all__ = ["FARTHEST", "PLAIN", "Blend", "ShapeEdit", "Shaping", "Symmetry"]

MOST_STEPS = 500


@dataclass(frozen=True)
class Step:
    """One change of the shape; `gesture` tells which movement of a hand it belongs to."""

    before: ShapeEdit
    after: ShapeEdit
    gesture: object = None

    @property
    def n_bytes(self) -> int:
        """Steps are counted, not weighed."""
        return 1


class Shaping(QObject):
    """The change of the shape of one picture's object; another picture begins anew.

    Attributes:
        edit: The change now.

    Signals:
        changed(): The change or its history is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit = PLAIN
        self._history: History[Step] = History(MOST_STEPS)
        self._image: PreparedImage | None = None
        self._order: object = None
        self._cut: tuple[object, float] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self._history.can_redo

    def change(self, edit: ShapeEdit, gesture: object = None) -> None:
        """Make another change of the shape; those of one gesture, if it is not None, are one step."""
        if edit == self.edit:
            return
        last = self._history.last
        goes_on = gesture is not None and last is not None and last.gesture == gesture and not self.can_redo
        before = last.before if goes_on and last is not None else self.edit
        self._history.push(Step(before, edit, gesture), replaces_last=goes_on)
        self._put(edit)

    def undo(self) -> bool:
        """Take the last step back; whether there was one."""
        step = self._history.undo()
        if step is not None:
            self._put(step.before)
        return step is not None

    def redo(self) -> bool:
        """Make the step again that was taken back last; whether there was one."""
        step = self._history.redo()
        if step is not None:
            self._put(step.after)
        return step is not None

    def applied(self, request: ReconRequest, model: Path) -> ReconRequest:
        """The request with the change: cut where the unchanged shape was, if that is known."""
        if isinstance(request.image, PreparedImage):
            self._begin(request.image, PLAIN)
        self._order = (model, request.category)
        known = self._cut is not None and self._cut[0] == self._order and not self.edit.is_plain
        cut = self._cut[1] if known and self._cut is not None else None
        return replace(request, edit=replace(self.edit, cut=cut))

    def take(self, image: PreparedImage | None, result: ReconResult) -> None:
        """Learn from a result of a picture where its shape was cut, and how it is changed if it is news."""
        if image is not None:
            self._begin(image, replace(result.edit, cut=None))
        if result.edit.is_plain:
            self._cut = (self._order, result.cut)

    def _begin(self, image: PreparedImage, edit: ShapeEdit) -> None:
        """Start afresh if this is another picture."""
        if image is not self._image:
            self._image, self._order, self._cut = image, None, None
            self._history = History(MOST_STEPS)
            self._put(edit)

    def _put(self, edit: ShapeEdit) -> None:
        self.edit = edit
        self.changed.emit()
