"""How near the made shapes come to real objects: the best of many for each, chosen by the truth itself.

No decoder trained on a family is likely to beat it by much, so a low figure says that the family, and not
the network, is what lacks. Shapes are ranked on some of the points, the best few then counted on all, lest
luck with few points pass for likeness.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.metrics import iou
from training.baselines import makes
from training.cases import Case, read_cases, read_truth, truth_points
from training.categories import make

RANKING_POINTS = 16_384
FINALISTS = 24
SYMMETRIC_YAWS_DEG = (0, 90, 180, 270)
_CHUNK = 50


@dataclass(frozen=True)
class Subject:
    """One real object and the turns in which shapes are compared with it.

    Attributes:
        category: Of the object.
        name: Of the object.
        truth: Its .npz file.
        yaws_deg: (0,) for objects with a front, quarter turns for others.
    """

    category: str
    name: str
    truth: Path
    yaws_deg: tuple[int, ...]


@dataclass(frozen=True, order=True)
class Match:
    """A made shape and how well it overlaps with an object.

    Attributes:
        iou: On all points (ranking: on some).
        seed: See `training.categories.make`.
        yaw_deg: How the shape is turned about +Y.
    """

    iou: float
    seed: int
    yaw_deg: int


def coverage(
    folder: Path, categories: Sequence[str] = (), shapes: int = 2000, workers: int = 2, job: Job = NULL_JOB
) -> dict[Subject, Match | None]:
    """Find the best of the first `shapes` shapes for every object of a folder.

    Args:
        folder: See `training.cases`.
        categories: Only these, if any are named.
        shapes: Training shapes of each category, seeds 0, 1, ...
        workers: Processes.
        job: Told of each category.

    Returns:
        Every object's best match; None for those of categories that nobody makes.
    """
    groups: dict[str, list[Subject]] = {}
    for subject in subjects(read_cases(folder, categories)):
        groups.setdefault(subject.category, []).append(subject)
    result: dict[Subject, Match | None] = {}
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for done, (category, group) in enumerate(groups.items(), start=1):
            found = _best(pool, group, shapes) if makes(category) else repeat(None)
            result |= dict(zip(group, found, strict=False))
            job.check()
            job.report("coverage", done, len(groups))
    return result


def subjects(cases: Sequence[Case]) -> list[Subject]:
    """The objects of some cases, each once."""
    found = {}
    for case in cases:
        yaws = (0,) if case.has_front else SYMMETRIC_YAWS_DEG
        found[case.category, case.subject] = Subject(case.category, case.subject, case.truth, yaws)
    return list(found.values())


def _best(pool: ProcessPoolExecutor, group: list[Subject], shapes: int) -> list[Match]:
    """The best match of each object of one category."""
    chunks = [range(i, min(i + _CHUNK, shapes)) for i in range(0, shapes, _CHUNK)]
    ranked = list(pool.map(rank, repeat(group), chunks))  # chunks x objects x matches
    finalists = [
        heapq.nlargest(FINALISTS, [match for chunk in ranked for match in chunk[i]])
        for i in range(len(group))
    ]
    return list(pool.map(decide, group, finalists))


def rank(group: Sequence[Subject], seeds: range) -> list[list[Match]]:
    """The matches of some shapes with each object on some points, no more than can become finalists."""
    yaws = sorted({yaw for subject in group for yaw in subject.yaws_deg})
    matches: list[list[Match]] = [[] for _ in group]
    for seed in seeds:
        shape = make(group[0].category, seed)
        filled = {yaw: shape.inside(turned_back(yaw)[:RANKING_POINTS]) for yaw in yaws}
        for subject, kept in zip(group, matches, strict=True):
            truth = read_truth(subject.truth).occupied[:RANKING_POINTS]
            kept += [Match(iou(filled[yaw], truth), seed, yaw) for yaw in subject.yaws_deg]
    return [heapq.nlargest(FINALISTS, kept) for kept in matches]


def decide(subject: Subject, finalists: Sequence[Match]) -> Match:
    """The best of some shapes on all points."""
    truth = read_truth(subject.truth).occupied
    shapes = (make(subject.category, match.seed) for match in finalists)
    filled = (s.inside(turned_back(m.yaw_deg)) for s, m in zip(shapes, finalists, strict=True))
    return max(Match(iou(f, truth), m.seed, m.yaw_deg) for f, m in zip(filled, finalists, strict=True))


@lru_cache(4)
def turned_back(yaw_deg: int) -> NDArray[np.float64]:
    """The truth points (100000, 3) as a shape sees them that is turned right-handed about +Y."""
    x, y, z = truth_points().astype(np.float64).T
    cosine, sine = np.cos(np.radians(yaw_deg)), np.sin(np.radians(yaw_deg))
    return np.stack([x * cosine - z * sine, y, x * sine + z * cosine], 1)


def table(found: dict[Subject, Match | None]) -> str:
    """The best matches, their means over each category and the mean of those, as lines of text."""
    lines, means = [f"{'category':12} {'object':34} {'IoU':>6} {'seed':>6} {'yaw':>4}"], []
    for category in sorted({subject.category for subject in found}):
        rows = [(s.name, m) for s, m in found.items() if s.category == category]
        lines += [f"{category:12} {name:34} {_cells(match)}" for name, match in rows]
        values = [match.iou for _, match in rows if match]
        if values:
            means.append(float(np.mean(values)))
            lines.append(f"{category:12} {f'mean of {len(values)}':34} {means[-1]:6.3f}")
    overall = f"{np.mean(means):6.3f}" if means else f"{'-':>6}"
    return "\n".join([*lines, f"{'macro':12} {f'mean of {len(means)} categories':34} {overall}"])


def _cells(match: Match | None) -> str:
    return f"{match.iou:6.3f} {match.seed:6d} {match.yaw_deg:4d}" if match else "     - (nobody makes this)"
