"""From a picture to a mesh: the picture and the parameters on the left, the mesh on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from imrecon_gui.core.types import Paint, PreparedImage, ReconRequest, ReconResult, UInt8Array
from imrecon_gui.language import tr
from imrecon_gui.services.reconstruction import Order
from imrecon_gui.ui.context import Context
from imrecon_gui.ui.image_panel import ImagePanel
from imrecon_gui.ui.mask_dialog import MaskDialog
from imrecon_gui.ui.params_panel import ParamsPanel
from imrecon_gui.ui.queue_desk import QueueDesk
from imrecon_gui.ui.shape_desk import ShapeDesk
from imrecon_gui.ui.viewport_panel import NO_VIEWPOINT, PAINTING, ViewportPanel

LEFT_WIDTH_PX = 376


class ReconstructTab(QWidget):
    """Wires the panels to the services.

    Attributes:
        image: The picture ready for the network, None if there is none.
        result: The last finished reconstruction.
        paint: The colours of its mesh, None if there are none (yet).

    Signals:
        problem(exception): Something went wrong.
        notice(message, hint): News worth a sentence.
        picture_taken(): A picture is being prepared.
        recent_changed(): The recent pictures are others now.
        shown_again(ReconResult): A mesh made earlier is shown with its picture.
    """

    problem = Signal(object)
    notice = Signal(str, str)
    picture_taken = Signal()
    recent_changed = Signal()
    shown_again = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.image: PreparedImage | None = None
        self.result: ReconResult | None = None
        self.paint: Paint | None = None
        self._ordered: PreparedImage | None = None
        self._sample = ""
        self._source: Path | None = None
        self.image_panel = ImagePanel(context)
        self.params = ParamsPanel(context)
        self.view = ViewportPanel(context)
        self.shape = ShapeDesk(context, self)
        self._keeps_sketch = False
        self.queue = QueueDesk(context, self)
        self._build()
        self._connect_panels()
        self._connect_services()

    @property
    def source(self) -> Path | None:
        """The file of the picture, None if it came from nowhere."""
        return self._source

    @property
    def has_begun(self) -> bool:
        """Whether there is a picture, or one is being prepared."""
        return self.image is not None or self._context.services.preparation.runner.is_busy

    def take(self, source: Path | UInt8Array, name: str | None = None) -> None:
        """Prepare a picture: a file, or pixels with a name; what was being made is cancelled."""
        self._context.services.reconstruction.cancel()
        self._source = source if isinstance(source, Path) else None
        self.picture_taken.emit()
        self._context.services.preparation.start(source, name)

    def open_picture(self) -> None:
        """Ask for a picture file and take it; several are queued."""
        locations = QStandardPaths.StandardLocation
        pictures = QStandardPaths.writableLocation(locations.PicturesLocation)
        folder = self._context.settings.text("picture_folder", pictures)
        paths = self._context.dialogs.pictures_to_open(self.window(), folder)
        if paths:
            self._context.settings.put("picture_folder", str(paths[0].parent))
        if len(paths) > 1:
            self.queue.add(paths)
        elif paths:
            self.take(paths[0])

    def mend(self) -> None:
        """Let the person mend the cut-out, if there is one."""
        if self.image is not None and not self._context.services.preparation.runner.is_busy:
            dialog = MaskDialog(self._context, self.image, self.window())
            dialog.mended.connect(self._on_mended)
            dialog.problem.connect(self.problem)
            dialog.open()

    def start(self) -> None:
        """Start a reconstruction with the parameters chosen, if there is all it needs."""
        model = self.params.model
        if self.image is None or model is None:
            return
        self._ordered = self.image
        source, params = self._source, self.params
        self._sample = source.stem if source and source in self._context.places.examples else ""
        request = ReconRequest(
            self.image, params.category, params.resolution, params.threshold, fairing=params.fairing
        )
        params.remember()
        request = self.shape.applied(request, model.path)
        self._context.services.reconstruction.start(Order(request, model.path, params.device))

    def show_finished(self, image: PreparedImage, result: ReconResult, source: Path | None) -> None:
        """Show a picture and what was made of it earlier; what was being made is cancelled."""
        self._drop_work()
        self._source, self.image, self._ordered = source, image, image
        self._sample = source.stem if source and source in self._context.places.examples else ""
        self.image_panel.show_prepared(image)
        self.params.set_has_picture(True)
        self._on_success(result)
        self.shown_again.emit(result)

    def restore(self, image: PreparedImage, result: ReconResult | None, source: Path | None) -> None:
        """Go on where the person was: with the mesh if it was kept, else with the picture alone."""
        if result is not None:
            self.show_finished(image, result, source)
        else:
            self._source = source
            self._on_prepared(image)

    def clear(self) -> None:
        """Show neither picture nor mesh; what was being made is cancelled."""
        self._drop_work()
        self.image = self.result = self.paint = self._ordered = self._source = None
        self.image_panel.clear()
        self.view.clear()
        self.view.comparer.set_mesh(None, "")
        self.params.set_has_picture(False)
        self.shape.set_ready(False)

    def remesh(self) -> None:
        """Make the mesh that is shown, or being made, anew with the parameters chosen now."""
        if self._ordered is not None and self._ordered is self.image:
            self._keeps_sketch = True
            self.start()
            self._keeps_sketch = False

    def cancel(self) -> None:
        """Stop the reconstruction."""
        if self._context.services.reconstruction.is_busy:
            self.params.show_cancelling()
            self._context.services.reconstruction.cancel()

    def _drop_work(self) -> None:
        for service in (self._context.services.reconstruction, self._context.services.preparation):
            service.runner.drop()

    def _on_prepared(self, image: PreparedImage) -> None:
        self.image = image
        self.image_panel.show_prepared(image)
        self.params.set_has_picture(True)
        if self._source is not None and self._source not in self._context.places.examples:
            self._context.settings.add_recent(self._source)
            self.recent_changed.emit()
        if self.params.is_automatic:
            self.start()

    def _on_mended(self, image: PreparedImage) -> None:
        """Go on as if the picture had just been prepared like this."""
        self._context.services.reconstruction.cancel()
        self._context.services.preparation.prepared.emit(image)

    def _on_preparing(self, is_busy: bool) -> None:
        self.image_panel.show_busy(is_busy)
        self.params.set_has_picture(not is_busy and self.image is not None)

    def _on_unprepared(self, error: BaseException) -> None:
        self.image_panel.show_refused()
        self.problem.emit(error)

    def _on_success(self, result: ReconResult) -> None:
        self.result, self.paint = result, None
        self.view.viewport.show_mesh(result.mesh)
        self.view.results.show_result(result)
        self.shape.take(self._ordered, result)
        self.view.export_bar.set_mesh(result.mesh, self.image.name if self.image else "mesh")
        self.view.keepsakes.stem = self.image.name if self.image else "mesh"
        self.view.comparer.set_mesh(result.mesh, self._sample)
        self.view.show_unpainted(PAINTING if result.viewpoint else NO_VIEWPOINT)
        if result.viewpoint is None:
            self.view.show_no_photo(NO_VIEWPOINT)
        if self._ordered is not None:
            self._context.services.painting.start(result, self._ordered)
            self._context.services.photo.start(result, self._ordered)
        if result.notes:
            self.notice.emit(result.notes[0], " ".join(result.notes[1:]))

    def _on_painted(self, result: ReconResult, paint: Paint) -> None:
        if result is not self.result:
            return
        self.paint = paint
        self.view.export_bar.set_colours(result.mesh, paint.colours)
        if self.view.viewport.mesh is result.mesh:
            self.view.show_paint(paint)

    def _on_framed(self, result: ReconResult, photo: UInt8Array) -> None:
        if result is self.result and result.viewpoint is not None:
            self.view.show_photo(result.viewpoint, photo)

    def _show_last(self) -> None:
        """Put the last finished mesh back in place of a coarse one that came to nothing."""
        if self._keeps_sketch:  # the next one is on its way
            return
        self.view.viewport.show_mesh(self.result.mesh if self.result else None)
        if self.paint is not None:
            self.view.show_paint(self.paint)

    def _connect_panels(self) -> None:
        self.image_panel.chosen.connect(self.take)
        self.image_panel.refused.connect(self.problem)
        self.view.comparer.problem.connect(self.problem)
        self.image_panel.open_asked.connect(self.open_picture)
        self.image_panel.mend_asked.connect(self.mend)
        self.params.start_asked.connect(self.start)
        self.params.remesh_asked.connect(self.remesh)
        self.params.cancel_asked.connect(self.cancel)

    def _connect_services(self) -> None:
        services = self._context.services
        services.preparation.busy_changed.connect(self._on_preparing)
        services.preparation.prepared.connect(self._on_prepared)
        services.preparation.failed.connect(self._on_unprepared)
        services.reconstruction.busy_changed.connect(self.params.set_busy)
        services.reconstruction.busy_changed.connect(self.view.viewport.hurry)
        services.reconstruction.progressed.connect(self.params.show_progress)
        services.reconstruction.sketched.connect(self.view.viewport.show_mesh)
        services.reconstruction.succeeded.connect(self._on_success)
        services.reconstruction.failed.connect(self._show_last)
        services.reconstruction.cancelled.connect(self._show_last)
        services.reconstruction.failed.connect(self.problem)
        services.painting.painted.connect(self._on_painted)
        services.painting.failed.connect(self.problem)
        services.photo.framed.connect(self._on_framed)
        services.photo.failed.connect(self.problem)
        services.devices.found.connect(self.params.set_devices)
        services.devices.failed.connect(self.problem)
        services.export.failed.connect(self.problem)
        services.handing.failed.connect(self.problem)
        self.view.hand_over.notice.connect(self.notice)
        services.pictures.failed.connect(self.problem)
        services.pictures.saved.connect(
            lambda path: self.notice.emit(f"The picture is saved as {path.name}.", f"In {path.parent}")
        )
        services.export.exported.connect(
            lambda path: self.notice.emit(f"The mesh is saved as {path.name}.", f"In {path.parent}")
        )

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(self._build_left())
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.view, 1)
        column.addWidget(self.queue.strip)
        row.addLayout(column, 1)

    def _build_left(self) -> QScrollArea:
        column = QWidget()
        column.setObjectName("scrolled")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.image_panel, 1)
        layout.addWidget(self.params)
        area = QScrollArea()
        area.setAccessibleName(tr("Picture and parameters"))
        area.setWidget(column)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(LEFT_WIDTH_PX)
        return area
