"""A stand-in for the core's lesson: a ball, asked in the worker."""

from __future__ import annotations

import threading
import time

import numpy as np

from imrecon_gui.core.boxes import boxes
from imrecon_gui.core.field import Field
from imrecon_gui.core.isosurface import extract
from imrecon_gui.core.lesson import SLICE_SIZE, Cloud, Reading, slice_points
from imrecon_gui.core.types import FIELD_BOUND, Mesh

RADIUS = 0.4


class FakeLesson:
    """Answers about a ball.

    Attributes:
        asked: Every question, as a tuple that begins with its kind.
    """

    def __init__(self, engine, image, category, model) -> None:
        self._engine = engine
        self.category, self.model = category, model
        self.asked: list[tuple] = []
        z = np.linspace(-1, 2, 256, dtype=np.float32)
        odds = (("chair", 0.8), ("table", 0.195), ("lamp", 0.005))
        self.reading = Reading(image, z, "chair", odds, engine.viewpoint)

    def cloud(self, resolution, job) -> Cloud:
        self._ask(job, "cloud", resolution)
        axis = np.linspace(-FIELD_BOUND, FIELD_BOUND, resolution + 1, dtype=np.float32)
        y, z, x = np.meshgrid(axis, axis, axis, indexing="ij")
        points = np.stack([x, y, z], -1).reshape(-1, 3)
        return Cloud(points, probabilities(points))

    def slice(self, axis, at, job):
        self._ask(job, "slice", axis, at)
        return probabilities(slice_points(axis, at)).reshape(SLICE_SIZE, SLICE_SIZE)

    def voxels(self, resolution, job) -> Mesh:
        self._ask(job, "voxels", resolution)
        return boxes(probabilities(grid(resolution)) > 0.5)

    def mesh(self, resolution, nudge, job) -> Mesh | None:
        self._ask(job, "mesh", resolution, nudge)
        radius = RADIUS + 0.1 * nudge.amount
        distance = np.linalg.norm(grid(resolution), axis=-1).astype(np.float32)
        return None if nudge.amount == 1 else extract(Field(radius - distance, resolution))

    def _ask(self, job, *question) -> None:
        self._engine.threads.add(threading.current_thread())
        self.asked.append(question)
        while self._engine.hold.is_set():
            job.check()
            time.sleep(0.005)
        job.report("field", 1, 1)


def probabilities(points):
    """Of being inside the ball: (..., 3) to (...)."""
    distance = np.linalg.norm(points, axis=-1)
    return (1 / (1 + np.exp(60 * (distance - RADIUS)))).astype(np.float32)


def grid(resolution):
    """All nodes, (n + 1, n + 1, n + 1, 3)."""
    axis = np.linspace(-FIELD_BOUND, FIELD_BOUND, resolution + 1, dtype=np.float32)
    return np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1)
