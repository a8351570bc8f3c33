"""Measure a model on a folder of cases, beside its baselines (see `training.cases` for the folder)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from imrecon_gui.core.checkpoint import load
from imrecon_gui.core.device import choose
from imrecon_gui.core.errors import EmptyFieldError
from imrecon_gui.core.job import NULL_JOB, Job
from imrecon_gui.core.metrics import chamfer_l1, f_score, inside, iou, normalise, surface_points
from imrecon_gui.core.pipeline import reconstruct
from imrecon_gui.core.types import Mesh, ReconRequest
from training.baselines import bounding_box, mean_shape
from training.cases import Case, read_cases, read_truth, truth_points

MISSING_CHAMFER = 1.0


@dataclass(frozen=True)
class Score:
    """One case's figures; see `imrecon_gui.core.metrics`.

    Attributes:
        iou: Of the reconstruction, its bounding box brought to the truth's convention.
        chamfer_l1: Mean surface distance; 1 where nothing was reconstructed.
        f_02: F-score at .02.
        f_05: F-score at .05.
        mean_shape_iou: Of the category's mean shape.
        box_iou: Of the object's own bounding box, filled.
        category_right: Whether the network finds the right category likeliest, 0 or 1; 0 for an empty field.
    """

    iou: float
    chamfer_l1: float
    f_02: float
    f_05: float
    mean_shape_iou: float
    box_iou: float
    category_right: float


@dataclass(frozen=True)
class Row:
    """A case and its score."""

    case: str
    category: str
    subject: str
    score: Score


def evaluate(
    model_file: Path,
    folder: Path,
    kind: str = "view",
    resolution: int = 64,
    categories: Sequence[str] = (),
    job: Job = NULL_JOB,
) -> list[Row]:
    """Score a model on every case of its categories (or of `categories`), told the category.

    Args:
        model_file: A .safetensors model.
        folder: See `training.cases`.
        kind: "view", "author" or "" for both.
        resolution: Of the reconstruction.
        categories: Fewer than the model's, if given.
        job: Told of each case.
    """
    model, card = load(model_file)
    device, chosen = choose("cpu"), tuple(categories) or card.categories
    cases = read_cases(folder, chosen, kind)
    means = {c: mean_shape(c).inside(truth_points()) for c in sorted({case.category for case in cases})}
    rows = []
    for done, case in enumerate(cases, start=1):
        job.check()
        request = ReconRequest(case.image, case.category, resolution)
        try:
            result = reconstruct(request, model, card, device)
            mesh, named = result.mesh, next(iter(result.probabilities), ("", 0.0))[0]
        except EmptyFieldError:
            mesh, named = Mesh(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.int32)), ""
        score = _score(mesh, case, means[case.category], named == case.category)
        rows.append(Row(case.name, case.category, case.subject, score))
        job.report("evaluate", done, len(cases))
    return rows


def _score(mesh: Mesh, case: Case, mean: np.ndarray, right: bool) -> Score:
    truth, points = read_truth(case.truth), truth_points()
    box = iou(bounding_box(truth.surface, points), truth.occupied)
    base = (iou(mean, truth.occupied), box, float(right))
    if not len(mesh.faces):
        return Score(0.0, MISSING_CHAMFER, 0.0, 0.0, *base)
    mesh = normalise(mesh)
    surface = surface_points(mesh)
    return Score(
        iou(inside(mesh, points), truth.occupied),
        chamfer_l1(surface, truth.surface),
        f_score(surface, truth.surface, 0.02),
        f_score(surface, truth.surface, 0.05),
        *base,
    )


def summarise(rows: Iterable[Row]) -> dict[str, Score]:
    """Mean over an object's cases, then over a category's objects; "macro" is the mean over categories."""
    cases: dict[str, dict[str, list[list[float]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        cases[row.category][row.subject].append(list(asdict(row.score).values()))
    means = {c: np.mean([np.mean(v, 0) for v in objects.values()], 0) for c, objects in cases.items()}
    means["macro"] = np.mean(list(means.values()), 0)
    return {category: Score(*map(float, values)) for category, values in means.items()}


def table(scores: dict[str, Score]) -> str:
    """The summary as lines of text."""
    head = "category       IoU   mean    box   CD-L1  F@.02  F@.05   auto"
    lines = [
        f"{name:10}  {s.iou:6.3f} {s.mean_shape_iou:6.3f} {s.box_iou:6.3f}  "
        f"{s.chamfer_l1:6.3f} {s.f_02:6.3f} {s.f_05:6.3f}  {s.category_right:5.0%}"
        for name, s in scores.items()
    ]
    return "\n".join([head, *lines])
