"""Cut-outs of drawn pictures whose mask is known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from imrecon_gui.core.backdrop import fit_backdrop
from imrecon_gui.core.bars import within_bars
from imrecon_gui.core.cutout import cut_out, tidy, without_shadow
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.matte import clean_edge_colours, refine
from imrecon_gui.core.regions import grow, reachable, reachable_from_border, shrink

SIDE = 256


def grid() -> tuple[np.ndarray, np.ndarray]:
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32) / SIDE
    return x, y


def draw(colours: np.ndarray, coverage: np.ndarray, background: np.ndarray, noise: float = 0.0) -> np.ndarray:
    """(256, 256, 3) uint8: colours over background, with Gaussian noise."""
    rgb = colours * coverage[..., None] + background * (1 - coverage[..., None])
    return np.clip(rgb + np.random.default_rng(5).normal(0, noise, rgb.shape), 0, 255).astype(np.uint8)


def antialiased(mask: np.ndarray) -> np.ndarray:
    return cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 0.7)


def disc(x0: float = 0.5, y0: float = 0.5, radius: float = 0.28) -> np.ndarray:
    x, y = grid()
    return np.hypot(x - x0, y - y0) < radius


def plain(*colour: float) -> np.ndarray:
    return np.broadcast_to(np.array(colour, np.float32), (SIDE, SIDE, 3))


def gradient(top: tuple[int, int, int], bottom: tuple[int, int, int]) -> np.ndarray:
    _, y = grid()
    return np.array(top) * (1 - y[..., None]) + np.array(bottom) * y[..., None]


def clouds(first: tuple[int, int, int], second: tuple[int, int, int]) -> np.ndarray:
    """A texture of two colours, coarse and fine."""
    rng = np.random.default_rng(11)
    values = sum(
        0.6**k * cv2.resize(rng.standard_normal((2 ** (k + 2),) * 2).astype(np.float32), (SIDE, SIDE))
        for k in range(6)
    )
    share = ((values - values.min()) / np.ptp(values))[..., None]
    return np.array(first) * share + np.array(second) * (1 - share)


def iou(alpha: np.ndarray, mask: np.ndarray) -> float:
    found = alpha > 127
    return float((found & mask).sum() / (found | mask).sum())


BACKGROUNDS = {
    "white": (plain(255, 255, 255), 0.0, 0.97),
    "grey, grainy": (plain(128, 128, 128), 4.0, 0.95),
    "black": (plain(0, 0, 0), 0.0, 0.97),
    "gradient": (gradient((210, 215, 230), (120, 125, 135)), 2.0, 0.95),
    "coloured gradient": (gradient((40, 160, 200), (200, 190, 90)), 2.0, 0.95),
    "clouds": (clouds((90, 140, 80), (190, 200, 160)), 6.0, 0.9),
    "wall and floor": (np.where(grid()[1][..., None] < 0.6, [205, 200, 190], [120, 90, 70]), 5.0, 0.85),
}


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_a_shaded_disc_is_found(name: str) -> None:
    background, noise, bar = BACKGROUNDS[name]
    x, _ = grid()
    colours = np.array([200, 40, 50]) * (0.55 + 0.8 * x[..., None])
    rgb = draw(colours, antialiased(disc()), background, noise)
    assert iou(cut_out(rgb), disc()) > bar


@pytest.mark.parametrize("size", [(48, 48), (127, 300), (1024, 700)])
def test_any_size(size: tuple[int, int]) -> None:
    rgb = draw(plain(40, 90, 160), antialiased(disc()), plain(250, 250, 250))
    scaled = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA if min(size) < SIDE else cv2.INTER_LINEAR)
    mask = cv2.resize(disc().astype(np.float32), size, interpolation=cv2.INTER_LINEAR) > 0.5
    alpha = cut_out(scaled)
    assert alpha.shape == size[::-1]
    assert alpha.dtype == np.uint8
    assert iou(alpha, mask) > 0.93


def test_white_on_white_keeps_its_interior() -> None:
    outline = disc() & ~disc(radius=0.26)
    rgb = draw(plain(120, 120, 120), outline.astype(np.float32), plain(255, 255, 255))
    assert iou(cut_out(rgb), disc()) > 0.97


def test_what_shows_through_a_handle_is_background() -> None:
    ring = disc(radius=0.3) & ~disc(radius=0.15)
    rgb = draw(plain(150, 80, 40), antialiased(ring), gradient((240, 240, 245), (200, 205, 210)), 1.5)
    assert iou(cut_out(rgb), ring) > 0.95


def test_a_soft_shadow_is_background() -> None:
    x, y = grid()
    shadow = 1 - 0.35 * np.exp(-(((x - 0.55) / 0.25) ** 2 + ((y - 0.8) / 0.06) ** 2))
    for backdrop in (plain(250, 250, 250), plain(230, 190, 120)):
        rgb = draw(plain(60, 100, 60), antialiased(disc()), backdrop * shadow[..., None], 1.0)
        assert iou(cut_out(rgb), disc()) > 0.93


@pytest.mark.parametrize("backdrop", [(235, 235, 235), (230, 190, 120), (150, 150, 160)])
def test_a_shadow_with_a_narrow_edge_is_background(backdrop: tuple[int, int, int]) -> None:
    x, y = grid()
    shape = (np.hypot((x - 0.6) / 0.3, (y - 0.78) / 0.07) < 1).astype(np.float32)
    shadow = 1 - 0.35 * cv2.GaussianBlur(shape, (0, 0), 3.0)
    rgb = draw(plain(60, 100, 60), antialiased(disc()), plain(*backdrop) * shadow[..., None], 1.0)
    large = cv2.resize(rgb, (2 * SIDE, 2 * SIDE))
    mask = cv2.resize(disc().astype(np.uint8), (2 * SIDE, 2 * SIDE)) > 0
    assert iou(cut_out(large), mask) > 0.93


@pytest.mark.parametrize("side", [224, 512])
def test_a_blurred_pale_object_on_white_is_no_shadow(side: int) -> None:
    x, y = grid()
    board = (abs(x - 0.5) < 0.3) & (abs(y - 0.4) < 0.1)
    rgb = draw(
        plain(212, 212, 212), cv2.GaussianBlur(board.astype(np.float32), (0, 0), 1.5), plain(255, 255, 255)
    )
    mask = cv2.resize(board.astype(np.uint8), (side, side)) > 0
    assert iou(cut_out(cv2.resize(rgb, (side, side))), mask) > 0.9


def test_a_grey_object_on_grey_is_no_shadow() -> None:
    x, _ = grid()
    colours = np.array([120, 120, 120]) * (0.9 + 0.4 * x[..., None])
    rgb = draw(colours, antialiased(disc()), plain(215, 215, 215), 1.0)
    assert iou(cut_out(rgb), disc()) > 0.95


@pytest.mark.parametrize("colour", [0, 255])
@pytest.mark.parametrize("sideways", [False, True])
def test_bars_along_the_edges_are_no_backdrop(colour: int, sideways: bool) -> None:
    rgb = draw(plain(200, 40, 50), antialiased(disc()), gradient((170, 175, 190), (120, 125, 135)), 1.0)
    barred = np.full((SIDE + 90, SIDE, 3), colour, np.uint8)
    barred[40:-50] = rgb
    mask = np.pad(disc(), ((40, 50), (0, 0)))
    if sideways:
        barred, mask = np.ascontiguousarray(barred.transpose(1, 0, 2)), mask.T
    alpha = cut_out(barred)
    assert iou(alpha, mask) > 0.95
    rows, columns = within_bars(barred)
    assert (rows, columns) == (
        (slice(0, SIDE), slice(40, -50 + SIDE + 90))
        if sideways
        else (slice(40, -50 + SIDE + 90), slice(0, SIDE))
    )


def test_what_the_network_leaves_out_at_the_foot_is_a_shadow() -> None:
    mask, known = np.zeros((20, 12), bool), np.zeros((20, 12), np.float32)
    mask[4:14, 2:8] = True  # the object, with a window that the network does not know
    known[4:14, 2:8] = 0.9
    known[6:8, 4:6] = 0.05
    body = mask.copy()
    mask[14:16, 2:12] = True  # its shadow, and a part of that beside it
    known[14:16, 2:12] = 0.1

    np.testing.assert_array_equal(without_shadow(mask, known), body)
    np.testing.assert_array_equal(without_shadow(mask, known / 2), mask)  # no object that it knows
    assert not without_shadow(np.zeros_like(mask), known).any()


def test_bars_are_found_though_compression_rings_beside_them() -> None:
    trees = draw(plain(0, 0, 0), np.zeros((SIDE, SIDE)), clouds((20, 60, 10), (250, 240, 230)), 25)
    barred = np.zeros((SIDE + 90, SIDE, 3), np.uint8)
    barred[45:-45] = trees
    for quality in (75, 90):
        _, data = cv2.imencode(".jpg", barred, [cv2.IMWRITE_JPEG_QUALITY, quality])
        rows, columns = within_bars(cv2.imdecode(data, cv2.IMREAD_COLOR))
        assert rows.start == pytest.approx(45, abs=3)
        assert rows.stop == pytest.approx(SIDE + 45, abs=3)
        assert columns == slice(0, SIDE)


def test_a_plain_backdrop_is_no_bar() -> None:
    rgb = draw(plain(200, 40, 50), antialiased(disc(radius=0.4)), plain(255, 255, 255))
    assert within_bars(rgb) == (slice(0, SIDE), slice(0, SIDE))
    assert within_bars(rgb[:40, :40]) == (slice(0, 40), slice(0, 40))


def test_a_pool_of_light_is_background() -> None:
    x, y = grid()
    light = 1 + 0.3 * np.exp(-(((x - 0.2) / 0.25) ** 2 + ((y - 0.6) / 0.15) ** 2))
    rgb = draw(plain(190, 60, 40), antialiased(disc(0.6)), plain(190, 190, 190) * light[..., None])
    assert iou(cut_out(rgb), disc(0.6)) > 0.95


def test_an_object_cut_by_the_picture_s_edge() -> None:
    mask = disc(0.5, 1.0, 0.4)
    rgb = draw(plain(30, 40, 120), antialiased(mask), plain(255, 255, 255))
    assert iou(cut_out(rgb), mask) > 0.95


def test_two_pieces_are_kept_and_specks_are_not() -> None:
    pieces = disc(0.3, 0.5, 0.15) | disc(0.72, 0.5, 0.12)
    rgb = draw(plain(20, 20, 20), antialiased(pieces | disc(0.1, 0.1, 0.012)), plain(255, 255, 255))
    alpha = cut_out(rgb)
    assert iou(alpha, pieces) > 0.96
    assert alpha[26, 26] == 0


def test_the_edge_is_soft_and_the_rest_is_not() -> None:
    rgb = draw(plain(200, 40, 50), antialiased(disc()), plain(255, 255, 255))
    alpha = cut_out(rgb)
    far = ~grow(disc(), 4)
    assert (alpha[far] == 0).all()
    assert (alpha[shrink(disc(), 4)] == 255).all()
    edge = (alpha > 0) & (alpha < 255)
    expected = 255 * antialiased(disc())
    assert np.abs(alpha[edge] - expected[edge]).mean() < 45
    assert alpha.sum() / 255 == pytest.approx(disc().sum(), rel=0.02)


def test_the_same_picture_gives_the_same_mask() -> None:
    background, noise, _ = BACKGROUNDS["clouds"]
    rgb = draw(plain(200, 40, 50), antialiased(disc()), background, noise)
    np.testing.assert_array_equal(cut_out(rgb), cut_out(rgb))


@pytest.mark.parametrize(
    "background",
    [
        gradient((200, 210, 220), (90, 100, 110)),
        draw(plain(0, 0, 0), np.zeros((SIDE, SIDE)), plain(128, 128, 128), 3),
    ],
)
def test_a_picture_of_nothing_is_refused(background: np.ndarray) -> None:
    with pytest.raises(ImageError, match="No object") as caught:
        cut_out(background.astype(np.uint8))
    assert caught.value.hint


class CountingJob:
    """Stops at the n-th check."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.stop_at, self.checks = stop_at, 0
        self.reports: list[tuple[str, int, int]] = []

    def check(self) -> None:
        self.checks += 1
        if self.checks == self.stop_at:
            raise Cancelled

    def report(self, stage: str, done: int, total: int) -> None:
        self.reports.append((stage, done, total))


