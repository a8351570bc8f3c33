"""From one picture to one closed mesh: the path that the window, the command line and training share."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imrecon_gui.core.errors import DeviceError, EmptyFieldError, ImreconError, ModelError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import AUTO, Mesh, PreparedImage, ReconRequest, ReconResult, Seconds
from imrecon_gui.core.viewpoint import Viewpoint

if TYPE_CHECKING:
    from imrecon_gui.core.blend import Shape
    from imrecon_gui.core.checkpoint import ModelCard
    from imrecon_gui.core.device import Device
    from imrecon_gui.core.encoder import Encoding
    from imrecon_gui.core.field import Field
    from imrecon_gui.core.model import ReconModel
    from imrecon_gui.core.overlap import LevelRule
    from imrecon_gui.core.point_evaluator import Within

Partial = Callable[[Mesh], None]


def reconstruct(
    request: ReconRequest,
    model: ReconModel,
    card: ModelCard,
    device: Device,
    job: Job = NULL_JOB,
    partial: Partial | None = None,
) -> ReconResult:
    """Reconstruct the object in a picture.

    Args:
        request: The picture, the category, the resolution and the threshold.
        model: The network. It is moved to `device`, and to the CPU if that device's memory runs out.
        card: The network's card.
        device: Where the network runs.
        job: Reports the stages "load", "cutout", "encode", "field" and "surface".
        partial: Given coarse meshes, uncleaned and without normals, while the fine one is computed.

    Raises:
        ImageError: The picture cannot be read or used.
        ModelError: The network does not know the category, or answers with no numbers at all.
        EmptyFieldError: The network sees no object.
        ImreconError: The resolution or the threshold is out of range.
        DeviceError: Memory runs out, on the CPU too.
        Cancelled: If the job says so.
    """
    if not 0 < request.threshold < 1:
        raise ImreconError(
            f"A threshold of {request.threshold:g} is not possible.", "Choose one between 0 and 1."
        )
    chosen = _category_index(request.category, card.categories)
    image, seconds = _prepared(request.image, job)
    run = _Run(request, model, card, chosen, job, partial)
    try:
        return run.on(device, image, seconds)
    except Exception as error:
        if device.name == "cpu" or not _ran_out_of_memory(error):
            raise
        note = f"{device.label} ran out of memory, so the CPU did the work."
    return _with_note(run.on(_cpu(), image, seconds), note)  # out here, the error no longer holds tensors


@dataclass(frozen=True)
class _Reading:
    """What the encoder made of a picture.

    Attributes:
        encodings: Of the one picture, and of its mirror image where that one is asked too.
        category: Name of the category.
        probabilities: See `ReconResult`.
        notes: See `ReconResult`.
        within: Tells where the object can be, if that is known; see `core.cone`.
    """

    encodings: tuple[Encoding, ...]
    category: str
    probabilities: tuple[tuple[str, float], ...]
    notes: tuple[str, ...]
    within: Within | None = None


@dataclass(frozen=True)
class _Run:
    """One order and all it needs but a device."""

    request: ReconRequest
    model: ReconModel
    card: ModelCard
    chosen: int | None
    job: Job
    partial: Partial | None

    def on(self, device: Device, image: PreparedImage, seconds: Seconds) -> ReconResult:
        """Everything after the picture is prepared, on one device."""
        self.model.to(device.torch_device).eval()
        clock = _Clock()
        reading = self._encode(image, device)
        seconds = replace(seconds, encode=clock.lap())
        field = self._sample(reading, device)
        seconds = replace(seconds, field=clock.lap())
        mesh = self._surface(field)
        return self._result(reading, field, mesh, device, replace(seconds, surface=clock.lap()))

    def _encode(self, image: PreparedImage, device: Device) -> _Reading:
        import torch

        from imrecon_gui.core.image import network_input
        from imrecon_gui.core.mirror import encodings

        self.job.check()
        self.job.report("encode", 0, 1)
        pixels = torch.from_numpy(network_input(image.network_rgba[None], self.card.input_kind))
        pixels = pixels.to(device.torch_device)
        category = None if self.chosen is None else torch.tensor([self.chosen], device=device.torch_device)
        with torch.inference_mode():
            found = encodings(self.model, self.card.config, pixels, category)
            odds = found[0].category_logits
            shares = None if odds is None else torch.softmax(odds[0].float(), 0).tolist()
            reading = _read(tuple(found), shares, self.chosen, self.card.categories)
        self.job.report("encode", 1, 1)
        return replace(reading, within=self._cone(image, found[0]))

    def _cone(self, image: PreparedImage, encoding: Encoding) -> Within | None:
        """Where the object can be, for calibrated networks that look where they ask, and unchanged shapes."""
        from imrecon_gui.core.cone import VisualCone

        if encoding.sight is None or not self.card.config.biases or not self.request.edit.is_plain:
            return None
        return VisualCone(image.network_rgba[..., 3], encoding.sight.viewpoint()[0])

    def _level(self, category: str, cut: float | None) -> float | LevelRule:
        from imrecon_gui.core.overlap import level_rule

        asked = self.model.decoder.level(self.request.threshold)
        return level_rule(asked, self.card.config.bias_of(category), cut)

    def _sample(self, reading: _Reading, device: Device) -> Field:
        from imrecon_gui.core.coarse import SURE
        from imrecon_gui.core.field import sample_field

        shape = self._symmetrised(self._whole_shape(reading, device))
        return sample_field(
            shape.exact,
            self.request.resolution,
            level=shape.level,
            chunk=device.points_per_chunk(self.model),
            device=device.torch_device,
            job=self.job,
            partial=self._coarse_mesh(),
            rough=shape.rough,
            within=reading.within,
            sure=SURE if self.card.config.biases else None,
        )

    def _whole_shape(self, reading: _Reading, device: Device) -> Shape:
        """The picture's shape, the second picture's mixed in if there is one."""
        from imrecon_gui.core.blend import mixed, settled

        edit = self.request.edit
        own = self._shape(reading, edit.cut, device)
        if edit.blend is None or not edit.share:
            return own
        other = self._shape(self._encode(edit.blend.image, device), None, device)
        chunk = device.points_per_chunk(self.model)
        own, other = (settled(shape, device, chunk, self.job) for shape in (own, other))
        return mixed(own, other, edit.share)

    def _symmetrised(self, shape: Shape) -> Shape:
        from imrecon_gui.core.symmetry import symmetrised

        symmetry = self.request.edit.symmetry
        rough = symmetrised(shape.rough, symmetry) if shape.rough else None
        return replace(shape, exact=symmetrised(shape.exact, symmetry), rough=rough)

    def _shape(self, reading: _Reading, cut: float | None, device: Device) -> Shape:
        """What a picture was read as: its field, and the rough twin where that is faster."""
        from imrecon_gui.core.blend import Shape
        from imrecon_gui.core.mirror import mean_field
        from imrecon_gui.core.rough import rough_twin

        exact = [self.model.bind(encoding) for encoding in self._moved(reading)]
        rough = [twin for twin in map(rough_twin, exact) if twin] if device.name == "cpu" else []
        twin = mean_field(rough) if rough else None
        return Shape(mean_field(exact), twin, self._level(reading.category, cut))

    def _moved(self, reading: _Reading) -> list[Encoding]:
        """The encodings, their codes moved as far as the person wants."""
        directions, amounts = self.model.directions, self.request.edit.amounts
        if directions is None or not any(amounts):
            return list(reading.encodings)
        known = self.card.categories
        category = known.index(reading.category) if reading.category in known else 0
        step = directions.step(category, amounts[: len(directions)])
        return [one._replace(z=one.z + one.z.new_tensor(step)) for one in reading.encodings]

    def _coarse_mesh(self) -> Callable[[Field], None] | None:
        """Turns coarse fields into coarse meshes, if anybody wants them."""
        send = self.partial
        if send is None:
            return None

        def show(field: Field) -> None:
            from imrecon_gui.core.isosurface import extract

            with suppress(EmptyFieldError):  # a thin object may appear on a finer grid
                send(self._in_box(extract(field, field.level, self.job)))

        return show

    def _surface(self, field: Field) -> Mesh:
        from imrecon_gui.core.fairing import fair_surface
        from imrecon_gui.core.isosurface import extract
        from imrecon_gui.core.mesh_ops import clean

        if 0 < field.points_evaluated == field.points_invalid:
            raise ModelError(
                "The network answers with no numbers at all.", "Train, import or download the model again."
            )
        self.job.report("surface", 0, 2)
        mesh = extract(field, field.level, self.job)
        self.job.report("surface", 1, 2)
        mesh = clean(mesh, job=self.job)
        if self.request.fairing:
            mesh = fair_surface(mesh, field, self.job)
        mesh = self._in_box(mesh)
        self.job.report("surface", 2, 2)
        return mesh

    def _in_box(self, mesh: Mesh) -> Mesh:
        """The mesh with its ends where they must be, for calibrated networks, which learned such objects."""
        from imrecon_gui.core.ends import fitted

        return fitted(mesh) if self.card.config.biases else mesh

    def _result(
        self, reading: _Reading, field: Field, mesh: Mesh, device: Device, seconds: Seconds
    ) -> ReconResult:
        from imrecon_gui.core.mesh_ops import is_watertight, volume

        return ReconResult(
            mesh=mesh,
            category=reading.category,
            probabilities=reading.probabilities,
            resolution=self.request.resolution,
            device=device.label,
            seconds=seconds,
            points_evaluated=field.points_evaluated,
            watertight=is_watertight(mesh),
            volume=volume(mesh),
            notes=(*reading.notes, *_field_notes(field)),
            viewpoint=_viewpoint(reading.encodings[0]),
            edit=self.request.edit,
            n_directions=len(self.model.directions or ()),
            cut=field.level - self.model.decoder.level(self.request.threshold),
        )


class _Clock:
    """Seconds between one lap and the next."""

    def __init__(self) -> None:
        self._last = time.perf_counter()

    def lap(self) -> float:
        now = time.perf_counter()
        seconds, self._last = now - self._last, now
        return seconds


def _prepared(image: Path | PreparedImage, job: Job) -> tuple[PreparedImage, Seconds]:
    if isinstance(image, PreparedImage):
        return image, Seconds(cutout=image.seconds)
    from imrecon_gui.core.image import prepare

    prepared = prepare(image, job=job)
    return prepared, Seconds(cutout=prepared.seconds)


def _category_index(category: str, known: tuple[str, ...]) -> int | None:
    """Position of a category among the network's, or None for the network to decide."""
    if category == AUTO:
        return None
    if category not in known:
        names = ", ".join(known) or "none by name"
        raise ModelError(
            f'This model does not know the category "{category}".', f"It knows {names}; or choose {AUTO}."
        )
    return known.index(category)


