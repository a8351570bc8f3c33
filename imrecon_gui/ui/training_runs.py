"""The runs that were: compared by their curves, let go on, or followed again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.services.past_runs import PastRun
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.parts import flat_button, label
from imrecon_gui.ui.training_words import run_lines

COLOURS = ("#d9822b", "#1f9e8f", "#b0459c", "#3a8fd9", "#8d9430", "#c8503c")
"""Of the curves that are compared, readable on light and on dark."""
SWATCH_PX = 10
ROLE = Qt.ItemDataRole.UserRole
MODEL = "model.safetensors"
WORDS = "Tick runs to lay their curves over this one's."


class RunsPage(QWidget):
    """The list of runs, and what can be done with the chosen one.

    Attributes:
        list: The runs, a tick for each that is compared.

    Signals:
        compared(): Other runs are ticked.
        go_on_asked(PastRun), follow_asked(PastRun), card_asked(Path), refresh_asked(): The person wants it.
    """

    compared = Signal()
    go_on_asked = Signal(object)
    follow_asked = Signal(object)
    card_asked = Signal(object)
    refresh_asked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._can_start = True
        self.list = QListWidget()
        self.words = label("No run yet.", "caption", wraps=True)
        self.go_on_button = QPushButton(tr("Go on"))
        self.card_button = QPushButton(tr("Model card"))
        self.refresh_button = flat_button(icons.get("reset"), "Look for runs again")
        self._build()
        self._connect()
        self._refresh()

    def set_runs(self, runs: tuple[PastRun, ...]) -> None:
        """Show these runs, the newest first, and keep the ticks."""
        ticked, chosen = {run.folder for run, _ in self.ticked()}, self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for run in runs:
            item = _item(run, run.folder in ticked)
            self.list.addItem(item)
            if chosen is not None and run.folder == chosen.folder:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._on_ticked()

    def set_can_start(self, can_start: bool) -> None:
        """Whether a run may be started or followed now: none is followed."""
        self._can_start = can_start
        self._refresh()

    def ticked(self) -> list[tuple[PastRun, str]]:
        """The runs ticked, each with its colour."""
        items = [self.list.item(i) for i in range(self.list.count())]
        runs = [item.data(ROLE) for item in items if item.checkState() == Qt.CheckState.Checked]
        return [(run, COLOURS[i % len(COLOURS)]) for i, run in enumerate(runs)]

    def _chosen(self) -> PastRun | None:
        item = self.list.currentItem()
        return item.data(ROLE) if item is not None else None

    def _on_ticked(self) -> None:
        colours = {run.folder: colour for run, colour in self.ticked()}
        self.list.blockSignals(True)
        for item in (self.list.item(i) for i in range(self.list.count())):
            item.setIcon(_swatch(colours.get(item.data(ROLE).folder)))
        self.list.blockSignals(False)
        self.compared.emit()
        self._refresh()

    def _refresh(self) -> None:
        run = self._chosen()
        self.words.setText(tr(WORDS if self.list.count() else "No run yet."))
        self.go_on_button.setText(tr("Follow" if run is not None and run.is_alive else "Go on"))
        can_act = run is not None and (run.is_alive or run.can_go_on)
        self.go_on_button.setEnabled(self._can_start and can_act)
        self.card_button.setEnabled(run is not None and (run.folder / MODEL).is_file())

    def _act(self) -> None:
        run = self._chosen()
        if run is not None:
            (self.follow_asked if run.is_alive else self.go_on_asked).emit(run)

    def _ask_card(self) -> None:
        run = self._chosen()
        if run is not None:
            self.card_asked.emit(run.folder / MODEL)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._on_ticked)
        self.list.currentItemChanged.connect(self._refresh)
        self.go_on_button.clicked.connect(self._act)
        self.card_button.clicked.connect(self._ask_card)
        self.refresh_button.clicked.connect(self.refresh_asked)

    def _build(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.list.setAccessibleName(tr("Runs"))
        self.list.setIconSize(QSize(SWATCH_PX, SWATCH_PX))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go_on_button.setToolTip(tr("Let this run make the steps that it has left"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        for button in (self.go_on_button, self.card_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.refresh_button)
        layout.addLayout(row)


def _item(run: PastRun, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(run_lines(run))
    item.setData(ROLE, run)
    item.setToolTip(f"{item.text()}\n{run.folder}")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item


def _swatch(colour: str | None) -> QIcon:
    pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
    pixmap.fill(QColor(colour) if colour else Qt.GlobalColor.transparent)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else it is tinted
    return icon
