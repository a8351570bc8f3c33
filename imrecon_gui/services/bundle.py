"""All services of one window, built together and closed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from imrecon_gui import paths
from imrecon_gui.services.batch import BatchService
from imrecon_gui.services.comparing import ComparisonService
from imrecon_gui.services.engine import Engine
from imrecon_gui.services.handing import HandingService
from imrecon_gui.services.job_runner import Worker
from imrecon_gui.services.lesson import LessonService
from imrecon_gui.services.loading import LoadingService
from imrecon_gui.services.mending import MendingService
from imrecon_gui.services.models import ModelLibrary, ModelService
from imrecon_gui.services.painting import PaintingService
from imrecon_gui.services.past_runs import PastRunService
from imrecon_gui.services.photo import PhotoService
from imrecon_gui.services.pictures import PictureService
from imrecon_gui.services.printing import PrintingService
from imrecon_gui.services.queue_keeping import QueueKeeping
from imrecon_gui.services.reconstruction import (
    DeviceService,
    ExportService,
    PreparationService,
    ReconstructionService,
)
from imrecon_gui.services.session import SessionService
from imrecon_gui.services.shape_pictures import ShapePictureService
from imrecon_gui.services.training import DEFAULT_COMMAND, TrainingService

CLOSE_TIMEOUT_S = 30.0


@dataclass(frozen=True, eq=False)
class Services:
    """What the window asks to get things done."""

    worker: Worker
    preparation: PreparationService
    second: PreparationService
    mending: MendingService
    reconstruction: ReconstructionService
    painting: PaintingService
    photo: PhotoService
    pictures: PictureService
    comparing: ComparisonService
    printing: PrintingService
    export: ExportService
    devices: DeviceService
    models: ModelService
    training: TrainingService
    past_runs: PastRunService
    shape_pictures: ShapePictureService
    lesson: LessonService
    handing: HandingService
    batch: BatchService
    session: SessionService
    queue_keeping: QueueKeeping
    loading: LoadingService

    def close(self) -> bool:
        """Cancel all work and wait for it; whether the worker ended in time."""
        self.training.close()
        self.past_runs.runner.cancel()
        self.shape_pictures.close()
        for service in (self.preparation, self.mending, self.reconstruction, self.painting, self.devices):
            service.runner.cancel()
        self.second.runner.cancel()
        self.printing.cancel()
        self.pictures.cancel()
        self.comparing.cancel()
        self.lesson.cancel()
        self.batch.close()
        was_kept = self.session.close(CLOSE_TIMEOUT_S)
        has_loaded = self.loading.close(CLOSE_TIMEOUT_S)
        return self.worker.close(CLOSE_TIMEOUT_S) and was_kept and has_loaded


def build_services(
    engine: Engine,
    library: ModelLibrary,
    program_folder: Path,
    watched: Sequence[Path] = (),
    training_command: Sequence[str] = DEFAULT_COMMAND,
) -> Services:
    """Build the services around an engine, a library of models and a trainer's command."""
    worker = Worker()
    batch, session = BatchService(engine, worker), SessionService()
    return Services(
        worker,
        PreparationService(engine, worker),
        PreparationService(engine, worker),
        MendingService(engine, worker),
        ReconstructionService(engine, worker),
        PaintingService(engine, worker),
        PhotoService(worker),
        PictureService(worker),
        ComparisonService(worker),
        PrintingService(worker),
        ExportService(engine, worker),
        DeviceService(engine, worker),
        ModelService(library, watched),
        TrainingService(program_folder, training_command),
        PastRunService(worker),
        ShapePictureService(training_command, program_folder),
        LessonService(engine, worker),
        HandingService(engine, worker, paths.handout_dir()),
        batch,
        session,
        QueueKeeping(batch, session.worker),
        LoadingService(),
    )
