"""Pictures for showing around: a still as PNG, and frames of a turning object as GIF or film."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.types import UInt8Array
from imrecon_gui.core.whole_file import in_place_of, write_whole

FRAME_MS = 80
"""How long each frame is shown; GIF counts in hundredths of a second."""

PALETTE_FRAMES = 6
COLOURS = 255
"""Of one palette for all frames: one for each would flicker."""

FILM = ".mp4"
TURNS = 3
"""In a film, which players show once."""

VP9 = "vp09"
"""The best that OpenCV's wheels encode without a licence fee; browsers play it."""


def write_gif(frames: Sequence[UInt8Array], path: Path, job: Job = NULL_JOB) -> Path:
    """Write a GIF that plays for ever; the file appears whole or not at all.

    Args:
        frames: Pictures (h, w, 3) uint8 of one size, at least one.
        path: The file to write; one that exists is replaced.
        job: Stopped between frames; reports "encode".

    Returns:
        The path.

    Raises:
        ExportError: The file cannot be written.
    """
    palette = _palette(frames)
    pictures = []
    for done, frame in enumerate(frames):
        job.check()
        job.report("encode", done, len(frames))
        pictures.append(Image.fromarray(frame).quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG))
    content = io.BytesIO()
    pictures[0].save(
        content, "GIF", save_all=True, append_images=pictures[1:], duration=FRAME_MS, loop=0, optimize=False
    )
    job.check()
    return _write(path, content.getvalue())


def write_film(frames: Sequence[UInt8Array], path: Path, job: Job = NULL_JOB) -> Path:
    """Write the frames several times over as VP9 in MP4; the file appears whole or not at all.

    Args:
        frames: Pictures (h, w, 3) uint8 of one size with even sides, at least one.
        path: The file to write, which ends in `FILM`; one that exists is replaced.
        job: Stopped between frames; reports "encode".

    Returns:
        The path.

    Raises:
        ExportError: The file cannot be written.
    """
    total = TURNS * len(frames)
    with _said(path), in_place_of(path) as temporary:
        film = _film(temporary, frames[0])
        try:
            for done in range(total):
                job.check()
                job.report("encode", done, total)
                film.write(np.ascontiguousarray(frames[done % len(frames)][..., ::-1]))  # OpenCV's order
        finally:
            film.release()
        job.check()
    return path


def write_png(pixels: UInt8Array, path: Path) -> Path:
    """Write a picture (h, w, 3 or 4) uint8 as PNG, whole or not at all; raises ExportError."""
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "PNG")
    return _write(path, content.getvalue())


def _palette(frames: Sequence[UInt8Array]) -> Image.Image:
    """The colours that several frames, evenly apart, need together."""
    chosen = [
        frames[i] for i in np.linspace(0, len(frames) - 1, min(PALETTE_FRAMES, len(frames))).astype(int)
    ]
    return Image.fromarray(np.concatenate([frame[::2, ::2] for frame in chosen])).quantize(COLOURS)


def _film(path: Path, first: UInt8Array) -> cv2.VideoWriter:
    h, w = first.shape[:2]
    film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*VP9), 1000 / FRAME_MS, (w, h))
    if not film.isOpened():
        raise OSError("films cannot be written here")
    return film


def _write(path: Path, content: bytes) -> Path:
    with _said(path):
        write_whole(path, content)
    return path


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What the system refuses, in one sentence."""
    try:
        yield
    except OSError as error:
        raise ExportError(
            f"{path.name} could not be saved: {error.strerror or error}.", "Choose another folder or name."
        ) from error
