"""Reading every kind of picture, and what the network is given."""

from __future__ import annotations

import io
import struct
import sys
import threading
import types
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from imrecon_gui.core import pixels
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.image import frame, network_input, prepare
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.picture import read
from tests.unit.core.scenes import BLUE, GREEN, RED, encoded, png_chunk, scene, scene_rgba


def assert_close(actual: np.ndarray, expected: np.ndarray, mean: float) -> None:
    assert actual.shape == expected.shape
    assert np.abs(actual.astype(float) - expected.astype(float)).mean() <= mean


LOSSLESS = [("PNG", {}), ("WEBP", {"lossless": True}), ("BMP", {}), ("TIFF", {}), ("PPM", {})]
LOSSY = [("JPEG", {"quality": 92}), ("WEBP", {"quality": 90})]


@pytest.mark.parametrize(
    ("kind", "options", "error"), [(*k, 0.0) for k in LOSSLESS] + [(*k, 3.0) for k in LOSSY]
)
def test_rgb_formats_keep_their_pixels(kind: str, options: dict[str, object], error: float) -> None:
    rgba = read(encoded(Image.fromarray(scene()), kind, **options))
    assert_close(rgba[..., :3], scene(), error)
    assert (rgba[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("kind", "options"), [("PNG", {}), ("WEBP", {"lossless": True, "exact": True}), ("TIFF", {})]
)
def test_rgba_formats_keep_their_mask(kind: str, options: dict[str, object]) -> None:
    np.testing.assert_array_equal(read(encoded(Image.fromarray(scene_rgba()), kind, **options)), scene_rgba())


def test_a_file_is_named_by_its_stem_and_its_alpha_is_used(tmp_path: Path) -> None:
    path = tmp_path / "été chair.v2.png"
    Image.fromarray(scene_rgba()).save(path)
    prepared = prepare(path)
    assert prepared.had_alpha
    assert prepared.name == "été chair.v2"
    assert prepared.seconds > 0
    np.testing.assert_array_equal(prepared.cutout, scene_rgba())
    assert prepared.network_rgba.shape == (128, 128, 4)
    assert prepare(path, name="x").name == "x"
    assert prepare(path.read_bytes()).name == "picture"


@pytest.mark.parametrize("faint", ["noise", "shadow"])
def test_what_is_faint_beside_the_object_is_cleared(faint: str) -> None:
    clean, rng = scene_rgba(), np.random.default_rng(0)
    alpha = rng.integers(0, 3, clean.shape[:2]) if faint == "noise" else np.full(clean.shape[:2], 90)
    hazy = clean.copy()
    hazy[..., 3] = np.where(clean[..., 3] == 0, alpha, clean[..., 3])
    near = np.zeros(clean.shape[:2], bool)
    rows, columns = np.nonzero(clean[..., 3])
    near[rows.min() - 2 : rows.max() + 3, columns.min() - 2 : columns.max() + 3] = True
    np.testing.assert_array_equal(prepare(hazy).cutout[~near], clean[~near])
    assert (hazy[~near] != clean[~near]).any()


def test_a_soft_edge_is_no_haze() -> None:
    soft = scene_rgba()
    alpha = soft[..., 3]
    edge = (alpha == 0) & (np.roll(alpha, 1, 0) == 255)  # one row below the object
    soft[edge, 3] = 60
    assert edge.any()
    np.testing.assert_array_equal(prepare(soft).cutout, soft)


def test_all_kinds_of_source_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(scene()).save(path)
    sources = [path, path.read_bytes(), Image.open(path), Image.fromarray(scene()), scene()]
    results = [prepare(source) for source in sources]
    assert not any(result.had_alpha for result in results)
    for result in results[1:]:
        np.testing.assert_array_equal(result.cutout, results[0].cutout)
        np.testing.assert_array_equal(result.network_rgba, results[0].network_rgba)


def test_without_alpha_the_block_is_cut_out() -> None:
    alpha = prepare(scene()).cutout[..., 3] > 127
    expected = scene_rgba()[..., 3] > 0
    assert (alpha & expected).sum() / (alpha | expected).sum() > 0.97


def test_gif_gives_its_first_frame() -> None:
    frames = [Image.fromarray(scene()), Image.new("RGB", (128, 96), "white")]
    content = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    assert_close(read(content)[..., :3], scene(), 2.0)


def test_palette_with_transparency() -> None:
    indices = np.zeros((96, 128), np.uint8)
    indices[20:80, 24:84] = 1
    image = Image.frombytes("P", (128, 96), indices.tobytes())
    image.putpalette([0, 0, 0, *RED])
    rgba = read(encoded(image, "PNG", transparency=0))
    np.testing.assert_array_equal(rgba[..., 3] == 255, indices == 1)
    assert tuple(rgba[50, 50, :3]) == RED
    assert prepare(encoded(image, "GIF", transparency=0)).had_alpha


def test_palette_with_an_alpha_of_each_entry() -> None:
    image = Image.frombytes("P", (32, 32), bytes([0] * 512 + [1] * 512))
    image.putpalette([9, 9, 9, *GREEN])
    rgba = read(encoded(image, "PNG", transparency=bytes([0, 180])))
    assert rgba[0, 0, 3] == 0
    assert tuple(rgba[31, 31]) == (*GREEN, 180)


def test_grey_with_alpha() -> None:
    values = np.zeros((40, 40, 2), np.uint8)
    values[10:30, 5:35] = (77, 255)
    content = encoded(Image.fromarray(values), "PNG")
    assert Image.open(io.BytesIO(content)).mode == "LA"
    assert tuple(read(content)[20, 20]) == (77, 77, 77, 255)
    assert prepare(content).had_alpha


def test_cmyk_jpeg() -> None:
    content = encoded(Image.fromarray(scene()).convert("CMYK"), "JPEG", quality=95)
    assert Image.open(io.BytesIO(content)).mode == "CMYK"
    assert_close(read(content)[..., :3], scene(), 4.0)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_16_bit_grey_is_scaled_not_clipped(kind: str) -> None:
    ramp = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    rgba = read(encoded(Image.fromarray(ramp), kind))
    np.testing.assert_array_equal(rgba[..., 0], np.rint(ramp / 257).astype(np.uint8))


def test_16_bit_rgb_png_is_scaled() -> None:
    values = np.full((32, 32, 3), 0x8040, ">u2")
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    content = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 32, 32, 16, 2, 0, 0, 0))
    content += png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")
    assert tuple(read(content)[3, 3]) == (0x80, 0x80, 0x80, 255)


