"""Stand-ins for the worker's engine and the models, slow or broken on demand."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.types import Mesh, Paint, PreparedImage, ReconResult, Seconds
from imrecon_gui.core.up_axis import Up
from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.services.engine import DeviceChoice
from imrecon_gui.services.models import ModelChoice
from imrecon_gui.ui.dialogs import Dialogs, Leaving
from tests.gui.fake_lesson import FakeLesson

STAGES = ("load", "cutout", "encode", "field", "surface")
PAUSE_S = 0.005


def octahedron(size: float = 0.5) -> Mesh:
    """Six corners at `size` on the axes, eight faces, wound to be seen from outside."""
    vertices = size * np.array(
        [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], np.float32
    )
    upper = [[0, 2, 4], [4, 2, 1], [1, 2, 5], [5, 2, 0]]
    lower = [[4, 3, 0], [1, 3, 4], [5, 3, 1], [0, 3, 5]]
    return Mesh(vertices, np.array(upper + lower, np.int32))


def result(mesh: Mesh, category: str = "chair", notes: tuple[str, ...] = ()) -> ReconResult:
    """A finished reconstruction around a mesh."""
    probabilities = ((category, 0.9), ("table", 0.1))
    return ReconResult(mesh, category, probabilities, 64, "CPU", Seconds(field=1.5), 999, True, 0.25, notes)


class FakeEngine:
    """An engine that reads pictures and gives octahedra.

    Attributes:
        hold: While set, a reconstruction waits (and can be cancelled).
        error: What a reconstruction raises, None for success.
        requests: Every (request, model, device) it was given.
        boxes: Every box it was given to cut out in.
        box_error: What that raises, None for success.
        viewpoint: Where results were seen from, None for a model that does not tell.
        n_directions: Along how many directions its model can move shapes.
        paintings: Every (mesh, image, viewpoint) it was given.
        exports: Every (mesh, path, longest_side_mm) it was given.
        ups: The axis that was to point up in each.
        threads: The threads its functions ran in.
        lessons: Every lesson it gave.
    """

    def __init__(self) -> None:
        self.hold = threading.Event()
        self.error: BaseException | None = None
        self.export_error: BaseException | None = None
        self.notes: tuple[str, ...] = ()
        self.requests: list = []
        self.viewpoint: Viewpoint | None = None
        self.n_directions = 0
        self.paintings: list = []
        self.exports: list = []
        self.ups: list[Up] = []
        self.boxes: list = []
        self.box_error: BaseException | None = None
        self.threads: set[threading.Thread] = set()
        self.lessons: list[FakeLesson] = []

    def prepare(self, source, name, job) -> PreparedImage:
        self.threads.add(threading.current_thread())
        try:
            image = Image.open(source) if isinstance(source, Path) else Image.fromarray(source)
            picture = image.convert("RGBA")
        except (OSError, UnidentifiedImageError) as error:
            raise ImageError("This is no picture.", "Choose a picture file.") from error
        job.check()
        small = np.asarray(picture.resize((128, 128)))
        stem = source.stem if isinstance(source, Path) else name
        return PreparedImage(np.asarray(picture), small, False, stem, 0.1)

    def cut_out_box(self, photo, box, job):
        self.threads.add(threading.current_thread())
        self.boxes.append(box)
        while self.hold.is_set():
            job.check()
            time.sleep(PAUSE_S)
        if self.box_error is not None:
            raise self.box_error
        alpha = np.zeros(photo.shape[:2], np.uint8)
        left, top, right, bottom = box
        alpha[top:bottom, left:right] = 255
        return alpha

    def reconstruct(self, request, model, device, job, partial) -> ReconResult:
        self.threads.add(threading.current_thread())
        self.requests.append((request, model, device))
        for stage in STAGES:
            for done in range(4):
                job.check()
                job.report(stage, done, 3)
            if stage == "field":
                partial(octahedron(0.3))
            while stage == "field" and self.hold.is_set():
                job.check()
                time.sleep(PAUSE_S)
        if self.error is not None:
            raise self.error
        made = result(octahedron(), notes=self.notes)
        n_directions, cut = self.n_directions, len(self.requests) / 4
        return replace(made, viewpoint=self.viewpoint, edit=request.edit, n_directions=n_directions, cut=cut)

    def teach(self, image, category, model, device, job) -> FakeLesson:
        self.threads.add(threading.current_thread())
        self.lessons.append(FakeLesson(self, image, category, model))
        return self.lessons[-1]

    def paint(self, mesh, image, viewpoint, job) -> Paint:
        self.threads.add(threading.current_thread())
        self.paintings.append((mesh, image, viewpoint))
        seen = (mesh.vertices @ np.array([0, 0, 1]) > 0).astype(np.float32)
        return Paint(np.full(mesh.vertices.shape, (200, 30, 30), np.uint8), seen)

    def export(self, mesh, path, longest_side_mm, up=Up.USUAL) -> None:
        self.threads.add(threading.current_thread())
        if self.export_error is not None:
            raise self.export_error
        self.exports.append((mesh, path, longest_side_mm))
        self.ups.append(up)
        path.write_bytes(b"mesh")

    def devices(self):
        return (DeviceChoice("cpu", "CPU"),)


class FakeLibrary:
    """Two models of three categories, and more once they are added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.models = [
            ModelChoice("big", folder / "big.safetensors", ("chair", "table")),
            ModelChoice("small", folder / "small.safetensors", ("chair",)),
        ]

    def choices(self) -> tuple[ModelChoice, ...]:
        names = {model.name for model in self.models}
        published = [p for p in sorted(self.folder.glob("*.model")) if p.stem not in names]
        return (*self.models, *(ModelChoice(p.stem, p, ("lamp",)) for p in published))


class FakeDialogs(Dialogs):
    """Answers as it was told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.picture: Path | None = None
        self.pictures: tuple[Path, ...] = ()
        self.folder: Path | None = None
        self.mesh: Path | None = None
        self.leaving = Leaving.LEAVE
        self.suggestions: list[Path] = []

    def pictures_to_open(self, parent, folder):
        return self.pictures or ((self.picture,) if self.picture else ())

    def folder_to_save(self, parent, folder):
        return self.folder

    def meshes_to_learn(self, parent, folder):
        return self.folder

    def mesh_to_save(self, parent, suggestion, formats):
        self.suggestions.append(suggestion)
        return self.mesh

    def on_leaving_training(self, parent):
        return self.leaving
