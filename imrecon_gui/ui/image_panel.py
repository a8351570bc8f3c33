"""Where the picture comes in: dropped, pasted, opened, or one of the samples."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.types import INPUT_SIZE, PreparedImage
from imrecon_gui.language import tr
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.incoming import files_in, offers_picture, picture_from, to_image
from imrecon_gui.ui.parts import card, keep_place, label
from imrecon_gui.ui.picture_view import PictureView

PASTED_NAME = "pasted picture"
DROPPED_NAME = "dropped picture"


class ImagePanel(QWidget):
    """The card with the picture.

    Signals:
        chosen(source, name): A file (Path, name None) or pixels ((h, w, c) uint8) were given.
        several_chosen(paths): Several files were given.
        refused(exception): What was given is no picture.
        open_asked(): The person wants the Open dialog.
        mend_asked(): The person wants to mend the cut-out.
    """

    chosen = Signal(object, object)
    several_chosen = Signal(object)
    refused = Signal(object)
    open_asked = Signal()
    mend_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAcceptDrops(True)
        self.cutout_view = PictureView()
        self.network_view = PictureView(on_white=True, fixed_px=INPUT_SIZE)
        self.caption = label("", "caption")
        self.busy_bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._stack = QStackedWidget()
        self._drop_area = self._build_drop_area()
        self._stack.addWidget(self._drop_area)
        self._stack.addWidget(self._build_views())
        self._build()
        context.theme.changed.connect(self._on_theme)
        self._on_theme()

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData(), PASTED_NAME)

    def show_busy(self, is_busy: bool) -> None:
        """Show that the picture is being cut out, or no longer."""
        self.busy_bar.setVisible(is_busy)
        self.mend_button.setEnabled(not is_busy and not self.cutout_view.image.isNull())
        if is_busy:
            self.caption.setText(tr("Cutting out the object …"))

    def show_prepared(self, image: PreparedImage) -> None:
        """Show the cut-out and what the network will see."""
        self.cutout_view.set_image(to_image(image.cutout))
        self.network_view.set_image(to_image(image.network_rgba))
        self.mend_button.setEnabled(True)
        whole = tr(f"{image.name} · {_origin(image)}")
        self.caption.setToolTip(whole)
        fits = self.caption.fontMetrics().elidedText(
            whole, Qt.TextElideMode.ElideMiddle, self.caption.width()
        )
        self.caption.setText(fits)
        self._stack.setCurrentIndex(1)

    def clear(self) -> None:
        """Show no picture, but where to drop one."""
        for view in (self.cutout_view, self.network_view):
            view.set_image(QImage())
        self.caption.setText("")
        self.caption.setToolTip("")
        self.mend_button.setEnabled(False)
        self._stack.setCurrentIndex(0)

    def show_refused(self) -> None:
        """Say that the last picture could not be used; the one before stays."""
        self.caption.setText("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome anything that may be a picture."""
        if offers_picture(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look calm again."""
        self._set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture."""
        self._set_hot(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(event.mimeData(), DROPPED_NAME)

    def _take(self, mime: QMimeData, name: str) -> None:
        files = files_in(mime)
        if len(files) > 1:
            self.several_chosen.emit(files)
            return
        try:
            source = picture_from(mime)
        except ImageError as error:
            self.refused.emit(error)
            return
        self.chosen.emit(source, None if isinstance(source, Path) else name)

    def _set_hot(self, is_hot: bool) -> None:
        self._drop_area.setProperty("hot", is_hot)
        self._drop_area.style().unpolish(self._drop_area)
        self._drop_area.style().polish(self._drop_area)

    def _build(self) -> None:
        frame, layout = card()
        layout.addLayout(self._build_title())
        layout.addWidget(self._stack, 1)
        keep_place(self.busy_bar)
        layout.addWidget(self.busy_bar)
        layout.setSpacing(8)
        layout.addLayout(self._build_buttons())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _build_title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label("Picture", "cardTitle"))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.caption, 1)
        return row

    def _build_drop_area(self) -> QFrame:
        area = QFrame()
        area.setObjectName("dropArea")
        layout = QVBoxLayout(area)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(6)
        picture = label("", "muted")
        picture.setPixmap(self._context.icons.get("picture").pixmap(QSize(44, 44)))
        hint = "or several; or paste one with Ctrl+V. One object, whole, in view."
        for widget in (picture, label("Drop a picture here", "dropTitle"), label(hint, "muted", wraps=True)):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        return area

    def _build_views(self) -> QWidget:
        views = QWidget()
        layout = QHBoxLayout(views)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.cutout_view, 1)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        self.network_view.setToolTip(
            tr(f"Exactly what the network sees: {INPUT_SIZE} by {INPUT_SIZE} pixels")
        )
        beside.addWidget(self.network_view)
        beside.addWidget(label(f"Network input, {INPUT_SIZE}\u00b2", "caption"))
        icon = self._context.icons.get("mend")
        self.mend_button = _button("Mend…", icon, "Mend the cut-out: add, erase, turn (M)")
        self.mend_button.setEnabled(False)
        self.mend_button.clicked.connect(self.mend_asked)
        beside.addWidget(self.mend_button)
        beside.addStretch(1)
        layout.addLayout(beside)
        return views

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        icons = self._context.icons
        self.open_button = _button("Open…", icons.get("open"), "Open a picture file, or several (Ctrl+O)")
        self.open_button.clicked.connect(self.open_asked)
        self.paste_button = _button("Paste", icons.get("paste"), "Paste a picture (Ctrl+V)")
        self.paste_button.clicked.connect(self.paste)
        self.samples_button = _button("Samples", icons.get("samples"), "Try one of the sample pictures")
        self.samples_button.setMenu(self._build_samples())
        self.samples_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.samples_button.setEnabled(bool(self._context.places.examples))
        for button in (self.open_button, self.paste_button, self.samples_button):
            row.addWidget(button, 1)
        return row

    def _build_samples(self) -> QMenu:
        menu = QMenu(self)
        for path in self._context.places.examples:
            words = path.stem.replace("_", " ").replace("-", " ").capitalize()
            action = menu.addAction(QIcon(str(path)), words)
            action.triggered.connect(lambda _checked=False, chosen=path: self.chosen.emit(chosen, None))
        return menu

    def _on_theme(self) -> None:
        self.cutout_view.set_dark(self._context.theme.is_dark)


def _origin(image: PreparedImage) -> str:
    """How the picture came by its mask."""
    if image.mending is not None:
        return "mended by hand"
    return "its own transparency" if image.had_alpha else f"cut out in {image.seconds:.1f} s"


def _button(text: str, icon: QIcon, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("button")
    button.setText(tr(text))
    button.setIcon(icon)
    button.setToolTip(tr(tip))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    size = button.sizePolicy()
    size.setHorizontalPolicy(size.Policy.Expanding)
    button.setSizePolicy(size)
    return button
