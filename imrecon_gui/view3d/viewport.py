"""The mesh in a window one can turn it in.

VTK is loaded after the window has opened (`open`), and only where there is an OpenGL context;
elsewhere a sentence stands in its place. All calls belong on the GUI thread.

`qtpy`, which pyvistaqt asks for Qt, is imported at once although nothing here needs it: it wraps some of
PySide's methods, and for each PySide looks at every module there is. That takes an instant now, and more
than a second beside the thousands of modules of VTK and torch, while the window stands still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import qtpy.QtCore
import qtpy.QtGui
import qtpy.QtWidgets  # noqa: F401
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from imrecon_gui.core.types import FIELD_BOUND, Mesh, Paint
from imrecon_gui.language import tr
from imrecon_gui.view3d.convert import blended, to_polydata
from imrecon_gui.view3d.floor import floor
from imrecon_gui.view3d.opengl import has_opengl, request_format
from imrecon_gui.view3d.scene import (
    CLAY_FINISH,
    LIGHT_SCENE,
    PAINTED_STYLES,
    PHOTO_FINISH,
    VIEW_ANGLE_DEG,
    VIEW_DIRECTIONS,
    VIEW_DISTANCE,
    DrawStyle,
    SceneColours,
    StandardView,
    studio_lights,
)

if TYPE_CHECKING:
    import pyvista as pv

    from imrecon_gui.view3d.canvas import Canvas

MESH_NAME = "mesh"
GRID_NAME = "grid"
HINT_NAME = "hint"
PAINT_NAME = "paint"
HINT = "The mesh appears here"
HINT_SIZE_PT = 9
NO_OPENGL = (
    "This screen has no OpenGL, so the mesh cannot be shown here.\nIt can be made and saved all the same."
)


class Viewport(QWidget):
    """Shows one mesh.

    Attributes:
        plotter: The pyvista plotter, None until `open` and where there is no OpenGL.

    Signals:
        opened(): Something can be drawn now.
        turned(): The mesh is turned by hand, or looked at from a standard side.
    """

    opened = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_two_sided: bool = False) -> None:
        """`is_two_sided` if meshes may be open: their insides are drawn too, which takes longer."""
        super().__init__(parent)
        self._is_two_sided = is_two_sided
        self.plotter: Canvas | None = None
        self._surface: pv.PolyData | None = None
        self._mesh: Mesh | None = None
        self._paint: Paint | None = None
        self._style = DrawStyle.SHADED
        self._colours = LIGHT_SCENE
        self._has_grid = True
        self._drawn_grid = ""
        self._drawn_look: dict[str, Any] = {}
        self._notice = QLabel("", alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._notice.setObjectName("viewportNotice")
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._notice)
        self.setMinimumSize(280, 240)
        request_format()
        self._has_opengl = has_opengl()
        if self._has_opengl:
            self._announce_opengl()

    @property
    def mesh(self) -> Mesh | None:
        """The mesh shown, None if there is none."""
        return self._mesh

    @property
    def paint(self) -> Paint | None:
        """Colours of the mesh shown, None if there are none."""
        return self._paint

    @property
    def style_name(self) -> DrawStyle:
        """How the mesh is drawn, once there are colours if it takes any."""
        return self._style

    @property
    def colours(self) -> SceneColours:
        """The colours drawn in."""
        return self._colours

    @property
    def has_grid(self) -> bool:
        """Whether the floor's grid is shown."""
        return self._has_grid

    @property
    def can_draw(self) -> bool:
        """Whether there is OpenGL to draw with."""
        return self._has_opengl

    def open(self) -> None:
        """Load VTK, if nobody did before, and begin drawing; once is enough."""
        if self.plotter is not None:
            return
        if not self._has_opengl:
            self._notice.setText(tr(NO_OPENGL))
            return
        self.plotter = self._new_plotter()
        self._drawn_grid, self._drawn_look = "", {}
        self._layout.addWidget(self.plotter)
        self._layout.setCurrentWidget(self.plotter)
        self._redraw()
        self.set_view(StandardView.ISO)
        self.opened.emit()

    def shut(self) -> None:
        """Let go of OpenGL; must happen before the window is destroyed."""
        if self.plotter is not None:
            plotter, self.plotter = self.plotter, None
            plotter.removeEventFilter(self)
            plotter.close()

    def hurry(self, is_hurried: bool) -> None:
        """Whether the processor is needed for other things than for drawing twice."""
        if self.plotter is not None:
            self.plotter.hurry(is_hurried)

    def show_mesh(self, mesh: Mesh | None, paint: Paint | None = None) -> None:
        """Show this mesh in place of the last, with its colours if there are some; the camera stays."""
        self._mesh, self._paint = mesh, paint
        self._surface = to_polydata(mesh) if mesh is not None and self.plotter is not None else None
        self._draw_grid()
        self._draw_mesh()
        self._draw_hint()
        self._update()

    def show_paint(self, paint: Paint | None) -> None:
        """Give the mesh shown its colours, or take them away."""
        if paint is self._paint:
            return
        self._paint = paint
        self._draw_mesh()
        self._update()

    def set_style(self, style: DrawStyle) -> None:
        """Draw the mesh in another style."""
        self._style = style
        self._draw_mesh()
        self._update()

    def set_grid(self, shown: bool) -> None:
        """Show or hide the floor's grid."""
        self._has_grid = shown
        self._draw_grid()
        self._update()

    def set_colours(self, colours: SceneColours) -> None:
        """Draw in other colours."""
        self._colours = colours
        self._redraw()

    def set_view(self, view: StandardView) -> None:
        """Look at the object from a standard side; also the way back after turning it."""
        if self.plotter is None:
            return
        self.turned.emit()
        direction, up = VIEW_DIRECTIONS[view]
        camera = self.plotter.camera
        camera.position = tuple(VIEW_DISTANCE * part for part in direction)
        camera.focal_point = (0.0, 0.0, 0.0)
        camera.up = up
        camera.view_angle = VIEW_ANGLE_DEG
        self.plotter.renderer.ResetCameraClippingRange()
        self._update()

    def redraw(self) -> None:
        """Show what was changed of the camera."""
        self._update()

    def snapshot(self) -> QPixmap:
        """What is shown, as a picture."""
        if self.plotter is not None:
            self.plotter.draw_well()
        return self.grab()

    def studio(self, size_px: int) -> pv.Plotter:
        """The mesh shown, lit and drawn alike, in a square picture off the screen; the caller closes it."""
        import pyvista as pv

        studio = pv.Plotter(off_screen=True, window_size=[size_px, size_px], lighting="none")
        for light in studio_lights():
            studio.add_light(light)
        studio.set_background(self._colours.background_bottom, top=self._colours.background_top)
        if self._surface is not None:
            look = self._look()
            studio.add_mesh(self._surface.copy(), **look)
        return studio

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys from VTK, which would take `q` for the end and `3` for red-green glasses."""
        if event.type() is QEvent.Type.Wheel:
            self.turned.emit()
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _announce_opengl(self) -> None:
        """Hold an empty OpenGL widget from the beginning.

        Qt makes a window anew, with a flash and a loss of the keyboard, when the first such widget is
        added after it was shown; the plotter is.
        """
        from PySide6.QtOpenGLWidgets import QOpenGLWidget

        herald = QOpenGLWidget(self)
        herald.setFixedSize(0, 0)

    def _new_plotter(self) -> Canvas:
        from imrecon_gui.view3d.canvas import Canvas

        plotter = Canvas(self)
        plotter.setAcceptDrops(False)
        plotter.setAccessibleName(tr("Mesh"))
        plotter.installEventFilter(self)
        for light in studio_lights():
            plotter.add_light(light)
        plotter.enable_trackball_style()
        style = plotter.iren.interactor.GetInteractorStyle()
        style.AddObserver("InteractionEvent", lambda _style, _event: self.turned.emit())
        return plotter

    def _redraw(self) -> None:
        if self.plotter is None:
            return
        colours = self._colours
        self.plotter.set_background(colours.background_bottom, top=colours.background_top)
        self.plotter.add_axes(
            interactive=False, line_width=3, color=colours.text, viewport=(0, 0, 0.14, 0.18)
        )
        if self._mesh is not None and self._surface is None:
            self._surface = to_polydata(self._mesh)
        self._draw_grid()
        self._draw_mesh()
        self._draw_hint()
        self._update()

    def _draw_hint(self) -> None:
        """Say what the empty room is for."""
        if self.plotter is None:
            return
        if HINT_NAME in self.plotter.actors:
            self.plotter.remove_actor(HINT_NAME, render=False)
        if self._mesh is None:
            hint = self.plotter.add_text(
                tr(HINT),
                position=(0.5, 0.55),
                viewport=True,
                font_size=HINT_SIZE_PT,
                color=self._colours.text,
                name=HINT_NAME,
                render=False,
            )
            hint.prop.justification_horizontal = "center"
            hint.prop.opacity = 0.7

    def _draw_mesh(self) -> None:
        if self.plotter is None:
            return
        if self._surface is None:
            self.plotter.remove_actor(MESH_NAME, render=False)
            self._drawn_look = {}
            return
        look = self._look()
        if look == self._drawn_look and PAINT_NAME not in look.values():
            self.plotter.actors[MESH_NAME].mapper.dataset = self._surface  # adding it anew takes much longer
        else:
            self.plotter.add_mesh(self._surface, name=MESH_NAME, **look)
        self._drawn_look = look

    def _look(self) -> dict[str, Any]:
        """How the surface is drawn, as pyvista takes it."""
        is_wire = self._style is DrawStyle.WIREFRAME
        return {
            **self._coat(),
            "style": "wireframe" if is_wire else "surface",
            "show_edges": self._style is DrawStyle.EDGES,
            "edge_color": self._colours.edges,
            "line_width": 1.0,
            "smooth_shading": not is_wire,
            "lighting": not is_wire,
            "culling": None if is_wire or self._is_two_sided else "back",
            "reset_camera": False,
            "render": False,
        }

    def _coat(self) -> dict[str, Any]:
        """Colours and finish of the surface, as pyvista takes them."""
        if self._paint is not None and self._style in PAINTED_STYLES:
            return self._painted_coat(self._paint)
        is_wire = self._style is DrawStyle.WIREFRAME
        return {"color": self._colours.text if is_wire else self._colours.mesh, **CLAY_FINISH}

    def _painted_coat(self, paint: Paint) -> dict[str, Any]:
        assert self._surface is not None
        colours, finish = paint.colours, PHOTO_FINISH
        if self._style is DrawStyle.SEEN:
            colours, finish = blended(paint.seen, self._colours.seen, self._colours.imagined), CLAY_FINISH
        self._surface.point_data[PAINT_NAME] = colours
        return {"scalars": PAINT_NAME, "rgb": True, "show_scalar_bar": False, **finish}

    def _draw_grid(self) -> None:
        if self.plotter is None:
            return
        wanted = self._colours.grid if self._has_grid else ""
        if wanted != self._drawn_grid:
            self._drawn_grid = wanted
            self.plotter.remove_actor(GRID_NAME, render=False)
            if wanted:
                self._add_grid(wanted)
        if wanted:
            self.plotter.actors[GRID_NAME].position = (0.0, self._lowest(), 0.0)

    def _add_grid(self, colour: str) -> None:
        assert self.plotter is not None
        self.plotter.add_mesh(
            floor(),
            name=GRID_NAME,
            color=colour,
            style="wireframe",
            line_width=1.0,
            lighting=False,
            pickable=False,
            reset_camera=False,
            render=False,
        )

    def _lowest(self) -> float:
        if self._mesh is None or not len(self._mesh.vertices):
            return -FIELD_BOUND
        return float(self._mesh.vertices[:, 1].min())

    def _update(self) -> None:
        if self.plotter is not None:
            self.plotter.update()