def test_grabcut_can_be_stopped_between_its_rounds() -> None:
    background, noise, _ = BACKGROUNDS["clouds"]
    rgb = draw(plain(200, 40, 50), antialiased(disc()), background, noise)
    job = CountingJob()
    cut_out(rgb, job)
    assert job.checks >= 6
    assert [done / total for _, done, total in job.reports] == sorted(
        done / total for _, done, total in job.reports
    )
    stopped = CountingJob(stop_at=4)
    with pytest.raises(Cancelled):
        cut_out(rgb, stopped)
    assert stopped.checks == 4


def test_the_backdrop_of_a_gradient_is_exact() -> None:
    _, y = grid()
    lab = np.dstack([30 + 40 * y + 10 * y * y, 5 - 8 * y, 2 + 0 * y]).astype(np.float32)
    lab[100:150, 100:150] = (90, 60, 40)
    backdrop = fit_backdrop(lab)
    assert backdrop.is_plain
    assert backdrop.plain_share == 1
    distance = backdrop.distance(lab)
    assert distance[~((lab == (90, 60, 40)).all(axis=2))].max() < 0.05
    assert distance[120, 120] == pytest.approx(
        np.linalg.norm(np.array([90, 60, 40]) - backdrop.colours(256, 256)[120, 120])
    )


