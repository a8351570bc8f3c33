"""Stills and turntables as files."""

import cv2
import numpy as np
import pytest
from PIL import Image

from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.turntable import FRAME_MS, TURNS, write_film, write_gif, write_png
from tests.stopped import Stopped


def frames(n=5):
    made = np.full((n, 40, 60, 3), 230, np.uint8)
    for i in range(n):
        made[i, 10:20, 8 * i : 8 * i + 10] = (200, 40, 30)
    return list(made)


def test_a_gif_holds_every_frame_and_plays_for_ever(tmp_path):
    path = write_gif(frames(), tmp_path / "turn.gif")
    with Image.open(path) as gif:
        assert gif.n_frames == 5 and gif.size == (60, 40)
        assert gif.info["loop"] == 0 and gif.info["duration"] == FRAME_MS
        for i, wanted in enumerate(frames()):
            gif.seek(i)
            assert np.abs(np.asarray(gif.convert("RGB")).astype(int) - wanted).max() < 12
    assert [found.name for found in tmp_path.iterdir()] == ["turn.gif"]


def test_a_film_turns_some_times_at_the_same_pace(tmp_path):
    path = write_film(frames(), tmp_path / "turn.mp4")
    film = cv2.VideoCapture(str(path))
    assert film.get(cv2.CAP_PROP_FPS) == 1000 / FRAME_MS
    for wanted in frames() * TURNS:
        found, picture = film.read()
        assert found and picture.shape == wanted.shape
        assert np.abs(picture[..., ::-1].astype(int) - wanted).mean() < 6  # red stays red
    assert not film.read()[0]
    film.release()
    assert [found.name for found in tmp_path.iterdir()] == ["turn.mp4"]


def test_a_film_in_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(ExportError, match=r"a\.mp4 could not be saved"):
        write_film(frames(1), tmp_path / "none" / "a.mp4")


@pytest.mark.parametrize("write", [write_gif, write_film])
@pytest.mark.parametrize("after", [0, 3, 5])
def test_stopped_it_leaves_nothing_behind_and_the_old_file_alone(tmp_path, after, write):
    path = tmp_path / "turn.mp4"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write(frames(), path, Stopped(after))
    assert path.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def test_a_png_keeps_every_pixel(tmp_path):
    pixels = frames(1)[0]
    np.testing.assert_array_equal(np.asarray(Image.open(write_png(pixels, tmp_path / "a.png"))), pixels)


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(ExportError, match=r"a\.png could not be saved"):
        write_png(frames(1)[0], tmp_path / "none" / "a.png")
