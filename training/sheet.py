"""Contact sheets of reconstructions, to look at what figures hide.

For a folder of cases, in fours: the picture, the reconstruction from the picture's side and from behind, and
the truth from the picture's side where the folder has its mesh. For a folder of photos: the photo, its
cut-out, the reconstruction from the photo's side and from behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.device import Device, choose
from imrecon_gui.core.errors import EmptyFieldError, ImageError, TrainingError
from imrecon_gui.core.image import network_input, prepare
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.model import Encoding, ReconModel
from imrecon_gui.core.pipeline import reconstruct
from imrecon_gui.core.quick_encoder import answer_quickly
from imrecon_gui.core.types import AUTO, Mesh, PreparedImage, ReconRequest
from imrecon_gui.core.viewpoint import AZIMUTH, ELEVATION
from training.cameras import Camera
from training.cases import Case, read_cases
from training.lights import Lights
from training.materials import Material
from training.render import Renderer
from training.sheet_file import write
from training.soup import Soup
from training.truth_mesh import truth_mesh

PHOTO_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".heic")
THREE_QUARTER = Camera(azimuth_deg=35, elevation_deg=18)
_CELL = 160
_PICTURES = 4
_ACROSS = 3
_CLAY = Material((0.78, 0.78, 0.8), 0.2)
_LIGHT = Lights(shadow=0.4, contact=0.4)


@dataclass(frozen=True)
class Item:
    """One row of four pictures.

    Attributes:
        caption: Written on the first picture.
        image: The picture's file.
        category: What the network is told, or AUTO.
        camera: Where the picture was taken from; None where only the network may know.
        case: The case it belongs to; None for photos.
    """

    caption: str
    image: Path
    category: str
    camera: Camera | None
    case: Case | None


def sheet(
    model_file: Path,
    folder: Path,
    out: Path,
    kind: str = "all",
    limit: int | None = None,
    categories: Sequence[str] = (),
    resolution: int = 96,
    device: str = AUTO,
    job: Job = NULL_JOB,
) -> tuple[int, int]:
    """Write a contact sheet.

    Args:
        model_file: A .safetensors model.
        folder: Cases (see `training.cases`), or pictures at any depth.
        out: A picture file.
        kind: Of the cases.
        limit: Only every n-th case or photo, so many in all.
        categories: Only these; of photos, the name of the folder that they lie in counts.
        resolution: Of the reconstructions.
        device: Where the network runs.
        job: Told of each picture.

    Returns:
        Of how many pictures the network finds the category likeliest that they are told to show, and how
        many are told one.

    Raises:
        TrainingError: Nothing to show, no OpenGL, or the file cannot be written.
        ModelError: The model cannot be used.
    """
    chosen = choose(device)
    model, card = load(model_file, chosen.torch_device)
    answer_quickly(model)
    if (folder / "cases.csv").exists():
        items = [_of_case(case, card) for case in read_cases(folder, categories, kind, limit)]
    else:
        items = _photos(folder, card, categories, limit)
    canvas = Image.new("RGB", (_CELL * _PICTURES * _ACROSS, _CELL * -(-len(items) // _ACROSS)), "white")
    with Renderer(_CELL) as renderer:
        artist = _Artist(renderer, model, card, chosen, resolution, folder)
        for i, item in enumerate(items):
            _place(canvas, i, item.caption, artist.row(item))
            job.report("sheet", i + 1, len(items))
    write(canvas, out)
    return sum(artist.named), len(artist.named)


def _of_case(case: Case, card: ModelCard) -> Item:
    camera = None
    if case.camera is not None:
        camera = Camera(case.azimuth_deg, case.elevation_deg, case.camera.fov_deg)
    category, mark = (case.category, "") if case.category in card.categories else (AUTO, " (unknown)")
    return Item(f"{case.name}{mark}", case.image, category, camera, case)


def _photos(folder: Path, card: ModelCard, categories: Sequence[str], limit: int | None) -> list[Item]:
    """Every picture below a folder; one in a folder named like a category of the model is told it."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PHOTO_SUFFIXES)
    paths = [path for path in paths if path.parent.name in (categories or [path.parent.name])]
    if not paths:
        raise TrainingError(f"There is no picture in {folder}.", "Name a folder of cases or of pictures.")
    if limit and limit < len(paths):
        paths = [paths[i] for i in np.linspace(0, len(paths) - 1, limit).astype(int)]
    names = [path.parent.name if path.parent.name in card.categories else AUTO for path in paths]
    return [Item(f"{p.stem} ({name})", p, name, None, None) for p, name in zip(paths, names, strict=True)]