def test_floating_point_tiff() -> None:
    ramp = np.linspace(0, 1, 32 * 32, dtype=np.float32).reshape(32, 32)
    np.testing.assert_array_equal(
        read(encoded(Image.fromarray(ramp), "TIFF"))[..., 1], np.rint(ramp * 255).astype(np.uint8)
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([0, 257, 65535], np.uint16), [0, 1, 255]),
        (np.array([0.0, 0.5, 1.0]), [0, 128, 255]),
        (np.array([0.0, 128.0, 255.0]), [0, 128, 255]),
        (np.array([0.0, np.nan, 1.0]), [0, 0, 255]),
        (np.array([-1.0, 0.0, 1.0]), [0, 128, 255]),
        (np.array([False, True]), [0, 255]),
        (np.array([0, 200], np.int64), [0, 200]),
        (np.array([0, 65535], np.int32), [0, 255]),
        (np.array([7.5, 7.5e9]), [0, 255]),
    ],
)
def test_every_number_type_is_scaled_to_8_bit(values: np.ndarray, expected: list[int]) -> None:
    assert pixels.scale_to_8_bit(values).tolist() == expected


def stored_for(orientation: int, upright: np.ndarray) -> np.ndarray:
    """What a camera stores so that the EXIF orientation makes it upright (EXIF 2.32, row 0 and column 0)."""
    return {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.swapaxes(0, 1),
        6: np.rot90(upright, 1),
        7: upright[::-1, ::-1].swapaxes(0, 1),
        8: np.rot90(upright, -1),
    }[orientation]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_orientation(orientation: int, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = Image.fromarray(np.ascontiguousarray(stored_for(orientation, scene())))
    assert_close(read(encoded(stored, kind, exif=exif.tobytes(), quality=95))[..., :3], scene(), 3.0)


def test_orientation_of_a_picture_that_is_reduced_while_decoded() -> None:
    large = np.repeat(np.repeat(scene(), 20, 0), 20, 1)
    exif = Image.Exif()
    exif[0x0112] = 6
    content = encoded(
        Image.fromarray(np.ascontiguousarray(np.rot90(large))), "JPEG", exif=exif.tobytes(), quality=90
    )
    rgba = read(content)
    assert rgba.shape == (768, 1024, 4)
    np.testing.assert_allclose(rgba[::8, ::8][4:-4, 4:-4, :3][30, 40], RED, atol=6)
    np.testing.assert_allclose(rgba[560, 400, :3], BLUE, atol=6)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif_does_not_matter() -> None:
    content = encoded(Image.fromarray(scene()), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12broken")
    assert read(content).shape == (96, 128, 4)


def test_reducing_does_not_mix_in_colours_beneath_transparency() -> None:
    rgba = np.zeros((2000, 2000, 4), np.uint8)
    rgba[501:1502, 501:1502] = (250, 240, 230, 255)
    small = read(rgba)
    assert small.shape == (1024, 1024, 4)
    visible = small[small[..., 3] > 20]
    np.testing.assert_allclose(visible[:, :3], np.broadcast_to((250, 240, 230), visible[:, :3].shape), atol=8)


HEIC_HEADER = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


@pytest.fixture
def fresh_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow as it is before HEIF was ever registered."""
    Image.init()
    monkeypatch.setattr(Image, "OPEN", {k: v for k, v in Image.OPEN.items() if k != "HEIF"})
    monkeypatch.setattr(Image, "ID", [k for k in Image.ID if k != "HEIF"])


def test_heic_is_handed_to_a_lazily_registered_opener(
    monkeypatch: pytest.MonkeyPatch, fresh_registry: None
) -> None:
    def opener(file: io.BytesIO, _name: str) -> Image.Image:
        assert file.read() == HEIC_HEADER
        return Image.fromarray(scene_rgba())

    def register(**_options: object) -> None:
        Image.register_open("HEIF", opener, lambda prefix: prefix[4:12] == b"ftypheic")

    monkeypatch.setitem(sys.modules, "pi_heif", types.SimpleNamespace(register_heif_opener=register))
    read(encoded(Image.fromarray(scene()), "PNG"))
    assert "HEIF" not in Image.OPEN
    np.testing.assert_array_equal(read(HEIC_HEADER), scene_rgba())
    assert "HEIF" in Image.OPEN


def test_a_damaged_heic_meets_the_real_decoder(fresh_registry: None) -> None:
    pytest.importorskip("pi_heif")
    with pytest.raises(ImageError):
        read(HEIC_HEADER + bytes(100))
    assert "HEIF" in Image.OPEN


def test_heic_without_its_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    with pytest.raises(ImageError, match="HEIC"):
        read(HEIC_HEADER)


@pytest.mark.parametrize("alpha", [255, 254])
def test_an_opaque_alpha_counts_as_none(alpha: int) -> None:
    rgba = np.dstack([scene(), np.full((96, 128), alpha, np.uint8)])
    prepared = prepare(rgba)
    assert not prepared.had_alpha
    assert prepared.cutout[5, 5, 3] == 0


def test_rounded_corners_are_no_mask() -> None:
    rgba = np.dstack([scene(), np.full((96, 128), 255, np.uint8)])
    rgba[:3, :3] = 0
    prepared = prepare(rgba)
    assert not prepared.had_alpha
    assert prepared.cutout[1, 1, 3] == 0


def test_the_caller_s_picture_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.fromarray(np.repeat(np.repeat(scene(), 30, 0), 30, 1)).save(path)
    with Image.open(path) as image:
        prepare(image)
        assert image.size == (3840, 2880)
    values = scene()
    prepare(values)
    np.testing.assert_array_equal(values, scene())


def test_a_stopped_job_stops() -> None:
    class Stopped:
        def check(self) -> None:
            raise Cancelled

        def report(self, stage: str, done: int, total: int) -> None:
            pytest.fail("reported after being stopped")

    with pytest.raises(Cancelled):
        prepare(scene(), job=Stopped())


def test_stages_are_reported_in_order() -> None:
    reports: list[tuple[str, int, int]] = []

    class Watched:
        def check(self) -> None:
            pass

        def report(self, stage: str, done: int, total: int) -> None:
            reports.append((stage, done, total))

    prepare(scene(), job=Watched())
    assert [stage for stage, *_ in reports] == sorted((stage for stage, *_ in reports), reverse=True)
    assert {stage for stage, *_ in reports} == {"load", "cutout"}
    assert reports[-1][1] == reports[-1][2]


def test_threads_agree() -> None:
    contents = [encoded(Image.fromarray(np.roll(scene(), 3 * i, 1)), "PNG") for i in range(4)]
    expected = [prepare(content).cutout for content in contents]
    results: dict[int, np.ndarray] = {}
    threads = [
        threading.Thread(target=lambda i=i: results.__setitem__(i, prepare(contents[i]).cutout))
        for i in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for i in range(4):
        np.testing.assert_array_equal(results[i], expected[i])


def test_the_interface_of_image_covers_framing() -> None:
    framed = frame(scene_rgba())
    assert network_input(framed, "rgba").shape == (4, 128, 128)
