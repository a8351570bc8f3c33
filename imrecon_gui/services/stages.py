"""One progress bar for work of several stages, which never runs backwards.

Every stage has a fixed share of the bar, by the time it usually takes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """One stage: the name the core reports, its share of the bar, and what a person is told."""

    name: str
    weight: float
    label: str


RECONSTRUCTION = (
    Stage("load", 0.15, "Loading the model"),
    Stage("cutout", 0.10, "Cutting out the object"),
    Stage("encode", 0.05, "Reading the picture"),
    Stage("field", 0.55, "Asking the network for the shape"),
    Stage("surface", 0.15, "Drawing the surface"),
)
TRAINING = (
    Stage("data", 0.20, "Making shapes and pictures"),
    Stage("shape", 0.35, "Learning shapes"),
    Stage("image", 0.45, "Learning to read pictures"),
)


class StagedProgress:
    """Turns (stage, done, total) into a fraction from 0 to 1 that never falls.

    Attributes:
        fraction: How much is done, from 0 to 1.
        label: What is being done, in words.
    """

    def __init__(self, stages: tuple[Stage, ...] = RECONSTRUCTION) -> None:
        self._stages = stages
        self._whole = sum(stage.weight for stage in stages)
        self.fraction = 0.0
        self.label = ""

    def update(self, name: str, done: int, total: int) -> float:
        """Take in one report; the new fraction. Stages it does not know change nothing."""
        before = 0.0
        for stage in self._stages:
            if stage.name == name:
                share = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
                self.fraction = max(self.fraction, (before + stage.weight * share) / self._whole)
                self.label = stage.label
            before += stage.weight
        return self.fraction
