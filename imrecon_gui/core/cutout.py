"""The object of a photo: which pixels belong to it.

Bars along a picture's edges are left out (see `bars`). Pictures on a plain backdrop are thresholded (see
`backdrop`). All others rembg cuts out where it is there (see `remover`). Elsewhere a small network (see
`object_net`) and a saliency map give the first guess, and GrabCut (Rother, Kolmogorov and Blake, SIGGRAPH
2004) the outline.
"""

from __future__ import annotations

import numpy as np

from imrecon_gui.core.backdrop import Backdrop, fit_backdrop, key, plain_mask
from imrecon_gui.core.bars import within_bars
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.matte import refine
from imrecon_gui.core.regions import BoolArray, border_ring, pieces_at_least
from imrecon_gui.core.remover import remove
from imrecon_gui.core.saliency import saliency
from imrecon_gui.core.types import Float32Array, UInt8Array

WORK_SIDE_PX = 512
SALIENCY_SIDE_PX = 256
ROUNDS = 5
SEED = 20190616

KNOWN_OBJECT, SHADOW_BELOW = 0.5, 0.2
"""By the network: what an object scores in the mean, and what a shadow at its foot scores less than."""

NETWORK_SHARE = 0.8
"""Of the network's word beside saliency's: it knows our categories, saliency anything that stands out."""

MIN_SHARE = 0.003
MAX_SHARE = 0.95
"""A mask that covers less or more of the picture than this is no object."""

HALF = 127
"""Alpha above which a pixel is the object's."""

KEPT_PIECE_SHARE = 0.08
"""Separate pieces of at least this share of the largest one are kept."""

FILLED_HOLE_SHARE = 0.004
"""Holes smaller than this share of the object are filled."""

_NO_OBJECT = "No object stands out from the background of the picture."
_NO_OBJECT_HINT = "Choose a picture of one whole object on a plain or a transparent background."


def cut_out(rgb: UInt8Array, job: Job = NULL_JOB) -> UInt8Array:
    """Find the one object of a picture.

    Deterministic: the same picture always gives the same mask.

    Args:
        rgb: (h, w, 3) uint8, at least 16 pixels on each side.
        job: Reports the stage "cutout".

    Returns:
        (h, w) uint8 alpha, soft along the object's edge.

    Raises:
        ImageError: If no object stands out from the background.
        Cancelled: If the job says so.
    """
    within = within_bars(rgb)
    alpha = np.zeros(rgb.shape[:2], np.uint8)
    alpha[within] = _alpha(np.ascontiguousarray(rgb[within]), job)
    job.report("cutout", 1, 1)
    return alpha


def _alpha(rgb: UInt8Array, job: Job) -> UInt8Array:
    """The same of a picture without bars."""
    small = _shrink(rgb, WORK_SIDE_PX)
    lab = _lab(small)
    backdrop = fit_backdrop(lab)
    job.check()
    mask = tidy(plain_mask(small, lab, backdrop) if backdrop.is_plain else _photo_mask(small, job))
    if not MIN_SHARE <= mask.mean() <= MAX_SHARE:
        raise ImageError(_NO_OBJECT, _NO_OBJECT_HINT)
    job.check()
    return _soft_edge(rgb, mask, backdrop)


def _soft_edge(rgb: UInt8Array, mask: BoolArray, backdrop: Backdrop) -> UInt8Array:
    """Bring the mask to the picture's resolution, with an edge of a few pixels: (h, w) uint8."""
    import cv2

    solid = mask.astype(np.uint8) * np.uint8(255)
    radius = max(2, round(max(rgb.shape[:2]) / 200))
    if not backdrop.is_plain:
        return refine(rgb, solid, radius)
    enlarged = cv2.resize(solid, (rgb.shape[1], rgb.shape[0]), interpolation=cv2.INTER_LINEAR) > 0
    return key(_lab(rgb), enlarged, backdrop, radius)


def _shrink(rgb: UInt8Array, side: int) -> UInt8Array:
    """The picture with at most `side` pixels on its longest side."""
    import cv2

    height, width = rgb.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return np.ascontiguousarray(rgb)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def _lab(rgb: UInt8Array) -> Float32Array:
    """CIE Lab, L in [0, 100]."""
    import cv2

    return np.asarray(cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), np.float32)


