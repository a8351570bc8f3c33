"""What a person had before them when the window went away, in one file: the picture, its mask, its mesh.

The file is numpy's archive of plain arrays: pictures as PNG, the mesh as it is, the rest as JSON. Nothing
in it is ever unpickled.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from imrecon_gui.core.shape_edit import Blend, ShapeEdit, Symmetry
from imrecon_gui.core.types import Mending, Mesh, PreparedImage, ReconResult, Seconds, UInt8Array, Viewpoint
from imrecon_gui.core.whole_file import write_whole

FORMAT_VERSION = 1
PRIVATE = 0o600
MOST_FACES = 400_000
"""A mesh of more is not kept: it is made again sooner than it is worth the disk."""

_PLAIN = (
    "category",
    "resolution",
    "device",
    "points_evaluated",
    "watertight",
    "volume",
    "n_directions",
    "cut",
)
_SECOND = "second."
"""Before the names of what belongs to a second picture."""

_MESSAGE = "The file of the last session makes no sense"

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Session:
    """What is kept.

    Attributes:
        image: The picture, mended or not.
        result: What was made of it; None if nothing was, or if its mesh is too large to keep.
        source: The picture's file, None if it came from nowhere.
        fullness: Steps of the window's slider of that name.
        colours: (n, 3) uint8 of the mesh's vertices, None if they are not kept.
    """

    image: PreparedImage
    result: ReconResult | None = None
    source: Path | None = None
    fullness: int = 0
    colours: UInt8Array | None = None


def save_session(session: Session, path: Path) -> None:
    """Write the session; the file appears whole or not at all, an OSError if it cannot."""
    words, arrays = _image_parts(session.image)
    words |= {"format": FORMAT_VERSION, "fullness": session.fullness}
    words["source"] = str(session.source) if session.source else ""
    if session.result is not None and len(session.result.mesh.faces) <= MOST_FACES:
        words["result"] = _result_words(session.result)
        words["result"]["edit"], other = _edit_parts(session.result.edit)
        arrays |= other | {"vertices": session.result.mesh.vertices, "faces": session.result.mesh.faces}
        if session.colours is not None:
            arrays["colours"] = session.colours
    arrays["words"] = np.frombuffer(json.dumps(words).encode(), np.uint8)
    archive = io.BytesIO()
    np.savez(archive, **arrays)  # type: ignore[arg-type]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, archive.getvalue(), PRIVATE)


def load_session(path: Path) -> Session:
    """Read a session back.

    Raises:
        ValueError: The file is missing, damaged, or of another version.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        words = json.loads(arrays["words"].tobytes())
        if words["format"] != FORMAT_VERSION:
            raise ValueError(f"format {words['format']}")
        source = Path(words["source"]) if words["source"] else None
        image, result, fullness = _image(words, arrays), _result(words, arrays), int(words["fullness"])
        return Session(image, result, source, fullness, _colours(arrays))
    except Exception as error:  # a broken archive fails in every way there is
        raise ValueError(f"{_MESSAGE} ({error})") from error


def _image_parts(image: PreparedImage) -> tuple[dict[str, Any], Arrays]:
    """The picture as it was before any mending, and what was changed of it."""
    source = image.mending.source if image.mending else image
    words = {"name": source.name, "had_alpha": source.had_alpha, "seconds": source.seconds}
    words |= {"source_fill": source.fill, "fill": image.fill}
    arrays = {"cutout": _png(source.cutout), "network": _png(source.network_rgba)}
    if source.photo is not None:
        arrays["photo"] = _png(source.photo)
    if image.mending is not None:
        words["angle_deg"] = image.mending.angle_deg
        arrays["mask"] = _png(image.mending.alpha)
    return words, arrays


def _image(words: dict[str, Any], arrays: Arrays) -> PreparedImage:
    source = PreparedImage(
        cutout=_pixels(arrays["cutout"]),
        network_rgba=_pixels(arrays["network"]),
        had_alpha=bool(words["had_alpha"]),
        name=str(words["name"]),
        seconds=float(words["seconds"]),
        photo=_pixels(arrays["photo"]) if "photo" in arrays else None,
        fill=float(words["source_fill"]),
    )
    if "mask" not in arrays:
        return source
    mending = Mending(source, _pixels(arrays["mask"]), float(words["angle_deg"]))
    return _mended(mending, float(words["fill"]))


def _mended(mending: Mending, fill: float) -> PreparedImage:
    """Mend the source once more as it was mended."""
    from imrecon_gui.core.mend_steps import Pose
    from imrecon_gui.core.mender import Mender

    mender = Mender(mending.source)
    mender.replace_alpha(mending.alpha)
    mender.set_pose(Pose(mending.angle_deg, fill))
    return mender.result()


def _result_words(result: ReconResult) -> dict[str, Any]:
    """All of a result but its mesh and its change of shape."""
    words: dict[str, Any] = {name: getattr(result, name) for name in _PLAIN}
    words |= {"probabilities": result.probabilities, "notes": result.notes, "seconds": asdict(result.seconds)}
    words["viewpoint"] = asdict(result.viewpoint) if result.viewpoint else None
    return words


def _result(words: dict[str, Any], arrays: Arrays) -> ReconResult | None:
    if "result" not in words:
        return None
    kept = words["result"]
    vertices, faces = arrays["vertices"].astype(np.float32), arrays["faces"].astype(np.int32)
    if len(faces) and not (faces.min() >= 0 and faces.max() < len(vertices)):
        raise ValueError("a face names a corner that is not there")
    return ReconResult(
        mesh=Mesh(vertices, faces),
        probabilities=tuple((str(name), float(share)) for name, share in kept["probabilities"]),
        seconds=Seconds(**kept["seconds"]),
        notes=(),
        viewpoint=Viewpoint(**kept["viewpoint"]) if kept["viewpoint"] else None,
        edit=_edit(kept["edit"], arrays),
        **{name: kept[name] for name in _PLAIN},
    )


def _colours(arrays: Arrays) -> UInt8Array | None:
    if "colours" not in arrays:
        return None
    if arrays["colours"].shape != arrays["vertices"].shape:
        raise ValueError("there are not as many colours as corners")
    return arrays["colours"].astype(np.uint8)


def _edit_parts(edit: ShapeEdit) -> tuple[dict[str, Any], Arrays]:
    """A change of shape, with the second picture if there is one."""
    words: dict[str, Any] = {"amounts": edit.amounts, "symmetry": edit.symmetry.value, "cut": edit.cut}
    if edit.blend is None:
        return words, {}
    picture, arrays = _image_parts(edit.blend.image)
    words["blend"] = {"picture": picture, "share": edit.blend.share}
    return words, {f"{_SECOND}{name}": values for name, values in arrays.items()}


def _edit(words: dict[str, Any], arrays: Arrays) -> ShapeEdit:
    blend = None
    if "blend" in words:
        second = {name.removeprefix(_SECOND): values for name, values in arrays.items() if _SECOND in name}
        blend = Blend(_image(words["blend"]["picture"], second), float(words["blend"]["share"]))
    return ShapeEdit(tuple(map(float, words["amounts"])), Symmetry(words["symmetry"]), words["cut"], blend)


def _png(pixels: UInt8Array) -> UInt8Array:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "png", compress_level=1)
    return np.frombuffer(buffer.getvalue(), np.uint8)


def _pixels(png: NDArray[Any]) -> UInt8Array:
    from PIL import Image

    return np.array(Image.open(io.BytesIO(png.tobytes()), formats=["PNG"]), np.uint8)