def _read(
    encodings: tuple[Encoding, ...],
    shares: list[float] | None,
    chosen: int | None,
    categories: tuple[str, ...],
) -> _Reading:
    """Settle on a category: the one asked for, else the likeliest, else the first."""
    ranked = sorted(zip(categories, shares or (), strict=False), key=lambda pair: -pair[1])
    notes: tuple[str, ...] = ()
    if chosen is not None:
        category = categories[chosen]
    elif ranked:
        category = ranked[0][0]
    else:
        category = categories[0] if categories else AUTO
        if len(categories) > 1:
            notes = (f"This model does not tell categories apart; the result is labelled {category}.",)
    return _Reading(encodings, category, tuple(ranked), notes)


def _viewpoint(encoding: Encoding) -> Viewpoint | None:
    return None if encoding.sight is None else Viewpoint.of(encoding.sight.viewpoint()[0].cpu().numpy())


def _field_notes(field: Field) -> tuple[str, ...]:
    if not field.points_invalid:
        return ()
    return (f"The network gave no number at {field.points_invalid} points; they count as outside.",)


def _ran_out_of_memory(error: Exception) -> bool:
    from imrecon_gui.core.point_evaluator import out_of_memory

    return isinstance(error, DeviceError) or out_of_memory(error)


def _cpu() -> Device:
    from imrecon_gui.core.device import choose

    return choose("cpu")


def _with_note(result: ReconResult, note: str) -> ReconResult:
    return replace(result, notes=(note, *result.notes))