def test_a_busy_border_is_not_plain() -> None:
    lab = np.random.default_rng(2).uniform(0, 100, (64, 64, 3)).astype(np.float32)
    assert not fit_backdrop(lab).is_plain


def test_tidy_fills_pinholes_but_not_holes() -> None:
    mask = np.zeros((100, 100), bool)
    mask[20:80, 20:80] = True
    mask[30:32, 30:32] = False
    mask[50:70, 50:70] = False
    mask[5, 5] = True
    tidied = tidy(mask)
    assert tidied[30, 30]
    assert not tidied[60, 60]
    assert not tidied[5, 5]
    assert not tidy(np.zeros((9, 9), bool)).any()


def test_regions() -> None:
    passable = np.ones((20, 20), bool)
    passable[5:15, 5] = passable[5:15, 14] = passable[5, 5:15] = passable[14, 5:15] = False
    outer = reachable_from_border(passable)
    assert outer.sum() == 400 - 100
    start = np.zeros_like(passable)
    start[10, 10] = True
    assert reachable(passable, start).sum() == 64


def test_refining_moves_a_coarse_edge_to_the_picture_s() -> None:
    rgb = draw(plain(220, 220, 220), disc().astype(np.float32), plain(30, 30, 30))
    shifted = np.roll(disc(), 2, axis=1).astype(np.uint8) * 255
    assert iou(refine(rgb, shifted, 4), disc()) > iou(shifted, disc()) + 0.01


def test_edge_colours_lose_the_background() -> None:
    coverage = antialiased(disc())
    rgb = draw(plain(200, 40, 50), coverage, plain(0, 0, 255))
    alpha = np.rint(coverage * 255).astype(np.uint8)
    cleaned = clean_edge_colours(rgb, alpha)
    edge = (alpha > 30) & (alpha < 230)
    assert rgb[edge][:, 2].max() > 150
    assert cleaned[edge][:, 2].max() < 65
    np.testing.assert_array_equal(cleaned[..., 3], alpha)
