"""The row that mixes a second picture's shape in: the picture, and a slider from the first to the second."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from imrecon_gui.core.errors import ImageError
from imrecon_gui.language import tr
from imrecon_gui.services.shaping import Blend
from imrecon_gui.ui.icons import Icons
from imrecon_gui.ui.incoming import offers_picture, picture_from, to_image
from imrecon_gui.ui.parts import flat_button, label

STEPS = 20
"""From the first picture to the second."""

THUMBNAIL_PX = 22
CHOOSE_WORDS = "Blend with…"
CHOOSE_TIP = "Choose a second picture, or drop one here: its shape is mixed in"
SHARE_TIP = "From this picture's shape, on the left, to the second picture's"


class BlendRow(QWidget):
    """Shows a `Blend`, and says what the person wants of it.

    Attributes:
        button: Chooses the second picture, and shows it.
        slider: Its share.
        remove_button: Takes it away again.

    Signals:
        picture_asked(): The person wants to choose a picture.
        dropped(source): They dropped one: a path, or pixels (h, w, 3 or 4) uint8.
        refused(exception): They dropped something else.
        changed(Blend | None, gesture): They want this; equal gestures are one movement of a hand.
    """

    picture_asked = Signal()
    dropped = Signal(object)
    refused = Signal(object)
    changed = Signal(object, object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._blend: Blend | None = None
        self._gestures = count(1)
        self._gesture: tuple[str, int] | None = None
        self._plain_icon = icons.get("picture")
        self.button = QToolButton()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.share_label = label("", "muted")
        self.remove_button = flat_button(icons.get("close"), "Without the second picture")
        self.setAcceptDrops(True)
        self._build()
        self.show_blend(None)

    def show_blend(self, blend: Blend | None) -> None:
        """Show the second picture and its share, or that there is none."""
        self._blend = blend
        for widget in (self.slider, self.share_label, self.remove_button):
            widget.setVisible(blend is not None)
        self.button.setText(tr(CHOOSE_WORDS) if blend is None else "")
        self.button.setIcon(self._plain_icon if blend is None else _thumbnail(blend))
        if blend is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(round(blend.share * STEPS))
            self.slider.blockSignals(False)
            self.share_label.setText(f"{blend.share:.0%}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures, and nothing else."""
        if offers_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the picture on."""
        event.acceptProposedAction()
        try:
            self.dropped.emit(picture_from(event.mimeData()))
        except ImageError as error:
            self.refused.emit(error)

    def _on_slider(self) -> None:
        if self._blend is not None:
            self.changed.emit(Blend(self._blend.image, self.slider.value() / STEPS), self._gesture)

    def _on_pressed(self) -> None:
        self._gesture = ("blend", next(self._gestures))

    def _on_released(self) -> None:
        self._gesture = None

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        self.button.setObjectName("button")
        self.button.setIconSize(QSize(THUMBNAIL_PX, THUMBNAIL_PX))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setToolTip(tr(CHOOSE_TIP))
        self.button.setAccessibleName(tr(CHOOSE_TIP))
        self.button.clicked.connect(self.picture_asked)
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 4)
        self.slider.setToolTip(tr(SHARE_TIP))
        self.slider.setAccessibleName(tr(SHARE_TIP))
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.sliderPressed.connect(self._on_pressed)
        self.slider.sliderReleased.connect(self._on_released)
        self.share_label.setMinimumWidth(self.share_label.fontMetrics().horizontalAdvance("100%"))
        self.remove_button.clicked.connect(lambda: self.changed.emit(None, None))
        row.addWidget(self.button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.share_label)
        row.addWidget(self.remove_button)


def _thumbnail(blend: Blend) -> QIcon:
    return QIcon(QPixmap.fromImage(to_image(blend.image.network_rgba)))
