"""Photos are cut out by rembg where it and its weights are there; nothing is ever fetched."""

from __future__ import annotations

import importlib.util
import sys
import types
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest

from imrecon_gui.core import remover
from imrecon_gui.core.cutout import cut_out
from imrecon_gui.core.image import prepare

Install = Callable[..., list[str]]
Answer = Callable[[np.ndarray], np.ndarray]


def left_half(given: np.ndarray) -> np.ndarray:
    """The left half is the object, whatever the picture shows."""
    answer = np.full((1, 1, *given.shape[2:]), -3.0, np.float32)
    answer[..., : given.shape[3] // 2] = 3
    return answer


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts networks on the disk, and an engine in place; gives the files that are opened."""
    monkeypatch.setenv("REMBG_HOME", str(tmp_path / "new"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("U2NET_HOME", raising=False)
    remover._session.cache_clear()

    def installed(*on_disk: str, answer: Answer = left_half) -> list[str]:
        opened: list[str] = []
        for name in on_disk:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

        class Session:
            def __init__(self, path: Path, *_: object, **__: object) -> None:
                opened.append(path.name)

            def get_inputs(self) -> list[types.SimpleNamespace]:
                return [types.SimpleNamespace(name="x")]

            def run(self, _: None, given: dict[str, np.ndarray]) -> list[np.ndarray]:
                return [answer(given["x"])]

        engine = types.ModuleType("onnxruntime")
        engine.__spec__ = ModuleSpec("onnxruntime", None)
        engine.SessionOptions, engine.InferenceSession = types.SimpleNamespace, Session  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "onnxruntime", engine)
        return opened

    yield installed
    remover._session.cache_clear()


def photo() -> np.ndarray:
    """(96, 128, 3): a ball before a meadow and a wall, right of the middle."""
    noise = np.random.default_rng(0).integers(-9, 10, (96, 128, 3))
    rgb = np.where(np.arange(96)[:, None, None] < 50, (150, 140, 120), (70, 110, 50)) + noise
    y, x = np.mgrid[:96, :128]
    rgb[(y - 48) ** 2 + (x - 90) ** 2 < 25**2] = (250, 20, 20)
    return rgb.astype(np.uint8)


def left_share(alpha: np.ndarray) -> float:
    return float((alpha[:, :64] > 127).mean())


U2NET, U2NETP = "new/models/u2net/u2net.onnx", "new/models/u2netp/u2netp.onnx"


def test_the_best_network_on_the_disk_cuts_out(install: Install) -> None:
    opened = install(U2NETP, U2NET, "new/models/bria-rmbg/bria-rmbg.onnx")
    assert left_share(cut_out(photo())) > 0.9
    cut_out(photo())
    assert opened == ["u2net.onnx"]  # once; and not the one whose licence does not allow everything


def test_it_is_found_where_older_versions_kept_it(install: Install) -> None:
    opened = install("data/.u2net/silueta.onnx")
    assert left_share(cut_out(photo())) > 0.9
    assert opened == ["silueta.onnx"]


def test_without_a_network_we_cut_out(install: Install) -> None:
    opened = install()
    assert remover.remove(photo()) is None
    assert left_share(cut_out(photo())) < 0.1
    assert opened == []


def test_without_the_engine_we_cut_out(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install(U2NET)
    monkeypatch.delitem(sys.modules, "onnxruntime")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert remover.remove(photo()) is None


def test_where_it_fails_or_finds_nothing_we_cut_out(install: Install) -> None:
    def broken(given: np.ndarray) -> np.ndarray:
        raise ValueError("damaged")

    for answer in (broken, lambda given: np.zeros((1, 1, *given.shape[2:]), np.float32)):
        remover._session.cache_clear()
        install(U2NET, answer=answer)
        assert left_share(cut_out(photo())) < 0.1


def test_a_network_is_given_what_rembg_gives_it(install: Install) -> None:
    seen: list[np.ndarray] = []
    install(
        "new/models/isnet-general-use/isnet-general-use.onnx", answer=lambda x: seen.append(x) or left_half(x)
    )
    remover.remove(np.full((40, 60, 3), (100, 50, 0), np.uint8))
    assert seen[0].shape == (1, 3, 1024, 1024) and seen[0].dtype == np.float32
    np.testing.assert_allclose(seen[0][0, :, 0, 0], (0.5, 0.0, -0.5), atol=1e-6)


def test_pictures_with_transparency_or_a_plain_backdrop_need_none(install: Install) -> None:
    opened = install(U2NET)
    plain = np.full((96, 128, 3), 255, np.uint8)
    plain[20:70, 70:120] = (200, 30, 40)
    assert left_share(prepare(plain).cutout[..., 3]) < 0.1
    assert opened == []
