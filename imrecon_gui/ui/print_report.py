"""The report on a print: a line for each measure, and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from imrecon_gui.language import tr
from imrecon_gui.services.printing import Verdict
from imrecon_gui.ui.theme import Theme

MARKS = {True: "✓", False: "!"}
HEADINGS = ("", "Measure", "Value", "What it means")


class PrintReportTable(QTableWidget):
    """Shows verdicts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(HEADINGS))
        self._theme = theme
        self._verdicts: tuple[Verdict, ...] = ()
        self.setHorizontalHeaderLabels([tr(words) for words in HEADINGS])
        self.setAccessibleName(tr("Report"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        theme.changed.connect(self._draw)

    def show_verdicts(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show these in place of the last."""
        self._verdicts = verdicts
        self._draw()

    def _draw(self) -> None:
        self.setRowCount(len(self._verdicts))
        for row, verdict in enumerate(self._verdicts):
            colour = QColor(self._theme.colours["good" if verdict.is_good else "bad"])
            texts = (MARKS[verdict.is_good], verdict.what, verdict.value, verdict.words)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(tr(text))
                if column == 0 or (column == 2 and not verdict.is_good):
                    item.setForeground(colour)
                self.setItem(row, column, item)
