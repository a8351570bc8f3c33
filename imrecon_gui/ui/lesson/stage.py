"""Where the steps are shown: the pages, and the questions each step asks."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from imrecon_gui.core.types import Float32Array, Mesh
from imrecon_gui.services.lesson import Cloud, LessonService, Reading
from imrecon_gui.ui.lesson.pages import CodePage, PicturesPage
from imrecon_gui.ui.lesson.scene_page import ScenePage
from imrecon_gui.ui.lesson.slice_page import SlicePage
from imrecon_gui.ui.lesson.steps import CLOUD, CLOUD_SIZE, MESH, MOVE, MOVED_SIZE, SLICE, STEPS, VOXELS, Page
from imrecon_gui.ui.theme import Theme


class Stage(QStackedWidget):
    """Shows the page of a step, and asks the service what the page needs.

    Attributes:
        step: Number of the step shown.
        pictures, code, slices, scene: The pages.
    """

    def __init__(self, theme: Theme, service: LessonService) -> None:
        super().__init__()
        self._service = service
        self.step = 0
        self.pictures, self.code = PicturesPage(theme), CodePage(theme)
        self.slices, self.scene = SlicePage(theme), ScenePage(theme)
        self._pages: dict[Page, QWidget] = {
            Page.PICTURES: self.pictures,
            Page.CODE: self.code,
            Page.SLICE: self.slices,
            Page.SCENE: self.scene,
        }
        for page in self._pages.values():
            self.addWidget(page)
        self._connect()

    def show_reading(self, reading: Reading) -> None:
        """Show what was read in another picture; older slices and meshes go."""
        self.pictures.show_reading(reading)
        self.code.show_reading(reading)
        self.slices.show_slice(None)

    def enter(self, step: int) -> None:
        """Show a step of the picture that has been read, and ask for what it shows."""
        self.leave()
        self.step = step
        page = self._pages[STEPS[step].page]
        self.setCurrentWidget(page)
        scene = self.scene
        if step == CLOUD:
            scene.show_control(scene.replay)
            self._service.ask_cloud(CLOUD_SIZE)
        elif step == SLICE:
            self._service.ask_slice(self.slices.axis, self.slices.at)
        elif step == VOXELS:
            scene.show_control(scene.voxel_sizes)
            self._service.ask_voxels(scene.voxel_sizes.cells)
        elif step == MESH:
            scene.show_control(scene.mesh_sizes)
            self._service.ask_mesh(scene.mesh_sizes.cells)
        elif step == MOVE:
            scene.show_control(scene.mover)
            self._service.ask_mesh(MOVED_SIZE, scene.mover.nudge)

    def leave(self) -> None:
        """Let go of what was asked and of what moves."""
        self._service.cancel()
        self.scene.stop()

    def _on_clouded(self, cloud: Cloud) -> None:
        if self.step == CLOUD:
            self.scene.show_cloud(cloud)

    def _on_built(self, mesh: Mesh | None) -> None:
        if self.step == VOXELS:
            self.scene.show_boxes(mesh)
        elif self.step in (MESH, MOVE):
            self.scene.show_surface(mesh)

    def _on_sliced(self, probabilities: Float32Array) -> None:
        self.slices.show_slice(probabilities)

    def _connect(self) -> None:
        self._service.clouded.connect(self._on_clouded)
        self._service.built.connect(self._on_built)
        self._service.sliced.connect(self._on_sliced)
        self.slices.moved.connect(self._service.ask_slice)
        self.scene.voxel_sizes.chosen.connect(self._service.ask_voxels)
        self.scene.mesh_sizes.chosen.connect(lambda n: self._service.ask_mesh(n))
        self.scene.mover.moved.connect(lambda nudge: self._service.ask_mesh(MOVED_SIZE, nudge))
