"""Mesh files as other programs write them, made of solids with a known inside, sound and broken."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import trimesh
from PIL import Image

RED, BLUE = (210, 20, 20), (20, 20, 210)
BROKEN = b"# no mesh\nv 0 0\nf 1 2 3\n"


def box(size=(1.0, 0.6, 0.4)) -> trimesh.Trimesh:
    return trimesh.creation.box(size)


def soup(mesh: trimesh.Trimesh) -> np.ndarray:
    """(m, 3, 3) float32, every second triangle turned over."""
    triangles = np.array(mesh.triangles, np.float32)
    triangles[::2] = triangles[::2, ::-1]
    return triangles


def half_red(mesh: trimesh.Trimesh) -> trimesh.Trimesh:
    """A picture over x: the left half red, the right half blue."""
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:, :4], pixels[:, 4:] = RED, BLUE
    loose = trimesh.Trimesh(mesh.triangles.reshape(-1, 3), np.arange(3 * len(mesh.faces)).reshape(-1, 3))
    low, high = loose.bounds
    uv = ((loose.vertices - low) / (high - low))[:, :2]
    loose.visual = trimesh.visual.TextureVisuals(uv, image=Image.fromarray(pixels))
    return loose


def write_folder(folder: Path, categories: dict[str, int]) -> Path:
    """Boxes of many sizes, so many of each category, as OBJ, STL and PLY in turn."""
    rng = np.random.default_rng(0)
    for category, count in categories.items():
        home = folder / category
        home.mkdir(parents=True)
        for i in range(count):
            box(rng.uniform(0.2, 1.0, 3)).export(home / f"{i}{('.obj', '.stl', '.ply')[i % 3]}")
    return folder


def write_obj(path: Path, mesh: trimesh.Trimesh, picture: str = "") -> Path:
    """A textured OBJ whose MTL names a picture by a path of its own, as ShapeNet's do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"mtllib {path.stem}.mtl", "usemtl one"]
    lines += [f"v {x} {y} {z}" for x, y, z in mesh.vertices]
    lines += [f"vt {u} {v}" for u, v in mesh.visual.uv] if picture else []
    corner = "{0}/{0}" if picture else "{0}"
    lines += ["f " + " ".join(corner.format(i + 1) for i in face) for face in mesh.faces]
    path.write_text("\n".join(lines))
    named = f"\nmap_Kd {picture}" if picture else ""
    path.with_suffix(".mtl").write_text(f"newmtl one\nKd 0.8 0.8 0.8{named}\n")
    if picture:
        image = path.parent / picture
        image.parent.mkdir(parents=True, exist_ok=True)
        mesh.visual.material.image.save(image)
    return path
