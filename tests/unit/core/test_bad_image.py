"""Every kind of bad picture is refused with a sentence and a hint."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imrecon_gui.core import picture
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.image import prepare
from imrecon_gui.core.picture import read
from tests.unit.core.scenes import encoded, png_chunk


def bomb(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its (absent) pixels never back."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", b"") + png_chunk(b"IEND", b"")
    )


NOISE_PNG = encoded(Image.fromarray(np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)), "PNG")
NOISE_JPEG = encoded(
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)), "JPEG"
)

BAD_CONTENT = {
    "empty": (b"", "empty"),
    "text": (b"this is not a picture at all " * 9, "not a picture"),
    "truncated png": (NOISE_PNG[: len(NOISE_PNG) // 2], "damaged"),
    "truncated jpeg": (NOISE_JPEG[: len(NOISE_JPEG) // 2], "damaged"),
    "truncated header": (NOISE_PNG[:20], "damaged|not a picture"),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n", "not a picture"),
    "tiny": (encoded(Image.new("RGB", (15, 400), "red"), "PNG"), "too small"),
    "huge": (bomb(40000, 40000), "too large"),
    "just too large": (bomb(9000, 10000), "too large"),
    "no pixels": (bomb(300, 300), "damaged"),
    "blank": (encoded(Image.new("RGB", (64, 64), (250, 250, 250)), "PNG"), "blank"),
    "transparent": (encoded(Image.new("RGBA", (64, 64), (9, 9, 9, 0)), "PNG"), "transparent"),
    "faint": (encoded(Image.new("RGBA", (64, 64), (9, 9, 9, 100)), "PNG"), "transparent"),
}


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("case", BAD_CONTENT)
def test_bad_content_is_refused_with_a_sentence_and_a_hint(case: str) -> None:
    content, words = BAD_CONTENT[case]
    with pytest.raises(ImageError, match=words) as caught:
        prepare(content)
    assert_worded(caught.value)


def assert_worded(error: ImageError) -> None:
    for sentence in (error.message, error.hint):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_bad_paths(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    for path, words in [
        (tmp_path / "absent.png", "no file"),
        (tmp_path, "A folder"),
        (tmp_path / "empty.png", "empty"),
        (Path("a\0b.png"), "cannot be read"),
    ]:
        with pytest.raises(ImageError, match=words) as caught:
            prepare(path)
        assert_worded(caught.value)


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.truncate(picture.MAX_FILE_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("the file was read"))
    with pytest.raises(ImageError, match="too large"):
        prepare(path)


def test_the_largest_picture_accepted_raises_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ImageError, match="damaged"):
            read(bomb(8900, 10000))


@pytest.mark.parametrize("shape", [(8,), (30, 30, 5), (2, 30, 30, 3), (0, 30, 3)])
def test_arrays_that_are_no_pictures(shape: tuple[int, ...]) -> None:
    with pytest.raises(ImageError):
        prepare(np.zeros(shape, np.uint8))


def test_an_array_of_objects_is_no_picture() -> None:
    with pytest.raises(ImageError, match="complex"):
        prepare(np.zeros((30, 30), np.complex64))
