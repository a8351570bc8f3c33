"""What to train: data, categories, recipe, minutes, name, device."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.language import tr
from imrecon_gui.services.engine import DeviceChoice
from imrecon_gui.services.training_events import Recipe
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.parts import indent, label
from imrecon_gui.ui.training_source import TrainingSource

FIRST_RECIPE = Recipe("quick", "Quick", "A small model, for trying out.")
DEFAULT_MINUTES = 20.0
MAX_MINUTES = 10_000.0
LIST_PX = 76
UNSAFE = re.compile(r"[^\w .()-]+")


class TrainingForm(QWidget):
    """The fields of a training order.

    Signals:
        changed(): Something was chosen or written.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._has_own_name = False
        self._looked_at = ""
        self.source = TrainingSource(context)
        self.categories_words = label("Categories", "fieldLabel")
        self.categories_list = QListWidget()
        self.recipe_box = QComboBox()
        self.recipe_words = label("", "caption", wraps=True)
        self.minutes_box = QDoubleSpinBox(minimum=0.1, maximum=MAX_MINUTES, decimals=1, suffix=" min")
        self.name_edit = QLineEdit()
        self.device_box = QComboBox()
        self._build()
        self._fill()
        self._connect()
        self._suggest_name()

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories ticked."""
        items = [self.categories_list.item(i) for i in range(self.categories_list.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    @property
    def looked_at(self) -> str:
        """The category whose shapes are to be shown: the one that was ticked or gone to last, "" for none."""
        return "" if self.source.is_folder else self._looked_at or next(iter(self.categories), "")

    @property
    def recipe(self) -> str:
        """The recipe's name."""
        chosen = self.recipe_box.currentData()
        return chosen.name if chosen else FIRST_RECIPE.name

    @property
    def name(self) -> str:
        """The model's name, without what a file's name cannot hold."""
        return UNSAFE.sub("", self.name_edit.text()).strip(" .")

    @property
    def is_complete(self) -> bool:
        """Whether a run can start."""
        has_data = self.source.folder if self.source.is_folder else self.categories
        return bool(has_data and self.name)

    def set_recipes(self, recipes: tuple[Recipe, ...]) -> None:
        """Offer the trainer's recipes, keeping the choice."""
        kept = self._context.settings.text("training_recipe", self.recipe)
        self.recipe_box.clear()
        for recipe in recipes:
            self.recipe_box.addItem(tr(recipe.title), recipe)
        names = [recipe.name for recipe in recipes]
        self.recipe_box.setCurrentIndex(names.index(kept) if kept in names else 0)

    def set_devices(self, devices: tuple[DeviceChoice, ...]) -> None:
        """Offer the devices training can use, keeping the choice."""
        kept = self.device_box.currentData()
        self.device_box.clear()
        self.device_box.addItem(tr("Automatic"), "auto")
        for choice in devices:
            if choice.name in ("cpu", "cuda"):
                self.device_box.addItem(tr(choice.label), choice.name)
        self.device_box.setCurrentIndex(max(self.device_box.findData(kept), 0))

    def remember(self) -> None:
        """Write the choices to the settings."""
        settings = self._context.settings
        settings.put("training_recipe", self.recipe)
        settings.put("training_minutes", self.minutes_box.value())
        settings.put("training_categories", "\n".join(self.categories))

    def _fill(self) -> None:
        settings = self._context.settings
        trainable = self._context.places.trainable
        kept = settings.text("training_categories", trainable[0] if trainable else "").split("\n")
        for category in trainable:
            item = QListWidgetItem(tr(category.replace("_", " ").capitalize()))
            item.setData(Qt.ItemDataRole.UserRole, category)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if category in kept else Qt.CheckState.Unchecked)
            self.categories_list.addItem(item)
        self.set_recipes((FIRST_RECIPE,))
        self.device_box.addItem(tr("Automatic"), "auto")
        self.minutes_box.setValue(settings.real("training_minutes", DEFAULT_MINUTES))
        self._show_recipe()

    def _connect(self) -> None:
        self.source.changed.connect(self._on_source)
        self.categories_list.itemChanged.connect(self._on_ticked)
        self.categories_list.currentItemChanged.connect(lambda item, _before: self._look_at(item))
        self.recipe_box.currentIndexChanged.connect(self._show_recipe)
        self.name_edit.textEdited.connect(self._on_name)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self._look_at(item)
        self._on_categories()

    def _look_at(self, item: QListWidgetItem) -> None:
        self._looked_at = item.data(Qt.ItemDataRole.UserRole)
        self.changed.emit()

    def _on_categories(self) -> None:
        self._suggest_name()
        self.changed.emit()

    def _on_source(self) -> None:
        self.categories_words.setVisible(not self.source.is_folder)
        self.categories_list.setVisible(not self.source.is_folder)
        self._on_categories()

    def _on_name(self) -> None:
        self._has_own_name = bool(self.name_edit.text())
        self.changed.emit()

    def _suggest_name(self) -> None:
        if not self._has_own_name:
            folder = self.source.folder
            chosen = self.categories if not self.source.is_folder else (folder.name,) if folder else ()
            self.name_edit.setText(
                "my " + (" and ".join(chosen) if len(chosen) <= 2 else "model") if chosen else ""
            )

    def _show_recipe(self) -> None:
        recipe = self.recipe_box.currentData()
        self.recipe_words.setText(tr(recipe.description if recipe else ""))
        self.changed.emit()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.source)
        layout.addWidget(self.categories_words)
        self.categories_list.setAccessibleName(tr("Categories"))
        self.categories_list.setMinimumHeight(LIST_PX)
        self.categories_list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout.addWidget(self.categories_list, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (("Recipe", self.recipe_box), ("", self.recipe_words), ("Time", self.minutes_box))
        for row, (words, widget) in enumerate((*rows, ("Name", self.name_edit), ("Device", self.device_box))):
            grid.addWidget(label(words, "fieldLabel"), row, 0)
            grid.addWidget(widget, row, 1)
            widget.setAccessibleName(tr(words))
        indent(self.minutes_box)
        layout.addLayout(grid)
        layout.addStretch()
