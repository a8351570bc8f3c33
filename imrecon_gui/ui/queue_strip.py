"""The row of pictures that wait, are at work, or are done; hidden while there are none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from imrecon_gui.language import tr
from imrecon_gui.services.batch import Item, State
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.parts import label

THUMBNAIL_PX = 56
CELL = QSize(104, 104)
SCROLL_BAR_PX = 14
NUMBER_ROLE = Qt.ItemDataRole.UserRole

STATE_WORDS = {
    State.WAITING: "waiting",
    State.AT_WORK: "at work …",
    State.DONE: "done",
    State.FAILED: "failed",
    State.CANCELLED: "cancelled",
}
STATE_COLOURS = {
    State.WAITING: "muted",
    State.AT_WORK: "accent",
    State.DONE: "good",
    State.FAILED: "bad",
    State.CANCELLED: "muted",
}


class QueueStrip(QFrame):
    """Shows the queue's items and what can be done with them.

    Attributes:
        list: One entry per item, in order.
        status: How many are done.

    Signals:
        chosen(number): The person wants to see this item.
        remove_asked(number): They want it gone.
        export_asked(), cancel_asked(), go_on_asked(): They want all meshes in files; to stop; to go on.
    """

    chosen = Signal(int)
    remove_asked = Signal(int)
    export_asked = Signal()
    cancel_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._items: dict[int, Item] = {}
        self.setObjectName("card")
        self.list = QListWidget()
        self.status = label("", "caption")
        self.export_button = QPushButton(tr("Export all…"))
        self.stop_button = QPushButton(tr("Cancel"))
        self.remove_button = QPushButton(tr("Remove"))
        self._is_busy = False
        self._build()
        self.list.itemSelectionChanged.connect(self._on_selection)
        self.remove_button.clicked.connect(self._remove)
        self.stop_button.clicked.connect(self._stop)
        self.export_button.clicked.connect(self.export_asked)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list, self._remove)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        context.theme.changed.connect(self._redraw)
        self.hide()

    @property
    def selected(self) -> int:
        """The number of the item selected, 0 if there is none."""
        entries = self.list.selectedItems()
        return int(entries[0].data(NUMBER_ROLE)) if entries else 0

    def show_item(self, item: Item) -> None:
        """Show an item as it is now; a new one comes last."""
        self._items[item.number] = item
        entry = self._entry(item.number) or QListWidgetItem(self.list)
        self._draw(entry, item)
        self._refresh()

    def remove_item(self, number: int) -> None:
        """Show it no longer; the strip hides with its last item."""
        self._items.pop(number, None)
        entry = self._entry(number)
        if entry is not None:
            self.list.takeItem(self.list.row(entry))
        self._refresh()

    def set_busy(self, is_busy: bool) -> None:
        """Say whether items are being worked on."""
        self._is_busy = is_busy
        self._refresh()

    def select(self, number: int) -> None:
        """Select an item as if the person had; 0 selects none."""
        entry = self._entry(number)
        self.list.setCurrentItem(entry) if entry is not None else self.list.clearSelection()

    def _entry(self, number: int) -> QListWidgetItem | None:
        entries = (self.list.item(row) for row in range(self.list.count()))
        return next((entry for entry in entries if entry.data(NUMBER_ROLE) == number), None)

    def _draw(self, entry: QListWidgetItem, item: Item) -> None:
        words, name = tr(STATE_WORDS[item.state]), item.path.stem
        fits = self.list.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, CELL.width() - 16)
        entry.setData(NUMBER_ROLE, item.number)
        entry.setText(tr(f"{fits}\n{words}"))
        entry.setIcon(self._thumbnail(item))
        entry.setForeground(QColor(self._context.theme.colours[STATE_COLOURS[item.state]]))
        entry.setToolTip(tr(f"{name}: {item.sentence or words}"))
        entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {tr(item.sentence) or words}")

    def _thumbnail(self, item: Item) -> QIcon:
        if item.image is None:
            return self._context.icons.get("warning" if item.state is State.FAILED else "picture")
        return QIcon(QPixmap.fromImage(to_image(item.image.network_rgba)))

    def _redraw(self) -> None:
        for number, item in self._items.items():
            entry = self._entry(number)
            if entry is not None:
                self._draw(entry, item)

    def _refresh(self) -> None:
        states = [item.state for item in self._items.values()]
        n_done, n_failed = states.count(State.DONE), states.count(State.FAILED)
        failed = f", {n_failed} failed" if n_failed else ""
        self.status.setText(tr(f"{n_done} of {len(states)} done{failed}"))
        can_go_on = not self._is_busy and State.CANCELLED in states
        self.stop_button.setText(tr("Go on" if can_go_on else "Cancel"))
        self.stop_button.setEnabled(self._is_busy or can_go_on)
        self.export_button.setEnabled(n_done > 0)
        self.remove_button.setEnabled(bool(self.selected))
        self.setVisible(bool(states))

    def _on_selection(self) -> None:
        self._refresh()
        if self.selected:
            self.chosen.emit(self.selected)

    def _remove(self) -> None:
        if self.selected:
            self.remove_asked.emit(self.selected)

    def _stop(self) -> None:
        (self.cancel_asked if self._is_busy else self.go_on_asked).emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(self._build_top())
        self._build_list()
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _build_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("Queue", "cardTitle"))
        row.addWidget(self.status, 1)
        self.export_button.setIcon(self._context.icons.get("export"))
        self.export_button.setToolTip(tr("Save every finished mesh in a folder"))
        self.stop_button.setToolTip(tr("Stop working on the queue, or go on with what was cancelled"))
        self.remove_button.setToolTip(tr("Take the selected picture out of the queue (Del)"))
        for button in (self.export_button, self.stop_button, self.remove_button):
            row.addWidget(button)
        return row

    def _build_list(self) -> None:
        self.list.setAccessibleName(tr("Queue of pictures"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setWrapping(False)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.list.setGridSize(CELL)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(CELL.height() + SCROLL_BAR_PX)
