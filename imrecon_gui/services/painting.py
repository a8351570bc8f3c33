"""Colours for a finished mesh, found in the worker so that the window goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.types import PreparedImage, ReconResult
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.job_runner import JobRunner, Worker


class PaintingService(QObject):
    """Projects pictures onto the meshes made from them.

    Signals:
        painted(ReconResult, Paint): The colours of that result's mesh.
        failed(exception): There are none.
    """

    painted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: Engine, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, pair: self.painted.emit(*pair))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(self, result: ReconResult, image: PreparedImage) -> None:
        """Colour the mesh of a result with its picture; the newest one wins.

        Nothing happens if the model did not say where the picture was taken from.
        """
        viewpoint = result.viewpoint
        if viewpoint is not None:
            self.runner.start(lambda job: (result, self._engine.paint(result.mesh, image, viewpoint, job)))
