"""What the program is, and under which licences it and its parts come."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui import __version__
from imrecon_gui.language import tr
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.licences import third_party
from imrecon_gui.ui.parts import label

WHAT = "One picture in, one closed 3D mesh out. Everything happens on this machine."
LICENCE = "imrecon is free software under the MIT licence."
QT_LICENCE = (
    "It uses Qt through PySide6 under the GNU LGPL, version 3: Qt's libraries are separate files that you "
    "may replace with your own builds."
)
METHOD = (
    "The method is IM-NET: Chen and Zhang, Learning Implicit Fields for Generative Shape Modeling, CVPR 2019."
)


class AboutDialog(QDialog):
    """Shows the version, the method, and the licences."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About imrecon"))
        self.resize(620, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 24, 26, 18)
        layout.setSpacing(10)
        layout.addLayout(_build_head(icons))
        for words in (WHAT, METHOD, LICENCE, QT_LICENCE):
            layout.addWidget(label(words, "muted", wraps=True))
        layout.addWidget(label("Built on", "cardTitle"))
        self.table = _build_table()
        layout.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _build_head(icons: Icons) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    mark = label("", "muted")
    mark.setPixmap(icons.get("imrecon").pixmap(QSize(48, 48)))
    row.addWidget(mark)
    row.addWidget(label(f"imrecon {__version__}", "brand"))
    row.addStretch(1)
    return row


def _build_table() -> QTableWidget:
    licences = third_party()
    table = QTableWidget(len(licences), 3)
    table.setAccessibleName(tr("Built on"))
    table.setHorizontalHeaderLabels([tr("Package"), tr("Version"), tr("Licence")])
    for row, licence in enumerate(licences):
        for column, text in enumerate((licence.package, licence.version, licence.terms)):
            table.setItem(row, column, QTableWidgetItem(tr(text)))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    modes = QHeaderView.ResizeMode
    table.horizontalHeader().setSectionResizeMode(0, modes.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, modes.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(2, modes.Stretch)
    return table
