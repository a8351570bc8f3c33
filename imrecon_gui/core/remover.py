"""A better cut-out of photos by the networks of rembg, where their weights are on the disk already.

Nothing is ever fetched: whoever has rembg tells it to (`rembg d u2net`). The files are asked through ONNX
Runtime itself, since importing rembg takes up to minutes the first time. Only networks whose licences allow
every use are known here.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from imrecon_gui.core.types import Float32Array, UInt8Array

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Network:
    """How rembg asks one of its networks.

    Attributes:
        name: In rembg, and of its file.
        side: Pixels of the square that it is given.
        mean, deviation: Of each channel, which are taken off and divided by.
        gives_logits: Whether its answers go through a sigmoid first.
    """

    name: str
    side: int
    mean: tuple[float, float, float] = (0.485, 0.456, 0.406)
    deviation: tuple[float, float, float] = (0.229, 0.224, 0.225)
    gives_logits: bool = False


NETWORKS = (
    Network("isnet-general-use", 1024, (0.5, 0.5, 0.5), (1.0, 1.0, 1.0)),
    Network("u2net", 320),
    Network("birefnet-general-lite", 1024, gives_logits=True),
    Network("silueta", 320),
    Network("u2netp", 320),
    Network("birefnet-general", 1024, gives_logits=True),
)
"""The first that is there is taken. The last one takes long and much memory."""


def remove(rgb: UInt8Array) -> UInt8Array | None:
    """The object of a picture.

    Args:
        rgb: (h, w, 3) uint8.

    Returns:
        (h, w) uint8 alpha; None where there is no such network, or it failed.
    """
    there = ((network, path) for network in NETWORKS if (path := _file(network)))
    network, path = next(there, (None, None))
    if network is None or path is None or importlib.util.find_spec("onnxruntime") is None:
        return None
    try:
        return _alpha(network, path, rgb)
    except Exception:  # a damaged file, or too little memory: our own cut-out does it
        _log.info("%s could not cut out the object", network.name, exc_info=True)
        return None


def _alpha(network: Network, path: Path, rgb: UInt8Array) -> UInt8Array:
    import cv2

    session = _session(path)
    answer = session.run(None, {session.get_inputs()[0].name: _given(network, rgb)})[0][0, 0]
    found = 1 / (1 + np.exp(-answer)) if network.gives_logits else answer
    spread = found - found.min()
    alpha = np.asarray(spread * (255 / max(float(spread.max()), 1e-6)), np.float32)
    size = (rgb.shape[1], rgb.shape[0])
    return np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _given(network: Network, rgb: UInt8Array) -> Float32Array:
    """A picture as (1, 3, side, side) float32."""
    import cv2

    square = cv2.resize(rgb, (network.side, network.side), interpolation=cv2.INTER_AREA)
    bright = square / max(float(square.max()), 1.0)
    even = (bright - np.array(network.mean)) / np.array(network.deviation)
    return np.ascontiguousarray(even.transpose(2, 0, 1)[None], np.float32)


@lru_cache(1)
def _session(path: Path) -> Any:
    """The network of a file, kept for the next picture."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _file(network: Network) -> Path | None:
    """Where rembg keeps a network's weights, now or in older versions; None if it has none."""
    name = f"{network.name}.onnx"
    places = (_home() / "models" / network.name / name, _old_home() / name)
    return next((place for place in places if place.is_file()), None)


def _home() -> Path:
    if "U2NET_HOME" in os.environ:
        return _old_home()
    data = os.environ.get("XDG_DATA_HOME")
    return Path(os.environ.get("REMBG_HOME") or (Path(data) / "rembg" if data else "~/.rembg")).expanduser()


def _old_home() -> Path:
    beside = Path(os.environ.get("XDG_DATA_HOME", "~")) / ".u2net"
    return Path(os.environ.get("U2NET_HOME") or beside).expanduser()
