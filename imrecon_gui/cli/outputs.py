"""What the meshes of one command are called: the pictures' own stems, none used twice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.export import COLOURED, FORMATS

DEFAULT_FORMAT = "stl"


def plan(images: Sequence[Path], target: Path | None, format_name: str | None) -> list[Path]:
    """The file of each picture's mesh.

    `target` names one file if it ends with a known format's suffix and is no folder, else a folder.
    The format is `format_name`, else the suffix of that file, else STL.

    Args:
        images: The pictures, in the order given.
        target: What `-o` said; None means the current folder.
        format_name: What `-f` said, a key of `core.export.FORMATS`.

    Raises:
        ExportError: The format is unknown, or `-o`, `-f` and the number of pictures contradict one
            another.
    """
    if format_name is not None and format_name not in FORMATS:
        raise ExportError(
            f'There is no format called "{format_name}".', f"Choose one of {', '.join(FORMATS)}."
        )
    if target is not None and _is_file_name(target):
        return [_single(images, target, format_name)]
    suffix = f".{format_name or DEFAULT_FORMAT}"
    folder = Path() if target is None else target
    return [folder / f"{stem}{suffix}" for stem in unique_stems([image.stem for image in images])]


def check_colours(files: Sequence[Path]) -> None:
    """Raise ExportError if the format of any of the files holds no colours."""
    for file in files:
        if file.suffix[1:].lower() not in COLOURED:
            raise ExportError(
                f"{file.suffix[1:].upper()} files hold no colours.", f"Choose -f {', '.join(COLOURED)}."
            )


def unique_stems(stems: Sequence[str]) -> list[str]:
    """Number repeated stems from the second on: chair, chair-2, chair-3.

    A number never lands on another picture's own stem, and case is ignored, since some file systems
    ignore it too.
    """
    own = {stem.casefold() for stem in stems}
    used: set[str] = set()
    names = []
    for stem in stems:
        name, n = stem, 1
        while name.casefold() in used or (n > 1 and name.casefold() in own):
            n += 1
            name = f"{stem}-{n}"
        used.add(name.casefold())
        names.append(name)
    return names


def _is_file_name(target: Path) -> bool:
    if target.is_dir() or not target.suffix:
        return False
    if target.suffix[1:].lower() in FORMATS:
        return True
    raise ExportError(
        f"{target.name} is neither a folder nor a mesh file of a known format.",
        f"End the file's name with .{', .'.join(FORMATS)}, or make the folder first.",
    )


def _single(images: Sequence[Path], target: Path, format_name: str | None) -> Path:
    if len(images) > 1:
        raise ExportError(
            f"{target.name} is one file, and there are {len(images)} pictures.", "Give -o a folder instead."
        )
    if format_name not in (None, target.suffix[1:].lower()):
        raise ExportError(
            f"-o asks for {target.suffix} and -f for {format_name}.", "Leave out -f, or give -o a folder."
        )
    return target
