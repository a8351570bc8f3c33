"""Reading a picture: whatever a person may drop on the window becomes upright 8-bit RGBA.

Sizes are checked before a single pixel is decoded, so that a small file cannot ask for gigabytes.
Only formats of pictures are tried: Pillow would otherwise hand EPS to a PostScript interpreter.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.pixels import from_array, to_8_bit
from imrecon_gui.core.types import UInt8Array

MAX_FILE_BYTES = 200_000_000
MAX_PIXELS = 89_000_000
"""Just below the 89.5 million from which Pillow warns by itself, so that its check stays silent."""
MIN_SIDE_PX = 16
MAX_SIDE_PX = 1024
"""Pictures are reduced to this longest side: far more than the network's 128 pixels need."""

FORMATS = (
    "PNG",
    "JPEG",
    "MPO",
    "WEBP",
    "HEIF",
    "AVIF",
    "GIF",
    "BMP",
    "DIB",
    "TIFF",
    "JPEG2000",
    "PPM",
    "TGA",
)

_TRANSPOSITIONS = {  # EXIF 2.32, table 6: orientation
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Source = Path | bytes | Image.Image | NDArray[Any]

_CHOOSE = "Choose a picture file such as PNG, JPEG, WebP or HEIC."
_DAMAGED = "Open it in an image editor and save it again, or choose another picture."


def read(source: Source) -> UInt8Array:
    """Read a picture, upright, at most MAX_SIDE_PX on its longest side.

    Args:
        source: A file, a file's content, a Pillow image or an array (see `pixels.from_array`).

    Returns:
        (h, w, 4) uint8 RGBA, straight alpha.

    Raises:
        ImageError: If it is missing, unreadable, too large or too small.
    """
    picture = _open(source)
    _check_size(picture.size)
    try:
        return _decode(picture, ours=isinstance(source, str | Path | bytes))
    except MemoryError as error:
        raise ImageError(
            f"The picture needs more memory than is free ({_size_text(picture.size)}).",
            "Make it smaller in an image editor, or close other programs.",
        ) from error
    except Exception as error:  # Pillow's decoders raise anything from KeyError to struct.error
        raise ImageError("The picture is damaged or incomplete.", _DAMAGED) from error


def _open(source: Source) -> Image.Image:
    """A Pillow image whose size is known and whose pixels are not yet decoded."""
    if isinstance(source, Image.Image):
        return source
    if isinstance(source, np.ndarray):
        return from_array(source)
    content = source if isinstance(source, bytes) else _content(Path(source))
    _check_bytes(len(content))
    return _recognise(content)


def _content(path: Path) -> bytes:
    """The bytes of a file, once its size has been checked."""
    try:
        if path.is_dir():
            raise ImageError(f"A folder was given instead of a picture ({path.name or path}).", _CHOOSE)
        _check_bytes(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImageError(f"There is no file {path}.", "Check the name, or choose another picture.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise ImageError(
            f"The file {path.name} cannot be read ({reason}).",
            "Check that you may open it, or copy it to another folder.",
        ) from error


def _check_bytes(n: int) -> None:
    if n == 0:
        raise ImageError("The file is empty.", _CHOOSE)
    if n > MAX_FILE_BYTES:
        raise ImageError(
            f"The file is too large ({n / 1e6:.0f} MB; the limit is {MAX_FILE_BYTES / 1e6:.0f} MB).",
            "Make the picture smaller in an image editor.",
        )


def _recognise(content: bytes) -> Image.Image:
    """Let Pillow read the header."""
    if content[4:8] == b"ftyp":
        _register_heif()
    Image.init()
    formats = [name for name in FORMATS if name in Image.OPEN]
    try:
        return Image.open(io.BytesIO(content), formats=formats)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels("more than a hundred megapixels") from error
    except UnidentifiedImageError as error:
        raise ImageError("The file is not a picture that this program can read.", _CHOOSE) from error
    except Exception as error:  # a header broken in a way that its plugin did not foresee
        raise ImageError("The picture is damaged or incomplete.", _DAMAGED) from error


def _register_heif() -> None:
    """Teach Pillow to read HEIC and HEIF; doing it twice changes nothing."""
    try:
        import pi_heif
    except ImportError as error:
        raise ImageError(
            "HEIC pictures cannot be read in this installation.",
            "Save the picture as JPEG, or install pi-heif.",
        ) from error
    pi_heif.register_heif_opener(thumbnails=False)


def _check_size(size: tuple[int, int]) -> None:
    if min(size) < MIN_SIDE_PX:
        raise ImageError(
            f"The picture is too small ({_size_text(size)}).",
            f"Choose one of at least {MIN_SIDE_PX} pixels on each side; 256 or more are better.",
        )
    if size[0] * size[1] > MAX_PIXELS:
        raise _too_many_pixels(_size_text(size))


def _too_many_pixels(size_text: str) -> ImageError:
    return ImageError(
        f"The picture is too large ({size_text}; the limit is {MAX_PIXELS / 1e6:.0f} megapixels).",
        "Make it smaller in an image editor.",
    )


def _size_text(size: tuple[int, int]) -> str:
    return f"{size[0]} x {size[1]} pixels"


def _decode(picture: Image.Image, ours: bool) -> UInt8Array:
    """Decode, reduce, turn upright."""
    size = _reduced(picture.size)
    transposition = _transposition(picture)
    if ours:
        # a JPEG can be decoded at a half, a quarter or an eighth of its size, in a fraction of the time
        picture.draft(None, size)
    picture = to_8_bit(picture)
    if picture.size != size:
        # Pillow averages RGBA with premultiplied alpha
        picture = picture.resize(size, Image.Resampling.BOX)
    if transposition is not None:
        picture = picture.transpose(transposition)
    return np.array(picture.convert("RGBA"), np.uint8)


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """The size with the longest side at most MAX_SIDE_PX and the same proportions."""
    scale = min(1.0, MAX_SIDE_PX / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _transposition(picture: Image.Image) -> Image.Transpose | None:
    """What turns the picture upright, by its EXIF orientation; None if it is, or if EXIF is broken."""
    try:
        orientation = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # a damaged description is no reason to refuse good pixels
        return None
    return _TRANSPOSITIONS.get(orientation)
