"""The page with depth: points, boxes and meshes in one viewport, and what can be turned about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QVariantAnimation
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from imrecon_gui.core.types import Mesh
from imrecon_gui.language import tr
from imrecon_gui.services.lesson import Cloud
from imrecon_gui.ui.lesson.controls import CodeMover, Replay, SizeChooser
from imrecon_gui.ui.lesson.steps import MESH_SIZES, VOXEL_SIZES
from imrecon_gui.ui.parts import label
from imrecon_gui.ui.theme import Theme
from imrecon_gui.view3d.cloud_viewport import CloudViewport
from imrecon_gui.view3d.scene import DARK_SCENE, LIGHT_SCENE

ANIMATION_MS = 2500
NOTHING = "Nothing is inside: this recipe makes no object."


class ScenePage(QWidget):
    """The viewport, a line about what it shows, and the controls of the step.

    Attributes:
        viewport: Opened when the page is first shown.
        replay, voxel_sizes, mesh_sizes, mover: The controls, of which one is shown.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.viewport = CloudViewport()
        self.fact_label = label(" ", "lessonCaption")
        self.replay, self.mover = Replay(), CodeMover()
        self.voxel_sizes, self.mesh_sizes = SizeChooser(VOXEL_SIZES), SizeChooser(MESH_SIZES)
        self._controls = QStackedWidget()
        for control in (self.replay, self.voxel_sizes, self.mesh_sizes, self.mover):
            self._controls.addWidget(control)
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=ANIMATION_MS)
        self._animation.valueChanged.connect(self.viewport.reveal)
        self.replay.asked.connect(self.play)
        self._build()
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_control(self, control: QWidget) -> None:
        """Show one of the controls, and an empty viewport until there is something to show."""
        self.stop()
        self._controls.setCurrentWidget(control)
        self.fact_label.setText(" ")
        self.viewport.show_mesh(None)
        QTimer.singleShot(0, self, self._open)

    def show_cloud(self, cloud: Cloud) -> None:
        """Let the points appear, from the bottom to the top."""
        self.viewport.set_cloud(cloud.points, cloud.probabilities)
        n_inside = int((cloud.probabilities > 0.5).sum())
        self.fact_label.setText(tr(f"{len(cloud.points):,} points asked, {n_inside:,} are inside"))
        self.play()

    def show_boxes(self, boxes: Mesh | None) -> None:
        """Show boxes, each face of which is two triangles, or say that there are none."""
        self._show(boxes, f"{len(boxes.faces) // 2:,} little squares" if boxes else NOTHING)

    def show_surface(self, mesh: Mesh | None) -> None:
        """Show a surface, or say that there is none."""
        self._show(mesh, f"{len(mesh.faces):,} triangles" if mesh else NOTHING)

    def play(self) -> None:
        """Let the points appear from the beginning."""
        self._animation.stop()
        self._animation.start()

    def stop(self) -> None:
        """Let nothing move."""
        self._animation.stop()

    def _show(self, mesh: Mesh | None, fact: str) -> None:
        self.viewport.show_mesh(mesh)
        self.fact_label.setText(tr(fact))

    def _open(self) -> None:
        if self.isVisible():
            self.viewport.open()

    def _on_theme(self) -> None:
        self.viewport.set_colours(DARK_SCENE if self._theme.is_dark else LIGHT_SCENE)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 14)
        column.setSpacing(8)
        column.addWidget(self.viewport, 1)
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 0)
        below.addWidget(self.fact_label)
        below.addWidget(self._controls)
        self.fact_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._controls.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addLayout(below)
