"""The photo to lay over the mesh, framed as the network saw it, made in the worker."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imrecon_gui.core.types import PreparedImage, ReconResult, UInt8Array
from imrecon_gui.services.job_runner import JobRunner, Worker


class PhotoService(QObject):
    """Frames cut-outs for people to look at.

    Signals:
        framed(ReconResult, (s, s, 4) uint8 RGBA): The photo of that result's mesh.
        failed(exception): There is none.
    """

    framed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = JobRunner(worker, self)
        self.runner.succeeded.connect(lambda _job_id, pair: self.framed.emit(*pair))
        self.runner.failed.connect(lambda _job_id, error: self.failed.emit(error))

    def start(self, result: ReconResult, image: PreparedImage) -> None:
        """Frame the picture a result was made from; the newest one wins.

        Nothing happens if the model did not say where the picture was taken from.
        """
        if result.viewpoint is not None:
            self.runner.start(lambda _job: (result, _framed(image)))


def _framed(image: PreparedImage) -> UInt8Array:
    from imrecon_gui.core.closeup import closeup

    return closeup(image)
