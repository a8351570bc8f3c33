"""What to reconstruct and how: category, model, resolution, device; and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.core.types import AUTO
from imrecon_gui.language import tr
from imrecon_gui.services.engine import DeviceChoice
from imrecon_gui.services.models import ModelChoice
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.fullness import Fullness
from imrecon_gui.ui.parts import card, keep_place, label

STEP = 32
MIN_RESOLUTION, MAX_RESOLUTION, DEFAULT_RESOLUTION = 32, 256, 128
AUTO_DEVICE = DeviceChoice("auto", "Automatic")
PROGRESS_UNITS = 1000

REMESH_AFTER_MS = 120
"""Rest after the last move of a slider before the mesh is made anew."""


class ParamsPanel(QWidget):
    """The card with the parameters and the big button.

    Signals:
        start_asked(): The person wants a mesh.
        remesh_asked(): The person wants the mesh that is shown with another resolution or fullness.
        cancel_asked(): The person wants it no longer.
    """

    start_asked = Signal()
    remesh_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._is_busy = False
        self._has_picture = False
        self._wanted_category = context.settings.text("category", AUTO)
        self.category_box = QComboBox()
        self.model_box = QComboBox()
        self.resolution_slider = QSlider(Qt.Orientation.Horizontal)
        self.resolution_value = label("", "statValue")
        self.fullness = Fullness()
        self.device_box = QComboBox()
        self.automatic_box = QCheckBox(tr("Reconstruct new pictures at once"))
        self.fairing_box = QCheckBox(tr("Even out ripples"))
        self._remesh_timer = QTimer(self, singleShot=True, interval=REMESH_AFTER_MS)
        self.progress_bar = QProgressBar(maximum=PROGRESS_UNITS, textVisible=False)
        self.progress_label = label("", "caption", wraps=True)
        self.button = QPushButton(tr("Reconstruct"))
        self._build()
        self._restore()
        self.category_box.currentIndexChanged.connect(self._on_category_chosen)
        context.services.models.changed.connect(self.refresh_models)
        self.refresh_models()

    @property
    def category(self) -> str:
        """The category chosen, or AUTO."""
        return str(self.category_box.currentData() or AUTO)

    @property
    def model(self) -> ModelChoice | None:
        """The model chosen, None if there is none."""
        chosen: ModelChoice | None = self.model_box.currentData()
        return chosen

    @property
    def resolution(self) -> int:
        """Cells along each axis of the grid."""
        return self.resolution_slider.value() * STEP

    @property
    def threshold(self) -> float:
        """Occupancy above which a point is inside, in (0, 1)."""
        return self.fullness.threshold

    @property
    def is_automatic(self) -> bool:
        """Whether a new picture is reconstructed without being asked."""
        return self.automatic_box.isChecked()

    @property
    def fairing(self) -> bool:
        """Whether the surface's ripples are evened out."""
        return self.fairing_box.isChecked()

    @property
    def device(self) -> str:
        """The device's name for the core."""
        return str(self.device_box.currentData())

    def set_has_picture(self, has_picture: bool) -> None:
        """Say whether there is a picture to reconstruct from."""
        self._has_picture = has_picture
        self._refresh_button()

    def set_busy(self, is_busy: bool) -> None:
        """Turn the button into Cancel, or back."""
        self._is_busy = is_busy
        if not is_busy:
            self.progress_bar.setValue(0)
            self.progress_label.setText("")
        self.progress_bar.setVisible(is_busy)
        self._refresh_button()

    def show_progress(self, fraction: float, words: str) -> None:
        """Show how far the work is, from 0 to 1."""
        self.progress_bar.setValue(round(fraction * PROGRESS_UNITS))
        self.progress_label.setText(tr(f"{words} …" if words else ""))

    def show_cancelling(self) -> None:
        """Say that the work is about to stop."""
        self.button.setEnabled(False)
        self.progress_label.setText(tr("Cancelling …"))

    def show_fullness(self, steps: int) -> None:
        """Put the slider where it was; nothing is made anew for that."""
        self.fullness.blockSignals(True)
        self.fullness.slider.setValue(steps)
        self.fullness.blockSignals(False)

    def set_devices(self, devices: tuple[DeviceChoice, ...]) -> None:
        """Offer the devices of this machine, keeping the choice."""
        kept = self._context.settings.text("device", AUTO_DEVICE.name)
        self.device_box.blockSignals(True)
        self.device_box.clear()
        for choice in (AUTO_DEVICE, *devices):
            self.device_box.addItem(tr(choice.label), choice.name)
        self.device_box.setCurrentIndex(max(self.device_box.findData(kept), 0))
        self.device_box.blockSignals(False)

    def refresh_models(self) -> None:
        """Offer the categories and models there are now, keeping the choices."""
        self.category_box.blockSignals(True)
        self.category_box.clear()
        self.category_box.addItem(tr("Automatic"), AUTO)
        for category in self._context.services.models.categories():
            self.category_box.addItem(tr(category.replace("_", " ").capitalize()), category)
        self.category_box.setCurrentIndex(max(self.category_box.findData(self._wanted_category), 0))
        self.category_box.blockSignals(False)
        self._on_category()

    def choose_model(self, name: str) -> None:
        """Choose a model by its name, if the category chosen allows; else all categories."""
        if self._find_model(name) < 0:
            self.category_box.setCurrentIndex(0)
        self.model_box.setCurrentIndex(max(self._find_model(name), 0))

    def remember(self) -> None:
        """Write the choices to the settings."""
        settings = self._context.settings
        settings.put("category", self.category)
        settings.put("resolution", self.resolution)
        settings.put("device", self.device)
        settings.put("model", self.model.name if self.model else "")

    def _find_model(self, name: str) -> int:
        names = [self.model_box.itemData(i).name for i in range(self.model_box.count())]
        return names.index(name) if name in names else -1

    def _on_category_chosen(self) -> None:
        """Remember what the person wants even while no installed model knows it."""
        self._wanted_category = self.category
        self._on_category()

    def _on_category(self) -> None:
        models = self._context.services.models.models(self.category)
        kept = self.model.name if self.model else self._context.settings.text("model")
        self.model_box.clear()
        for model in models:
            self.model_box.addItem(model.name, model)
        self.model_box.setCurrentIndex(max(self._find_model(kept), 0) if models else -1)
        has_choice = len(self._context.services.models.models()) > 1
        self.model_box.setVisible(has_choice)
        self._model_label.setVisible(has_choice)
        self._refresh_button()

    def _refresh_button(self) -> None:
        has_model = self.model is not None
        self.button.setText(tr("Cancel" if self._is_busy else "Reconstruct"))
        icon = ("stop", "#808898") if self._is_busy else ("cube", "#ffffff")
        self.button.setIcon(self._context.icons.get(*icon))
        self.button.setEnabled(self._is_busy or (self._has_picture and has_model))
        if self.button.property("stops") != self._is_busy:
            self.button.setProperty("stops", self._is_busy)
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)
        if not self._is_busy:
            self.progress_label.setText(
                tr("" if has_model else "No model is installed yet: train one in the Train tab.")
            )

    def _on_button(self) -> None:
        (self.cancel_asked if self._is_busy else self.start_asked).emit()

    def _restore(self) -> None:
        settings = self._context.settings
        self.resolution_slider.setRange(MIN_RESOLUTION // STEP, MAX_RESOLUTION // STEP)
        self.resolution_slider.valueChanged.connect(self._on_resolution)
        self.resolution_slider.setValue(settings.number("resolution", DEFAULT_RESOLUTION) // STEP)
        self._on_resolution()
        self.device_box.addItem(tr(AUTO_DEVICE.label), AUTO_DEVICE.name)
        self.automatic_box.setChecked(settings.flag("automatic", True))
        self.automatic_box.toggled.connect(lambda chosen: settings.put("automatic", chosen))
        self.fairing_box.setChecked(settings.flag("fairing", True))
        self.fairing_box.toggled.connect(lambda chosen: settings.put("fairing", chosen))
        self.fairing_box.toggled.connect(self._remesh_timer.start)
        self._remesh_timer.timeout.connect(self.remesh_asked)
        self.resolution_slider.valueChanged.connect(lambda _: self._remesh_timer.start())
        self.fullness.changed.connect(self._remesh_timer.start)

    def _on_resolution(self) -> None:
        self.resolution_value.setText(tr(f"{self.resolution}³"))

    def _build(self) -> None:
        frame, layout = card()
        layout.addLayout(self._build_fields())
        self.button.setObjectName("primary")
        self.button.setIconSize(QSize(20, 20))
        self.button.clicked.connect(self._on_button)
        self.automatic_box.setToolTip(tr("Start as soon as the object is cut out; else press the button"))
        self.fairing_box.setToolTip(tr("Calm the small waves of faces; edges and the volume stay"))
        for widget in (
            self.fairing_box,
            self.automatic_box,
            self.button,
            self.progress_bar,
            self.progress_label,
        ):
            layout.addWidget(widget)
        keep_place(self.progress_bar)
        self.progress_label.setMinimumHeight(self.progress_label.fontMetrics().height())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _build_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        resolution = QHBoxLayout()
        resolution.addWidget(self.resolution_slider, 1)
        self.resolution_value.setMinimumWidth(40)
        self.resolution_value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        resolution.addWidget(self.resolution_value)
        _add_row(
            grid,
            "Category",
            self.category_box,
            "What kind of object it is; Automatic lets the network decide",
        )
        self._model_label = _add_row(grid, "Model", self.model_box, "Which trained network to use")
        holder = QWidget()
        resolution.setContentsMargins(0, 2, 0, 2)
        holder.setLayout(resolution)
        _add_row(grid, "Resolution", holder, "Cells along each side of the grid: finer takes longer")
        self.resolution_slider.setAccessibleName(tr("Resolution"))
        _add_row(grid, "Fullness", self.fullness, "Thinner or fuller than the network thinks best")
        _add_row(grid, "Device", self.device_box, "Where the network runs")
        return grid


def _add_row(grid: QGridLayout, words: str, widget: QWidget, tip: str) -> QLabel:
    row = grid.rowCount()
    name = label(words, "fieldLabel")
    name.setBuddy(widget)
    widget.setToolTip(tr(tip))
    widget.setAccessibleName(tr(words))
    grid.addWidget(name, row, 0)
    grid.addWidget(widget, row, 1)
    return name
