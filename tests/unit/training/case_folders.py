"""Folders of evaluation cases as others make them, of solids with a known inside, and a plain scorer of such.

The folder's objects face -Z. The scorer is written down from its published definition, one face at a time, so
that the program's own quick figures have something to agree with.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import trimesh
from PIL import Image, ImageDraw
from scipy.spatial import cKDTree

from imrecon_gui.core.metrics import eval_points, surface_points
from imrecon_gui.core.types import Mesh
from tests.unit.core.solids_for_tests import box_mesh, joined

Boxes = Sequence[tuple[tuple[float, float, float], tuple[float, float, float]]]

STEP: Boxes = (((-0.5, -0.25, -0.3), (0.5, 0.0, 0.3)), ((0.1, 0.0, -0.3), (0.5, 0.25, 0.0)))
"""A slab with a block on it at the back right, seen from its front at -Z: half a turn changes it."""

CAMERA = {"azimuth_deg": 30, "elevation_deg": 20, "fov_deg": 40}
EYE, TARGET = (1.0, 0.8, -1.7), (0.0, 0.0, 0.0)


def mesh_of(boxes: Boxes) -> Mesh:
    return joined(*(box_mesh(low, high) for low, high in boxes))


def turned(mesh: Mesh) -> Mesh:
    """Half a turn about +Y."""
    return Mesh(mesh.vertices * np.float32([-1, 1, -1]), mesh.faces)


def filled(boxes: Boxes, points: np.ndarray) -> np.ndarray:
    return np.any([((points > low) & (points < high)).all(1) for low, high in boxes], axis=0)


def write_folder(folder: Path, objects: Mapping[tuple[str, str], Boxes], fronts: Sequence[str] = ()) -> Path:
    """One "view" with a camera and one "author" case of every (category, name)."""
    rows = [_row(folder, category, name, boxes) for (category, name), boxes in objects.items()]
    _write(folder / "cases.csv", [case for pair in rows for case in pair])
    manifest = [
        {
            "file": f"meshes/{category}/{name}.glb",
            "kind": "mesh",
            "category": category,
            "up_axis": "y",
            "yaw_deg": "0",
            "front": "-Z" if name in fronts else "none (symmetric or undecidable)",
        }
        for category, name in objects
    ]
    _write(folder / "MANIFEST.csv", manifest)
    return folder


def _row(folder: Path, category: str, name: str, boxes: Boxes) -> list[dict[str, object]]:
    truth, mesh = folder / f"gt/{category}/{name}.npz", mesh_of(boxes)
    found = folder / f"meshes/{category}/{name}.glb"
    for path in (truth, found):
        path.parent.mkdir(parents=True, exist_ok=True)
    surface = surface_points(mesh).astype(np.float16)
    np.savez(truth, occ=np.packbits(filled(boxes, eval_points())), surface=surface)
    trimesh.Trimesh(mesh.vertices, mesh.faces, process=False).export(found)
    picture = Image.new("RGBA", (96, 96))
    ImageDraw.Draw(picture).ellipse((20, 30, 75, 70), fill=(180, 90, 40, 255))
    picture.save(folder / f"{category}_{name}.png")
    case = {
        "image": f"{category}_{name}.png",
        "category": category,
        "name": name,
        "gt": truth.relative_to(folder),
    }
    places = zip(("eye", "target"), (EYE, TARGET), strict=True)
    camera = {f"{what}_{axis}": v for what, at in places for axis, v in zip("xyz", at, strict=True)}
    return [
        {"case_id": f"{category}__{name}_0", "kind": "view", **case, **CAMERA, **camera},
        {"case_id": f"{category}__{name}_author", "kind": "author", **case},
    ]


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def scored(folder: Path, meshes: Path) -> dict[str, dict[str, float]]:
    """IoU, CD and F of PLY files that face +Z, by category and "macro"; a missing file counts 0, 1 and 0."""
    found: dict[str, dict[str, list[list[float]]]] = defaultdict(lambda: defaultdict(list))
    for case in csv.DictReader((folder / "cases.csv").open(encoding="utf-8")):
        path = meshes / f"{case['case_id']}.ply"
        figures = _figures(folder / case["gt"], path) if path.exists() else [0.0, 1.0, 0.0, 0.0, 0.0]
        found[case["category"]][case["name"]].append(figures)
    means = {c: np.mean([np.mean(f, 0) for f in names.values()], 0) for c, names in found.items()}
    means["macro"] = np.mean(list(means.values()), 0)
    keys = ("iou", "chamfer_l1", "f_01", "f_02", "f_05")
    return {name: dict(zip(keys, map(float, values), strict=True)) for name, values in means.items()}


def _figures(truth: Path, path: Path) -> list[float]:
    arrays, mesh = np.load(truth), trimesh.load(path, process=False)
    corners = np.asarray(mesh.vertices, float) * [-1, 1, -1]
    low, high = corners.min(0), corners.max(0)
    triangles = ((corners - (low + high) / 2) / (high - low).max())[mesh.faces]
    occupied, inner = (
        np.unpackbits(arrays["occ"])[:100_000] > 0,
        _inside(triangles, eval_points().astype(float)),
    )
    cloud, surface = _sampled(triangles), arrays["surface"].astype(float)
    there, back = cKDTree(surface).query(cloud)[0], cKDTree(cloud).query(surface)[0]
    scores = []
    for threshold in (0.01, 0.02, 0.05):
        precision, recall = (there < threshold).mean(), (back < threshold).mean()
        scores.append(2 * precision * recall / max(precision + recall, 1e-9))
    return [(occupied & inner).sum() / (occupied | inner).sum(), (there.mean() + back.mean()) / 2, *scores]


def _inside(triangles: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Mean winding number of six axis rays above a half."""
    winding = np.zeros(len(points))
    for axis in range(3):
        order = [(axis + 1) % 3, (axis + 2) % 3, axis]
        by_x = np.argsort(points[:, order[0]])
        x, y, z = points[by_x][:, order].T
        for o, a, b in triangles[:, :, order]:
            a, b = a - o, b - o
            area = a[0] * b[1] - b[0] * a[1]
            if area == 0:
                continue
            some = slice(*np.searchsorted(x, [o[0] + min(0, a[0], b[0]), o[0] + max(0, a[0], b[0])]))
            dx, dy = x[some] - o[0], y[some] - o[1]
            u, v = (dx * b[1] - b[0] * dy) / area, (a[0] * dy - dx * a[1]) / area
            hit = (u >= 0) & (v >= 0) & (u + v < 1)
            up = np.where(o[2] + u * a[2] + v * b[2] > z[some], 1, -1)
            winding[by_x[some]] += hit * up * np.sign(area)
    return np.abs(winding) > 3


def _sampled(triangles: np.ndarray) -> np.ndarray:
    rng, (a, b, c) = np.random.default_rng(0), triangles.transpose(1, 0, 2)
    total = np.linalg.norm(np.cross(b - a, c - a), axis=1).cumsum()
    i = np.searchsorted(total, rng.random(10_000) * total[-1])
    u, w = np.sqrt(rng.random((10_000, 1))), rng.random((10_000, 1))
    return (1 - u) * a[i] + u * (1 - w) * b[i] + u * w * c[i]
