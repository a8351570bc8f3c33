"""The card with the mesh: how it is drawn, from where it is seen, what it measures, how to keep it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from imrecon_gui.core.types import Paint, UInt8Array, Viewpoint
from imrecon_gui.language import tr
from imrecon_gui.ui.comparer import Comparer
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.drag_handle import DragHandle
from imrecon_gui.ui.export_bar import ExportBar
from imrecon_gui.ui.hand_over import HandOver
from imrecon_gui.ui.incoming import to_image
from imrecon_gui.ui.keepsakes import Keepsakes
from imrecon_gui.ui.legend import Legend
from imrecon_gui.ui.parts import Segments, flat_button, rule
from imrecon_gui.ui.photo_bar import PhotoBar
from imrecon_gui.ui.result_bar import ResultBar
from imrecon_gui.ui.shape_bar import ShapeBar
from imrecon_gui.view3d.keys import KeyTurner
from imrecon_gui.view3d.photo_view import PhotoView
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE, PAINTED_STYLES, DrawStyle, StandardView
from imrecon_gui.view3d.viewport import Viewport

STYLE_WORDS = {
    DrawStyle.SHADED: "Smooth surface",
    DrawStyle.EDGES: "Surface and its triangles (E)",
    DrawStyle.WIREFRAME: "Triangles only (W)",
    DrawStyle.PHOTO: "Photo's colours (C)",
    DrawStyle.SEEN: "Seen and imagined (I)",
}
PHOTO_VIEW_WORDS = "Photo's view (P)"
SHAPE_WORDS = "Change the shape (S)"
NO_MESH = "reconstruct a picture first"
PAINTING = "the colours are being found"
NO_VIEWPOINT = "this model does not tell where the picture was taken from"
VIEW_WORDS = {
    StandardView.FRONT: ("Front", "1"),
    StandardView.RIGHT: ("Right", "3"),
    StandardView.TOP: ("Top", "7"),
    StandardView.ISO: ("Three-quarter", "9"),
}


class ViewportPanel(QFrame):
    """The viewport with its tool row above and the result below."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self.viewport = Viewport()
        self.key_turner = KeyTurner(self.viewport)
        self.photo_view = PhotoView(self.viewport)
        self.photo_bar = PhotoBar(self.photo_view)
        self.results = ResultBar()
        self.legend = Legend()
        self.shape_bar = ShapeBar(context.icons)
        self.export_bar = ExportBar(context)
        self.hand_over = HandOver(context, self.export_bar)
        self.drag_handle = DragHandle(context, self.export_bar)
        self.keepsakes = Keepsakes(context, self.viewport)
        self.comparer = Comparer(context, self.viewport)
        self._style_buttons: dict[DrawStyle, QToolButton] = {}
        self._build()
        context.theme.changed.connect(self._on_theme)
        self._on_theme()
        self.set_style(DrawStyle(self._known_style()))
        self._set_grid(context.settings.flag("grid", True))
        self.show_unpainted(NO_MESH)
        self.show_no_photo(NO_MESH)

    def set_style(self, style: DrawStyle) -> None:
        """Draw the mesh in another style, and show which."""
        self._style_buttons[style].setChecked(True)
        self.viewport.set_style(style)
        self._show_legend()
        self._context.settings.put("draw_style", style.value)

    def toggle_style(self, style: DrawStyle) -> None:
        """Draw in this style, or shaded again if it is shown already; nothing if it cannot be drawn."""
        if self._style_buttons[style].isEnabled():
            self.set_style(DrawStyle.SHADED if self.viewport.style_name is style else style)

    def show_paint(self, paint: Paint) -> None:
        """Give the mesh shown its colours, and offer the styles that need them."""
        self.viewport.show_paint(paint)
        self._offer_painted("")

    def show_unpainted(self, why: str) -> None:
        """Take the colours away; `why` there are none goes into the tool tips."""
        self.viewport.show_paint(None)
        self._offer_painted(why)

    def show_photo(self, viewpoint: Viewpoint, rgba: UInt8Array) -> None:
        """Offer the view from the photo's camera; the photo (s, s, 4) is framed as the network saw it."""
        self.photo_view.set_photo(viewpoint, to_image(rgba))
        self._offer_photo("")

    def show_no_photo(self, why: str) -> None:
        """Offer no such view; `why` goes into the tool tip."""
        self.photo_view.set_photo(None, QImage())
        self._offer_photo(why)

    def clear(self) -> None:
        """Show no mesh, and offer nothing that needs one."""
        self.viewport.show_mesh(None)
        self.results.clear()
        self.export_bar.set_mesh(None, "mesh")
        self.show_unpainted(NO_MESH)
        self.show_no_photo(NO_MESH)

    def toggle_photo(self) -> None:
        """Go to where the photo was taken, with the photo laid over the mesh, or take it away again."""
        self.photo_view.toggle()
        self.photo_button.setChecked(self.photo_view.is_shown)

    def toggle_shape(self) -> None:
        """Show or hide the row that changes the shape."""
        self.shape_button.toggle()

    def toggle_grid(self) -> None:
        """Show or hide the floor's grid."""
        self._set_grid(not self.viewport.has_grid)

    def reset_view(self) -> None:
        """Look at the object as at the beginning."""
        self.viewport.set_view(StandardView.ISO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the views where the row of tools is too narrow: keys and the menu offer them too."""
        super().resizeEvent(event)
        needed = self._tools.minimumSize().width()
        if self.views.isHidden():
            needed += self.views.sizeHint().width() + self._tools.spacing()
        self.views.setVisible(needed <= self.contentsRect().width())

    def _offer_painted(self, why_not: str) -> None:
        for style in PAINTED_STYLES:
            words = f"{STYLE_WORDS[style]}: {why_not}" if why_not else STYLE_WORDS[style]
            self._style_buttons[style].setEnabled(not why_not)
            self._style_buttons[style].setToolTip(tr(words))
            self._style_buttons[style].setAccessibleName(tr(words))
        self._show_legend()

    def _offer_photo(self, why_not: str) -> None:
        words = f"{PHOTO_VIEW_WORDS}: {why_not}" if why_not else PHOTO_VIEW_WORDS
        self.photo_button.setEnabled(not why_not)
        self.photo_button.setToolTip(tr(words))
        self.photo_button.setAccessibleName(tr(words))

    def _show_legend(self) -> None:
        is_offered = self._style_buttons[DrawStyle.SEEN].isEnabled()
        self.legend.setVisible(is_offered and self.viewport.style_name is DrawStyle.SEEN)

    def _set_grid(self, shown: bool) -> None:
        self.viewport.set_grid(shown)
        self.grid_button.setChecked(shown)
        self._context.settings.put("grid", shown)

    def _known_style(self) -> str:
        kept = self._context.settings.text("draw_style", DrawStyle.SHADED.value)
        return kept if kept in {style.value for style in DrawStyle} else DrawStyle.SHADED.value

    def _on_theme(self) -> None:
        colours = DARK_SCENE if self._context.theme.is_dark else LIGHT_SCENE
        self.viewport.set_colours(colours)
        self.legend.set_colours(colours)
        self.photo_view.refresh_ground()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, 0)
        layout.setSpacing(0)
        self._tools = self._build_tools()
        layout.addLayout(self._tools)
        layout.addWidget(rule())
        layout.addWidget(self.viewport, 1)
        layout.addWidget(self.photo_bar)
        layout.addWidget(self.legend)
        layout.addWidget(self.shape_bar)
        layout.addWidget(rule())
        layout.addWidget(self._build_bottom())

    def _build_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(2)
        row.addWidget(self._build_styles())
        row.addSpacing(6)
        icons = self._context.icons
        self.views = self._build_views()
        row.addWidget(self.views)
        row.addSpacing(6)
        row.addWidget(rule("rod"))
        row.addSpacing(6)
        self.grid_button = flat_button(icons.get("grid"), "Floor grid (G)")
        self.grid_button.setCheckable(True)
        self.grid_button.clicked.connect(self.toggle_grid)
        self.reset_button = flat_button(icons.get("reset"), "Reset the view (R)")
        self.reset_button.clicked.connect(self.reset_view)
        row.addWidget(self.grid_button)
        row.addWidget(self.reset_button)
        row.addStretch(1)
        row.addWidget(self.export_bar)
        self.hand_over.add_to(self.export_bar.button.menu())
        self.export_bar.button.menu().addSeparator()
        self.keepsakes.add_to(self.export_bar.button.menu())
        return row

    def _build_views(self) -> QWidget:
        views = QWidget()
        row = QHBoxLayout(views)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for view, (words, key) in VIEW_WORDS.items():
            button = flat_button(self._context.icons.get(view.value), f"{words} view ({key})")
            button.clicked.connect(lambda _checked=False, chosen=view: self.viewport.set_view(chosen))
            row.addWidget(button)
        self.photo_button = flat_button(self._context.icons.get("overlay"), PHOTO_VIEW_WORDS)
        self.photo_button.setCheckable(True)
        self.photo_button.clicked.connect(self.toggle_photo)
        self.photo_view.changed.connect(self.photo_button.setChecked)
        row.addWidget(self.photo_button)
        return views

    def _build_styles(self) -> Segments:
        segments = Segments()
        for style, tip in STYLE_WORDS.items():
            button = segments.add("", self._context.icons.get(style.value), tip)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _checked=False, chosen=style: self.set_style(chosen))
            self._style_buttons[style] = button
        return segments

    def _build_bottom(self) -> QWidget:
        bottom = QWidget()
        row = QHBoxLayout(bottom)
        row.setContentsMargins(16, 9, 12, 9)
        row.addWidget(self.results, 1)
        self.shape_button = flat_button(self._context.icons.get("shape"), SHAPE_WORDS)
        self.shape_button.setCheckable(True)
        self.shape_button.toggled.connect(self.shape_bar.setVisible)
        row.addWidget(self.shape_button)
        row.addWidget(self.drag_handle)
        return bottom
