"""What the worker can do: the core's functions behind one small door.

The core's modules import torch, OpenCV and trimesh, so they are imported inside the functions
here, which only ever run in the worker. Tests put another engine in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from imrecon_gui.core.framing import Box
from imrecon_gui.core.job import Job
from imrecon_gui.core.types import Mesh, Paint, PreparedImage, ReconRequest, ReconResult, UInt8Array
from imrecon_gui.core.up_axis import Up
from imrecon_gui.core.viewpoint import Viewpoint
from imrecon_gui.importing import import_gently

if TYPE_CHECKING:
    from imrecon_gui.core.checkpoint import ModelCard
    from imrecon_gui.core.lesson import Lesson
    from imrecon_gui.core.model import ReconModel


Partial = Callable[[Mesh], None]
"""Is given coarse meshes, with normals, while the fine one is made."""


@dataclass(frozen=True)
class DeviceChoice:
    """A device a person can choose: the core's name for it, and its name in words."""

    name: str
    label: str


class Engine(Protocol):
    """What the services ask of the worker; every function runs there."""

    def prepare(self, source: Path | UInt8Array, name: str | None, job: Job) -> PreparedImage:
        """Read and cut out a picture; raises ImageError."""

    def cut_out_box(self, photo: UInt8Array, box: Box, job: Job) -> UInt8Array:
        """Cut out what stands out inside a box of an (h, w, 3) picture; raises ImageError."""

    def reconstruct(
        self, request: ReconRequest, model: Path, device: str, job: Job, partial: Partial
    ) -> ReconResult:
        """Make a mesh with the model of that file on that device; raises ImreconError."""

    def teach(self, image: PreparedImage, category: str, model: Path, device: str, job: Job) -> Lesson:
        """Read a picture with the model of that file, to be asked step by step; raises ImreconError."""

    def paint(self, mesh: Mesh, image: PreparedImage, viewpoint: Viewpoint, job: Job) -> Paint:
        """Colour a mesh with the picture it was made from."""

    def export(self, mesh: Mesh, path: Path, longest_side_mm: float, up: Up = Up.USUAL) -> None:
        """Write a mesh file; raises ExportError."""

    def devices(self) -> tuple[DeviceChoice, ...]:
        """The devices of this machine; the first call imports torch."""


def keep_triton_out() -> None:
    """Keep torch from loading triton into the window's process.

    triton carries its own LLVM. Where OpenGL is drawn by Mesa, which carries another, loading triton
    afterwards ends the process with a segmentation fault; and torch loads it on small occasions, such as
    drawing a random number on the meta device. Nothing here compiles kernels, so nothing is lost.
    """
    sys.modules.setdefault("triton", None)  # type: ignore[arg-type]


class CoreEngine:
    """The engine of the real program. It keeps the last model it loaded."""

    def __init__(self) -> None:
        keep_triton_out()
        self._key: tuple[Any, ...] = ()
        self._loaded: tuple[ReconModel, ModelCard] | None = None

    def prepare(self, source: Path | UInt8Array, name: str | None, job: Job) -> PreparedImage:
        """Read and cut out a picture; raises ImageError."""
        from imrecon_gui.core import image

        return image.prepare(source, name, job)

    def cut_out_box(self, photo: UInt8Array, box: Box, job: Job) -> UInt8Array:
        """Cut out what stands out inside a box of an (h, w, 3) picture; raises ImageError."""
        from imrecon_gui.core import mask_edit

        return mask_edit.cut_out_box(photo, box, job)

    def reconstruct(
        self, request: ReconRequest, model: Path, device: str, job: Job, partial: Partial
    ) -> ReconResult:
        """Make a mesh with the model of that file on that device; raises ImreconError."""
        import_gently("torch")
        from imrecon_gui.core import device as devices
        from imrecon_gui.core import pipeline
        from imrecon_gui.core.mesh_ops import with_normals

        job.report("load", 0, 1)
        chosen = devices.choose(device)
        job.check()
        network, card = self._load(model, str(chosen.torch_device))
        job.report("load", 1, 1)
        return pipeline.reconstruct(
            request, network, card, chosen, job, lambda mesh: partial(with_normals(mesh))
        )

    def teach(self, image: PreparedImage, category: str, model: Path, device: str, job: Job) -> Lesson:
        """Read a picture with the model of that file, to be asked step by step; raises ImreconError."""
        import_gently("torch")
        from imrecon_gui.core import device as devices
        from imrecon_gui.core.lesson import Lesson

        chosen = devices.choose(device)
        job.check()
        network, card = self._load(model, str(chosen.torch_device))
        return Lesson(image, network, card, chosen, category, job)

    def _load(self, path: Path, device: str) -> tuple[ReconModel, ModelCard]:
        """The model on the device, from the last call if file and device are the same."""
        from imrecon_gui.core import checkpoint
        from imrecon_gui.core.quick_encoder import answer_quickly

        key = (path, path.stat().st_mtime_ns if path.exists() else 0, device)
        if self._loaded is None or key != self._key:
            self._loaded = None
            self._loaded = checkpoint.load(path, device)
            answer_quickly(self._loaded[0])
            self._key = key
        return self._loaded

    def paint(self, mesh: Mesh, image: PreparedImage, viewpoint: Viewpoint, job: Job) -> Paint:
        """Colour a mesh with the picture it was made from."""
        from imrecon_gui.core.paint import paint

        return paint(mesh, image, viewpoint, job)

    def export(self, mesh: Mesh, path: Path, longest_side_mm: float, up: Up = Up.USUAL) -> None:
        """Write a mesh file; raises ExportError."""
        from imrecon_gui.core import export

        export.export(mesh, path, longest_side_mm=longest_side_mm, up=up)

    def devices(self) -> tuple[DeviceChoice, ...]:
        """The devices of this machine; the first call imports torch."""
        import_gently("torch")
        from imrecon_gui.core import device
        from imrecon_gui.core.errors import DeviceError

        found = []
        for name in ("cpu", "cuda", "mps"):
            try:
                found.append(DeviceChoice(name, device.choose(name).label))
            except DeviceError:
                continue
        return tuple(found)
