"""Folders of evaluation cases: pictures of real objects with ground truth, made elsewhere.

    cases.csv                 case_id, kind, image, category, name, gt, and cameras
    gt/<category>/<name>.npz  occ: 100,000 packed bits at `metrics.eval_points`; surface: (n, 3) float16

The truth there faces -Z; here it is turned to +Z, as everything in this program.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.errors import TrainingError
from imrecon_gui.core.metrics import POINT_COUNT, eval_points


@dataclass(frozen=True)
class Case:
    """One picture and the file of its object's truth.

    Attributes:
        name: The case's identifier.
        kind: "view" (rendered with a known camera) or "author".
        category: The object's category.
        subject: The object's name: several cases may show one object.
        image: The picture.
        truth: The .npz file.
        azimuth_deg: Of the camera, or NaN; 0 looks at the front.
        elevation_deg: Of the camera, or NaN.
    """

    name: str
    kind: str
    category: str
    subject: str
    image: Path
    truth: Path
    azimuth_deg: float
    elevation_deg: float


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known of an object.

    Attributes:
        occupied: (100000,) bool at `truth_points`.
        surface: (n, 3) float64 on the surface, front +Z.
    """

    occupied: NDArray[np.bool_]
    surface: NDArray[np.float64]


def read_cases(folder: Path, categories: Sequence[str], kind: str = "") -> list[Case]:
    """The cases of some categories; raises `TrainingError` where there are none."""
    try:
        with (folder / "cases.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        raise TrainingError(
            f"There is no cases.csv in {folder}.", "Name a folder of evaluation cases."
        ) from None
    cases = [
        _case(folder, row) for row in rows if row["category"] in categories and kind in ("", row["kind"])
    ]
    if not cases:
        raise TrainingError(f"No case in {folder} is of {', '.join(categories)}.", "Name another folder.")
    return cases


def _case(folder: Path, row: dict[str, str]) -> Case:
    azimuth, elevation = (
        float(row[k]) if row.get(k) else float("nan") for k in ("azimuth_deg", "elevation_deg")
    )
    image, truth = folder / row["image"], folder / row["gt"]
    return Case(row["case_id"], row["kind"], row["category"], row["name"], image, truth, azimuth, elevation)


@lru_cache(1)
def truth_points() -> NDArray[np.float32]:
    """The points of `Truth.occupied` (100000, 3) in this program's object space."""
    return eval_points() * np.array([-1, 1, -1], np.float32)


@lru_cache(64)
def read_truth(path: Path) -> Truth:
    """Read one object's truth."""
    with np.load(path) as arrays:
        occupied = np.unpackbits(arrays["occ"])[:POINT_COUNT].astype(bool)
        surface = arrays["surface"].astype(np.float64) * [-1, 1, -1]
    return Truth(occupied, surface)