class _Artist:
    """Reconstructs and draws one item after the other.

    Attributes:
        named: Whether the likeliest category is the one told, of each item so far that was told one.
    """

    def __init__(
        self,
        renderer: Renderer,
        model: ReconModel,
        card: ModelCard,
        device: Device,
        resolution: int,
        folder: Path,
    ) -> None:
        self._renderer, self._folder, self._resolution = renderer, folder, resolution
        self._model, self._card, self._device = model.eval(), card, device
        self.named: list[bool] = []

    def row(self, item: Item) -> list[Image.Image | None]:
        """The pictures of an item, left to right; None where there is nothing to show."""
        try:
            picture = prepare(item.image)
        except ImageError:
            return [_opened(item.image)]
        encoding = self._encoding(picture, item.category)
        self._compare_names(encoding, item.category)
        camera = item.camera or _camera_of(encoding)
        mesh = self._mesh(picture, item.category)
        views = self._views(mesh, [camera, replace(camera, azimuth_deg=camera.azimuth_deg + 180)])
        if item.case is None:
            return [_opened(item.image), Image.fromarray(picture.network_rgba), *views]
        truth = truth_mesh(self._folder, item.case)
        return [Image.fromarray(picture.cutout), *views, *self._views(truth, [camera])]

    def _mesh(self, picture: PreparedImage, category: str) -> Mesh | None:
        request = ReconRequest(picture, category, self._resolution)
        try:
            return reconstruct(request, self._model, self._card, self._device).mesh
        except EmptyFieldError:
            return None

    def _encoding(self, picture: PreparedImage, category: str) -> Encoding:
        pixels = torch.from_numpy(network_input(picture.network_rgba[None], self._card.input_kind))
        at = self._device.torch_device
        told = None if category == AUTO else torch.tensor([self._card.categories.index(category)], device=at)
        with torch.inference_mode():
            return self._model.encode(pixels.to(at), told)

    def _compare_names(self, encoding: Encoding, told: str) -> None:
        if told != AUTO and encoding.category_logits is not None:
            likeliest = self._card.categories[int(encoding.category_logits[0].argmax())]
            self.named.append(likeliest == told)

    def _views(self, mesh: Mesh | None, cameras: list[Camera]) -> list[Image.Image | None]:
        if mesh is None:
            return [None] * len(cameras)
        pictures = self._renderer.render(two_sided(mesh), cameras, [_LIGHT] * len(cameras))
        return [Image.fromarray(picture) for picture in pictures]


def _camera_of(encoding: Encoding) -> Camera:
    """The camera that the network sees; a three-quarter view from the front if it sees none."""
    if encoding.sight is None:
        return THREE_QUARTER
    viewpoint = encoding.sight.viewpoint()[0].tolist()
    return Camera(viewpoint[AZIMUTH], float(np.clip(viewpoint[ELEVATION], -85, 85)))


def two_sided(mesh: Mesh) -> Soup:
    """A mesh of clay, every triangle twice: those of found meshes look either way."""
    corners = np.concatenate([mesh.faces, mesh.faces[:, ::-1]]).reshape(-1)
    return Soup(mesh.vertices[corners], np.zeros(2 * len(mesh.faces), np.int64), (_CLAY,))


def _opened(path: Path) -> Image.Image | None:
    from imrecon_gui.core.picture import read

    try:
        return Image.fromarray(read(path))
    except ImageError:
        return None


def _place(canvas: Image.Image, number: int, caption: str, row: Sequence[Image.Image | None]) -> None:
    """Paste an item's pictures side by side, each fitted into its cell."""
    left, top = number % _ACROSS * _PICTURES * _CELL, number // _ACROSS * _CELL
    for i, picture in enumerate(row):
        if picture is not None:
            small = picture.convert("RGBA")
            small.thumbnail((_CELL - 4, _CELL - 4))
            x, y = left + i * _CELL + (_CELL - small.width) // 2, top + (_CELL - small.height) // 2
            canvas.paste(small, (x, y), small)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((left, top, left + _PICTURES * _CELL - 1, top + _CELL - 1), outline=(210, 210, 210))
    draw.text((left + 3, top + 2), caption, fill="black")
