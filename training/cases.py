"""Folders of evaluation cases: pictures of real objects with ground truth, made elsewhere.

    cases.csv                 case_id, kind, image, category, name, gt, and cameras
    gt/<category>/<name>.npz  occ: 100,000 packed bits at `metrics.eval_points`; surface: (n, 3) float16
    MANIFEST.csv              optional: which objects have a front; how meshes/ are turned
    meshes/                   optional: the objects as they were found, see `training.truth_mesh`

The truth there faces -Z, and azimuths run the other way round; here both are turned to this program's
conventions (`imrecon_gui.core.types`).
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
from imrecon_gui.core.silhouette import Pinhole

KINDS = ("view", "author", "all")
TURN = np.array([-1.0, 1.0, -1.0])
"""Half a turn about +Y: from the folder's object space to this program's, and back."""


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
        azimuth_deg: Of the camera, or NaN; 0 looks at the front from +Z, 90 from +X.
        elevation_deg: Of the camera, or NaN.
        camera: The picture's camera where it is known.
        has_front: Whether the object looks different from different azimuths; False where nobody says.
    """

    name: str
    kind: str
    category: str
    subject: str
    image: Path
    truth: Path
    azimuth_deg: float
    elevation_deg: float
    camera: Pinhole | None = None
    has_front: bool = False


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known of an object.

    Attributes:
        occupied: (100000,) bool at `truth_points`.
        surface: (n, 3) float64 on the surface, front +Z.
    """

    occupied: NDArray[np.bool_]
    surface: NDArray[np.float64]


def read_cases(
    folder: Path, categories: Sequence[str] = (), kind: str = "all", limit: int | None = None
) -> list[Case]:
    """The cases of a folder.

    Args:
        folder: See the module's text.
        categories: Only these, if any are named.
        kind: One of `KINDS`.
        limit: Only every n-th case, so many in all.

    Raises:
        TrainingError: There is no such folder, or no such case in it.
    """
    if kind not in KINDS:
        raise TrainingError(
            f'There is no kind of case called "{kind}".', f"Choose one of {', '.join(KINDS)}."
        )
    rows, fronts = _rows(folder), _fronts(folder)
    rows = [row for row in rows if row["category"] in (categories or [row["category"]])]
    rows = [row for row in rows if kind in ("all", row["kind"])]
    if not rows:
        wanted = ", ".join([*categories, kind] if kind != "all" else categories)
        raise TrainingError(f"There is no case in {folder} ({wanted}).", "Name another folder.")
    if limit and limit < len(rows):
        rows = [rows[i] for i in np.linspace(0, len(rows) - 1, limit).astype(int)]
    return [_case(folder, row, fronts) for row in rows]


def manifest(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Rows of MANIFEST.csv that describe meshes, by category and name; none if there is no such file."""
    path = folder / "MANIFEST.csv"
    if not path.exists():
        return {}
    with path.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "mesh"]
    return {(row["category"], Path(row["file"]).stem): row for row in rows}


def _rows(folder: Path) -> list[dict[str, str]]:
    try:
        with (folder / "cases.csv").open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    except OSError:
        raise TrainingError(
            f"There is no cases.csv in {folder}.", "Name a folder of evaluation cases."
        ) from None


def _fronts(folder: Path) -> dict[tuple[str, str], bool]:
    return {key: not row["front"].startswith("none") for key, row in manifest(folder).items()}


def _case(folder: Path, row: dict[str, str], fronts: dict[tuple[str, str], bool]) -> Case:
    azimuth, elevation = (
        float(row[k]) if row.get(k) else float("nan") for k in ("azimuth_deg", "elevation_deg")
    )
    image, truth = folder / row["image"], folder / row["gt"]
    category, subject = row["category"], row["name"]
    has_front = fronts.get((category, subject), False)
    return Case(
        row["case_id"],
        row["kind"],
        category,
        subject,
        image,
        truth,
        -azimuth,
        elevation,
        _camera(row),
        has_front,
    )


def _camera(row: dict[str, str]) -> Pinhole | None:
    if not row.get("eye_x"):
        return None
    eye, target = ([float(row[f"{what}_{axis}"]) for axis in "xyz"] * TURN for what in ("eye", "target"))
    return Pinhole((eye[0], eye[1], eye[2]), (target[0], target[1], target[2]), float(row["fov_deg"]))


@lru_cache(1)
def truth_points() -> NDArray[np.float32]:
    """The points of `Truth.occupied` (100000, 3) in this program's object space."""
    return eval_points() * TURN.astype(np.float32)


@lru_cache(64)
def read_truth(path: Path) -> Truth:
    """Read one object's truth."""
    with np.load(path) as arrays:
        occupied = np.unpackbits(arrays["occ"])[:POINT_COUNT].astype(bool)
        surface = arrays["surface"].astype(np.float64) * TURN
    return Truth(occupied, surface)