def _photo_mask(rgb: UInt8Array, job: Job) -> BoolArray:
    """The object of a photo: what rembg says, or else we."""
    found = remove(rgb)
    job.check()
    mask = None if found is None else found > HALF
    return mask if mask is not None and MIN_SHARE <= mask.mean() <= MAX_SHARE else _guessed_mask(rgb, job)


def _guessed_mask(rgb: UInt8Array, job: Job) -> BoolArray:
    """What is likely the object, then GrabCut; the former alone if GrabCut loses the object."""
    known, likely = _likely(rgb, job)
    guess = likely > _otsu(likely)
    mask = without_shadow(_grab_cut(rgb, _seeds(likely, guess), job), known)
    share = tidy(mask).mean()
    return mask if 0.01 <= share <= MAX_SHARE else guess


def _likely(rgb: UInt8Array, job: Job) -> tuple[Float32Array, Float32Array]:
    """How likely each pixel is the object's, (h, w) in [0, 1]: the network's word, and with saliency's.

    All 0 where saliency finds nothing to tell apart: of such a picture the network knows nothing either.
    """
    import cv2

    from imrecon_gui.core.object_net import object_map

    tiny, size = _shrink(rgb, SALIENCY_SIDE_PX), (rgb.shape[1], rgb.shape[0])
    salient = np.asarray(cv2.resize(saliency(tiny, _lab(tiny)), size), np.float32)
    job.check()
    if not salient.any():
        return salient, salient
    known = np.asarray(cv2.resize(object_map(rgb), size), np.float32)
    job.check()
    return known, np.asarray(NETWORK_SHARE * known + (1 - NETWORK_SHARE) * salient, np.float32)


def without_shadow(mask: BoolArray, known: Float32Array) -> BoolArray:
    """A mask without what the network leaves out at its foot: GrabCut takes shadows for the object.

    Nothing changes where the network does not know most of the mask for an object.

    Args:
        mask: (h, w) bool.
        known: (h, w) float32 in [0, 1], how likely each pixel is the object's by the network alone.
    """
    if not mask.any() or known[mask].mean() < KNOWN_OBJECT:
        return mask
    sure = mask & (known >= SHADOW_BELOW)
    above_sure = np.flip(np.logical_or.accumulate(np.flip(sure, 0), 0), 0)
    return np.asarray(mask & above_sure)


def _otsu(values: Float32Array) -> float:
    """Otsu's threshold of values in [0, 1]."""
    import cv2

    level, _ = cv2.threshold((values * 255).astype(np.uint8), 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return float(level) / 255


def _seeds(likely: Float32Array, guess: BoolArray) -> UInt8Array:
    """GrabCut's starting mask: the border is background unless the object is likely there."""
    import cv2

    seeds = np.where(guess, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    seeds[likely < 0.05] = cv2.GC_BGD
    seeds[border_ring(likely.shape[0], likely.shape[1], share=0.01) & ~guess] = cv2.GC_BGD
    return seeds


def _grab_cut(rgb: UInt8Array, seeds: UInt8Array, job: Job) -> BoolArray:
    """GrabCut, a round at a time so that it can be stopped between them."""
    import cv2

    if not np.isin(seeds, (cv2.GC_FGD, cv2.GC_PR_FGD)).any() or (seeds == cv2.GC_PR_FGD).all():
        return np.zeros(seeds.shape, bool)
    background, foreground = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(SEED)
    bgr = np.ascontiguousarray(rgb[..., ::-1])
    for round_ in range(ROUNDS):
        mode = cv2.GC_EVAL if round_ else cv2.GC_INIT_WITH_MASK
        cv2.grabCut(bgr, seeds, None, background, foreground, 1, mode)
        job.check()
        job.report("cutout", round_ + 1, ROUNDS + 1)
    return np.asarray((seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD))


def tidy(mask: BoolArray) -> BoolArray:
    """Keep the main pieces of a mask, and fill its pinholes: (h, w) bool -> (h, w) bool."""
    kept = pieces_at_least(mask, KEPT_PIECE_SHARE)
    area = int(np.count_nonzero(kept))
    return ~pieces_at_least(~kept, FILLED_HOLE_SHARE, reference=area) if area else kept
