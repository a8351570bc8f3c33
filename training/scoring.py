"""One answer's figures against one object's truth; the numbers agree with the folder's own scorer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.metrics import gap, inside, iou, normalise, surface_samples
from imrecon_gui.core.silhouette import silhouette_iou
from imrecon_gui.core.types import Mesh, UInt8Array
from training.baselines import bounding_box
from training.cases import Case, read_truth, truth_points
from training.retrieval import Found
from training.truth_mesh import truth_normals

MISSING_CHAMFER = 1.0
AZIMUTH_TOLERANCE_DEG = 20.0
_OPAQUE = 127
NAN = float("nan")


@dataclass(frozen=True)
class Score:
    """One case's figures, or means of them; NaN where a figure cannot be had.

    Attributes:
        iou: Of the reconstruction, its bounding box brought to the truth's convention.
        chamfer_l1: Mean surface distance; 1 where nothing was reconstructed.
        f_01: F-score at .01.
        f_02: F-score at .02.
        f_05: F-score at .05.
        normals: Mean |cosine| between the normals of nearest points; NaN where the folder has no mesh.
        silhouette: Overlap of the reconstruction's outline with the picture's mask; NaN without a camera.
        mean_iou: Of the category's mean shape.
        retrieval_iou: Of the shape nearest by the encoder.
        retrieval_f_02: F-score at .02 of that shape.
        box_iou: Of the object's own bounding box, filled.
        category_right: Whether the network finds the right category likeliest, 0 or 1.
        azimuth_right: Whether its camera is within 20 degrees; NaN without a prediction, a true camera or a
            front.
    """

    iou: float = 0.0
    chamfer_l1: float = MISSING_CHAMFER
    f_01: float = 0.0
    f_02: float = 0.0
    f_05: float = 0.0
    normals: float = NAN
    silhouette: float = NAN
    mean_iou: float = 0.0
    retrieval_iou: float = 0.0
    retrieval_f_02: float = 0.0
    box_iou: float = 0.0
    category_right: float = 0.0
    azimuth_right: float = NAN


def score_missing(folder: Path, case: Case) -> Score:
    """What a case without an answer counts: nothing, for every figure that it could have had."""
    normals = NAN if truth_normals(folder, case) is None else 0.0
    return Score(normals=normals, silhouette=NAN if case.camera is None else 0.0)


def score_mesh(mesh: Mesh, folder: Path, case: Case) -> Score:
    """Figures of a reconstruction in object space; those of baselines and network heads are left out."""
    if not len(mesh.faces):
        return score_missing(folder, case)
    mesh, truth = normalise(mesh), read_truth(case.truth)
    surface, normals = surface_samples(mesh)
    between, true_normals = gap(surface, truth.surface), truth_normals(folder, case)
    f_01, f_02, f_05 = (between.f_score(threshold) for threshold in (0.01, 0.02, 0.05))
    return Score(
        iou=iou(inside(mesh, truth_points()), truth.occupied),
        chamfer_l1=between.chamfer_l1(),
        f_01=f_01,
        f_02=f_02,
        f_05=f_05,
        normals=NAN if true_normals is None else between.normal_consistency(normals, true_normals),
        silhouette=NAN if case.camera is None else silhouette_iou(mesh, case.camera, mask_of(case)),
    )


def with_baselines(score: Score, case: Case, mean: NDArray[np.bool_] | None, found: Found | None) -> Score:
    """Add the baselines' figures; one that is None counts zero.

    Args:
        score: The reconstruction's.
        case: Whose truth to compare with.
        mean: (100000,) bool at `truth_points`, the mean shape.
        found: The retrieved shape.
    """
    truth = read_truth(case.truth)
    score = replace(score, box_iou=iou(bounding_box(truth.surface, truth_points()), truth.occupied))
    if mean is not None:
        score = replace(score, mean_iou=iou(mean, truth.occupied))
    if found is not None:
        overlap, f_02 = iou(found.inside, truth.occupied), gap(found.surface, truth.surface).f_score(0.02)
        score = replace(score, retrieval_iou=overlap, retrieval_f_02=f_02)
    return score


def azimuth_right(predicted_deg: float | None, case: Case) -> float:
    """Whether a predicted azimuth is within 20 degrees of the case's, 0 or 1; NaN if that means nothing."""
    if predicted_deg is None or case.camera is None or not case.has_front:
        return NAN
    error = abs((predicted_deg - case.azimuth_deg + 180) % 360 - 180)
    return float(error <= AZIMUTH_TOLERANCE_DEG)


def mask_of(case: Case) -> NDArray[np.bool_]:
    """Where a case's picture shows its object: (h, w) bool."""
    from imrecon_gui.core.picture import read

    rgba: UInt8Array = read(case.image)
    return np.asarray(rgba[..., 3] > _OPAQUE)
