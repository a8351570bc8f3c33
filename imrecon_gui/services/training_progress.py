"""How far a run is and how long it will be, from what it says."""

from __future__ import annotations

from imrecon_gui.services.pace import Pace
from imrecon_gui.services.stages import TRAINING, StagedProgress
from imrecon_gui.services.training_events import Paused, Progress, Started, Step, TrainingEvent


class RunProgress:
    """Takes in a run's events in their order."""

    def __init__(self) -> None:
        self._bar = StagedProgress(TRAINING)
        self._pace = Pace()

    @property
    def fraction(self) -> float:
        """How much is done, from 0 to 1."""
        return self._bar.fraction

    @property
    def label(self) -> str:
        """What is being done, in words; "" before the first report."""
        return self._bar.label

    @property
    def seconds_left(self) -> float | None:
        """How long it will be; None while that cannot be told."""
        return self._pace.seconds_left

    def take(self, event: TrainingEvent) -> None:
        """The run said this."""
        if isinstance(event, Started):
            stages = tuple(stage for stage in TRAINING if stage.name in event.stages)
            self._bar, self._pace = StagedProgress(stages or TRAINING), Pace(event.stages)
        elif isinstance(event, Progress):
            self._bar.update(event.stage, event.done, event.total)
        elif isinstance(event, Step):
            self._bar.update(event.stage, event.step, event.total)
            self._pace.take(event)
        elif isinstance(event, Paused):
            self._pace.interrupt()
