"""How long a training run will go on, by how fast its steps were of late."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from imrecon_gui.services.stages import TRAINING
from imrecon_gui.services.training_events import Step

LOOKED_AT = 120
"""Reports of steps that are looked at: about a minute, so that one slow step changes little."""
ENOUGH = 4


class Pace:
    """Guesses the time left from the steps done and the seconds they took."""

    def __init__(self, stages: Sequence[str] = ()) -> None:
        self._stages = tuple(stages)
        self._recent: deque[Step] = deque(maxlen=LOOKED_AT)

    def take(self, step: Step) -> None:
        """A step was made; another stage, or a clock that began anew, begins the guess anew, too."""
        last = self._recent[-1] if self._recent else None
        if last and (last.stage != step.stage or last.seconds > step.seconds or last.step > step.step):
            self._recent.clear()
        self._recent.append(step)

    def interrupt(self) -> None:
        """Forget what was: the clock ran on while nothing was done."""
        self._recent.clear()

    @property
    def seconds_left(self) -> float | None:
        """The guess; None while there is too little to guess from."""
        if len(self._recent) < ENOUGH or self._recent[-1].step == self._recent[0].step:
            return None
        first, last = self._recent[0], self._recent[-1]
        each = (last.seconds - first.seconds) / (last.step - first.step)
        return each * (last.total - last.step) + each * last.total * self._later(last.stage)

    def _later(self, stage: str) -> float:
        """The stages that are still to come, as a multiple of this one."""
        weights = {one.name: one.weight for one in TRAINING}
        if stage not in self._stages or stage not in weights:
            return 0.0
        later = self._stages[self._stages.index(stage) + 1 :]
        return sum(weights.get(name, 0.0) for name in later) / weights[stage]
