"""The program without its window: pictures in, meshes out, for scripts and for the command line.

from imrecon_gui import Reconstructor

reconstructor = Reconstructor.load()
result = reconstructor.reconstruct("chair.png", category="chair")
reconstructor.export(result, "chair.stl")
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import AUTO, PreparedImage, ReconRequest, ReconResult, UInt8Array

if TYPE_CHECKING:
    from PIL.Image import Image

    from imrecon_gui.core.checkpoint import ModelCard
    from imrecon_gui.core.device import Device
    from imrecon_gui.core.library import Library
    from imrecon_gui.core.model import ReconModel

    Picture = str | Path | bytes | Image | UInt8Array | PreparedImage

SUFFIX = ".safetensors"


@dataclass(frozen=True, eq=False)
class _Loaded:
    """A network ready to be asked, and what its card says."""

    network: ReconModel
    card: ModelCard


class Reconstructor:
    """Turns pictures into meshes with one chosen model, or with whichever installed one fits.

    Networks are read once and kept, so that many pictures cost one reading. An instance belongs to
    one thread.
    """

    def __init__(self, library: Library, device: Device, model: str | Path | None = None) -> None:
        self._library = library
        self._device = device
        self._model = model
        self._loaded: dict[Path, _Loaded] = {}

    @classmethod
    def load(cls, model: str | Path | None = None, device: str = AUTO) -> Reconstructor:
        """Choose the device and check that there is a model.

        Args:
            model: The name of an installed model or the path of a .safetensors file; None takes the
                installed one that knows the category of each picture.
            device: "auto", "cpu", "cuda" or "mps".

        Raises:
            ModelError: No such model, or none installed at all.
            DeviceError: This computer has no such device.
        """
        from imrecon_gui.core.card import read_card
        from imrecon_gui.core.device import choose
        from imrecon_gui.core.library import Library
        from imrecon_gui.paths import library_folders

        made = cls(Library(library_folders()), choose(device), model)
        read_card(made._path(AUTO))  # an absent or damaged model is an error now, not at the first picture
        return made

    def reconstruct(
        self,
        image: Picture,
        category: str = AUTO,
        resolution: int = 128,
        threshold: float = 0.5,
        job: Job = NULL_JOB,
        colour: bool = False,
        fairing: bool = True,
    ) -> ReconResult:
        """Reconstruct the object in one picture.

        Args:
            image: A picture file's path or bytes, a Pillow image, an (h, w, 3 | 4) uint8 array, or a
                picture prepared by `imrecon_gui.core.image.prepare`.
            category: A category of the model, or "auto" to let the network decide.
            resolution: Cells along each axis of the grid, 8 to 1024.
            threshold: Occupancy at which the surface lies, in (0, 1).
            job: Watches the progress and may stop the work.
            colour: Whether the mesh takes its colours from the picture.
            fairing: Whether the surface's ripples are evened out.

        Returns:
            The mesh in object space and what is known about it. `seconds.load` holds the reading of
            the model when this call had to read it.

        Raises:
            ImageError: The picture cannot be read or used.
            ModelError: No model knows the category, or its file cannot be used, or colours are asked of
                one that does not tell where the picture was taken from.
            EmptyFieldError: The network sees no object.
        """
        from imrecon_gui.core.pipeline import reconstruct

        began = time.perf_counter()
        loaded = self._network(category)
        load_seconds = time.perf_counter() - began
        source = self._prepared(image, job, at_once=colour)
        request = ReconRequest(source, category, resolution, threshold, fairing=fairing)
        result = reconstruct(request, loaded.network, loaded.card, self._device, job)
        if isinstance(source, PreparedImage) and colour:
            result = _coloured(result, source, job)
        return replace(result, seconds=replace(result.seconds, load=result.seconds.load + load_seconds))

    def export(
        self, result: ReconResult, path: str | Path, *, longest_side_mm: float = 100.0, up: str = "usual"
    ) -> ReconResult:
        """Write a mesh file; its suffix (.stl .obj .ply .glb .3mf) chooses the format.

        Args:
            result: What `reconstruct` returned.
            path: The file to write; one that exists is replaced.
            longest_side_mm: Size of the object in the formats that carry millimetres (STL, 3MF).
            up: The axis that points up, "y" or "z"; "usual" for what readers of the format expect.

        Returns:
            The same result with `seconds.export` filled in.

        Raises:
            ExportError: The suffix is unknown or the file cannot be written.
        """
        from imrecon_gui.core.export import export
        from imrecon_gui.core.up_axis import Up

        began = time.perf_counter()
        export(result.mesh, Path(path), longest_side_mm=longest_side_mm, up=Up(up))
        return replace(result, seconds=replace(result.seconds, export=time.perf_counter() - began))

    def _prepared(self, image: Picture, job: Job, at_once: bool) -> Path | PreparedImage:
        """The picture as the core takes it; files are only read here if it must be `at_once`."""
        from imrecon_gui.core.image import prepare

        if isinstance(image, PreparedImage):
            return image
        source = Path(image) if isinstance(image, str) else image
        return source if isinstance(source, Path) and not at_once else prepare(source, job=job)

    def _path(self, category: str) -> Path:
        if self._model is not None and str(self._model).endswith(SUFFIX):
            return Path(self._model)
        name = None if self._model is None else str(self._model)
        return self._library.find(name, category).path

    def _network(self, category: str) -> _Loaded:
        from imrecon_gui.core.checkpoint import load
        from imrecon_gui.core.quick_encoder import answer_quickly

        path = self._path(category)
        if path not in self._loaded:
            self._loaded[path] = _Loaded(*load(path, self._device.torch_device))
            answer_quickly(self._loaded[path].network)
        return self._loaded[path]


def _coloured(result: ReconResult, image: PreparedImage, job: Job) -> ReconResult:
    """The result with the picture's colours on its mesh; raises ModelError if the camera is unknown."""
    from imrecon_gui.core.errors import ModelError
    from imrecon_gui.core.paint import paint

    if result.viewpoint is None:
        raise ModelError(
            "This model does not tell where the picture was taken from, which colours need.",
            "Choose another model, or make the mesh without colours.",
        )
    colours = paint(result.mesh, image, result.viewpoint, job).colours
    return replace(result, mesh=replace(result.mesh, colours=colours))
