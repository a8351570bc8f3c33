"""What a model is trained on: shapes that the program invents, or a folder of the person's own meshes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from imrecon_gui.language import tr
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import label

INVENTED, FOLDER = "invented", "folder"
FOLDER_WORDS = (
    "A folder of meshes, or one with a sub-folder of meshes for each category: GLB, OBJ, PLY, STL …, "
    "or ShapeNet's own folder."
)


class TrainingSource(QWidget):
    """The choice of data, and the folder where it is one.

    Attributes:
        folder: The folder chosen; None while none is, or while shapes are invented.

    Signals:
        changed(): Another source or another folder.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._chosen: Path | None = None
        self.kind_box = QComboBox(accessibleName=tr("Data"))
        self.folder_button = QPushButton(tr("Choose …"))
        self.folder_label = label(FOLDER_WORDS, "caption", wraps=True)
        self._build()
        self.kind_box.currentIndexChanged.connect(self._refresh)
        self.folder_button.clicked.connect(self._choose)
        self._refresh()

    @property
    def is_folder(self) -> bool:
        """Whether meshes are to be learnt, not invented shapes."""
        return bool(self.kind_box.currentData() == FOLDER)

    @property
    def folder(self) -> Path | None:
        """See the class."""
        return self._chosen if self.is_folder else None

    def _choose(self) -> None:
        start = str(self._chosen or self._context.settings.text("training_folder", ""))
        chosen = self._context.dialogs.meshes_to_learn(self.window(), start)
        if chosen is not None:
            self._chosen = chosen
            self._context.settings.put("training_folder", str(chosen))
            self._refresh()

    def _refresh(self) -> None:
        self.folder_button.setVisible(self.is_folder)
        self.folder_label.setVisible(self.is_folder)
        self.folder_label.setText(tr(str(self._chosen) if self._chosen else FOLDER_WORDS))
        self.changed.emit()

    def _build(self) -> None:
        self.kind_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind_box.setMinimumContentsLength(8)
        self.folder_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind_box.addItem(tr("Invented shapes"), INVENTED)
        self.kind_box.addItem(tr("Meshes, or ShapeNet"), FOLDER)
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("Data", "fieldLabel"))
        row.addWidget(self.kind_box, 1)
        row.addWidget(self.folder_button)
        layout.addLayout(row)
        layout.addWidget(self.folder_label)
