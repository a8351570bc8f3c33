"""The bytes of mesh files. Vertices are written as they are: `export` chooses units and axes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.types import Float32Array, Mesh, UInt8Array

if TYPE_CHECKING:
    import trimesh

CLAY = (200, 200, 204, 255)
"""Base colour of the material in GLB files, sRGB."""

WHITE = (255, 255, 255, 255)
"""Base colour under vertex colours, which multiply it."""

_GLB_COLOUR = "_COLOUR"

_STL_HEADER = b"imrecon: binary STL, millimetres".ljust(80)
_STL_FACE = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])

_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
</Types>
"""
_RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Target="/3D/3dmodel.model" Id="rel0" \
Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
</Relationships>
"""
_MODEL_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">
<metadata name="Application">imrecon</metadata>
<resources>
<object id="1" type="model">
<mesh>
<vertices>
"""
_MODEL_TAIL = """</triangles>
</mesh>
</object>
</resources>
<build>
<item objectid="1"/>
</build>
</model>
"""


def stl(mesh: Mesh) -> bytes:
    """Binary STL: 80 bytes of header, the number of faces, 50 bytes a face."""
    faces = np.zeros(len(mesh.faces), _STL_FACE)
    faces["corners"] = mesh.vertices[mesh.faces]
    a, b, c = np.moveaxis(faces["corners"].astype(np.float64), 1, 0)
    normals = np.cross(b - a, c - a)
    faces["normal"] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-300)
    return _STL_HEADER + np.uint32(len(faces)).tobytes() + faces.tobytes()


def threemf(mesh: Mesh) -> bytes:
    """3MF core specification 1.3: a zip with one XML model, one object of type "model", in millimetres."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONSHIPS)
        archive.writestr("3D/3dmodel.model", _model_xml(mesh))
    return buffer.getvalue()


def obj(mesh: Mesh) -> bytes:
    """Wavefront OBJ with normals; nine significant digits keep every float32 as it is.

    Colours follow the places, as red, green and blue from 0 to 1: no standard, but what most programs read.
    """
    places, pattern = mesh.vertices, "v %.9g %.9g %.9g"
    if mesh.colours is not None:
        places, pattern = np.hstack([places, mesh.colours / 255]), pattern + " %.4g %.4g %.4g"
    numbers = ["# imrecon", _lines(pattern, places)]
    corner = "%d//%d"
    if mesh.normals is not None:
        numbers.append(_lines("vn %.6g %.6g %.6g", mesh.normals))
        faces = np.repeat(mesh.faces + 1, 2, axis=1)
    else:
        corner, faces = "%d", mesh.faces + 1
    numbers.append(_lines(f"f {corner} {corner} {corner}", faces))
    return "\n".join((*numbers, "")).encode()


def ply(mesh: Mesh) -> bytes:
    """Binary Stanford PLY, with normals and colours if there are any."""
    return bytes(_trimesh(mesh).export(file_type="ply", vertex_normal=mesh.normals is not None))


def glb(mesh: Mesh) -> bytes:
    """Binary glTF 2.0 with normals, a plain matte material, and colours if there are any.

    Without a material glTF prescribes metal, which viewers show nearly black.
    """
    import trimesh

    shaped = _trimesh(replace(mesh, colours=None))
    name, base = ("clay", CLAY) if mesh.colours is None else ("paint", WHITE)
    material = trimesh.visual.material.PBRMaterial(
        name=name, baseColorFactor=base, metallicFactor=0.0, roughnessFactor=0.8
    )
    shaped.visual = trimesh.visual.TextureVisuals(material=material)
    if mesh.colours is not None:
        shaped.vertex_attributes[_GLB_COLOUR] = _linear(mesh.colours)
    return bytes(
        shaped.export(
            file_type="glb", include_normals=mesh.normals is not None, tree_postprocessor=_name_colours
        )
    )


def _name_colours(tree: dict[str, Any]) -> None:
    """Call the attribute of colours what glTF calls it; trimesh itself would write them in 8 bits."""
    for shape in tree["meshes"]:
        attributes = shape["primitives"][0]["attributes"]
        if _GLB_COLOUR in attributes:
            attributes["COLOR_0"] = attributes.pop(_GLB_COLOUR)


def _linear(colours: UInt8Array) -> Float32Array:
    """Colours (n, 3) uint8 sRGB as glTF wants them: in proportion to the light, 0 to 1 (IEC 61966-2-1)."""
    encoded = np.arange(256) / 255
    curve = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    return curve.astype(np.float32)[colours]


def _trimesh(mesh: Mesh) -> trimesh.Trimesh:
    import trimesh

    return trimesh.Trimesh(
        mesh.vertices, mesh.faces, vertex_normals=mesh.normals, vertex_colors=mesh.colours, process=False
    )


def _model_xml(mesh: Mesh) -> str:
    vertices = _lines('<vertex x="%.9g" y="%.9g" z="%.9g"/>', mesh.vertices)
    triangles = _lines('<triangle v1="%d" v2="%d" v3="%d"/>', mesh.faces)
    return f"{_MODEL_HEAD}{vertices}\n</vertices>\n<triangles>\n{triangles}\n{_MODEL_TAIL}"


def _lines(pattern: str, rows: NDArray[np.generic]) -> str:
    """One line for each row of numbers, formatted in one go: many times faster than row by row."""
    return "\n".join([pattern] * len(rows)) % tuple(rows.ravel().tolist())
