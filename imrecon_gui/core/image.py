"""A picture as the network will see it: read, cut out, framed.

`prepare` is the way in for every picture; `frame` and `network_input` are also what training uses.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from imrecon_gui.core.cutout import cut_out
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.framing import OPAQUE, frame, network_input
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.matte import clean_edge_colours, without_haze
from imrecon_gui.core.picture import Source, read
from imrecon_gui.core.types import PreparedImage, UInt8Array

__all__ = ["check_object", "frame", "network_input", "prepare"]

MEANINGFUL_SHARE = 0.01
"""Share of transparent pixels from which alpha is a mask, and not just rounded corners."""

BLANK_RANGE = 6
"""A picture whose channels all vary by less than this, of 255, shows nothing."""

MIN_OBJECT_SHARE = 1e-4
MIN_OBJECT_PIXELS = 16


def prepare(source: Source, name: str | None = None, job: Job = NULL_JOB) -> PreparedImage:
    """Read a picture, find its object, frame it.

    Args:
        source: A file, a file's content, a Pillow image, or an array: (h, w), (h, w, 3) or (h, w, 4).
        name: What to call the picture; a file's stem if None.
        job: Reports the stages "load" and "cutout".

    Returns:
        The picture with its background transparent, and the network's view of it. Transparency that
        came with the picture is used as it is but for haze, unless it is trivial: then the object is cut out.

    Raises:
        ImageError: If the picture cannot be read, shows nothing, or no object is found in it.
        Cancelled: If the job says so.
    """
    start = time.perf_counter()
    job.check()
    job.report("load", 0, 1)
    rgba = read(source)
    job.check()
    job.report("load", 1, 1)
    had_alpha = has_meaningful_alpha(rgba)
    photo = np.ascontiguousarray(rgba[..., :3]) if had_alpha else on_white(rgba)
    cutout = _without_haze(rgba) if had_alpha else _cut(photo, job)
    check_object(cutout[..., 3])
    return PreparedImage(
        cutout=cutout,
        network_rgba=frame(cutout),
        had_alpha=had_alpha,
        name=name or _name(source),
        seconds=time.perf_counter() - start,
        photo=photo,
    )


def has_meaningful_alpha(rgba: UInt8Array) -> bool:
    """Whether the transparency of an (h, w, 4) uint8 picture sets an object apart."""
    return float(np.mean(rgba[..., 3] <= OPAQUE)) >= MEANINGFUL_SHARE


def _without_haze(rgba: UInt8Array) -> UInt8Array:
    """(h, w, 4) straight alpha, see `matte.without_haze`."""
    return np.dstack([rgba[..., :3], without_haze(rgba[..., 3])])


def _cut(rgb: UInt8Array, job: Job) -> UInt8Array:
    """Cut the object out of a picture without (meaningful) transparency."""
    if int(np.ptp(rgb.reshape(-1, 3), axis=0).max()) < BLANK_RANGE:
        raise ImageError("The picture is blank.", "Choose a picture that shows an object.")
    return clean_edge_colours(rgb, cut_out(rgb, job))


def on_white(rgba: UInt8Array) -> UInt8Array:
    """(h, w, 4) straight alpha -> (h, w, 3), as a viewer with a white page shows it."""
    alpha = rgba[..., 3:]
    if alpha.min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    weights = alpha.astype(np.float32) / 255
    return np.asarray(np.rint(rgba[..., :3] * weights + 255 * (1 - weights)), np.uint8)


def check_object(alpha: UInt8Array) -> None:
    """Raise ImageError if nothing, or next to nothing, is left of a picture: (h, w) uint8."""
    opaque = int(np.count_nonzero(alpha > OPAQUE))
    if opaque == 0:
        raise ImageError("The picture is entirely transparent.", "Choose a picture that shows an object.")
    if opaque < max(MIN_OBJECT_PIXELS, MIN_OBJECT_SHARE * alpha.size):
        raise ImageError("The object in the picture is too small.", "Crop the picture around the object.")


def _name(source: Source) -> str:
    return (Path(source).stem or "picture") if isinstance(source, str | Path) else "picture"
