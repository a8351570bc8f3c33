import dataclasses

import pytest
import torch

from imrecon_gui.core import device
from imrecon_gui.core.device import Device, choose
from imrecon_gui.core.errors import DeviceError
from tests.unit.core.networks import small_model


def pretend(monkeypatch, cuda: bool, mps: bool = False) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda *_: "NVIDIA Test")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)


def test_the_processor_is_always_there():
    chosen = choose("cpu")
    assert (chosen.torch_device, chosen.label) == ("cpu", "CPU")


@pytest.mark.parametrize(
    ("cuda", "mps", "label"),
    [(True, True, "CUDA (NVIDIA Test)"), (False, True, "MPS (Apple)"), (False, False, "CPU")],
)
def test_auto_takes_the_fastest(monkeypatch, cuda, mps, label):
    pretend(monkeypatch, cuda, mps)
    assert choose("auto").label == label


@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_an_absent_device_is_refused_not_replaced(monkeypatch, name):
    pretend(monkeypatch, cuda=False)
    with pytest.raises(DeviceError, match=name.upper()):
        choose(name)


def test_an_unknown_name():
    with pytest.raises(DeviceError, match=r'"tpu".*auto, cpu, cuda, mps'):
        choose("tpu")


@pytest.mark.parametrize(("width", "points"), [(256, 4096), (128, 8192), (2048, 2048), (8, 16384)])
def test_a_chunk_stays_in_the_processors_caches(width, points):
    assert Device("cpu", "CPU").points_per_chunk(small_model(widths=(width,))) == points


@pytest.mark.parametrize(
    ("free_bytes", "points"),
    # Half of 1 GiB over 2 * 4 * 256 bytes a point is 2^18; the bounds are 2^14 and 2^20.
    [(2**30, 2**18), (2**20, 2**14), (2**36, 2**20)],
)
def test_a_chunk_fits_the_free_memory_of_the_card(monkeypatch, free_bytes, points):
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (free_bytes, 2**37))
    card = Device("cuda", "CUDA (NVIDIA Test)")
    assert card.points_per_chunk(small_model(widths=(256,) * 2)) == points


def test_devices_are_values():
    assert dataclasses.replace(Device("cpu", "CPU")) == Device("cpu", "CPU")
    assert set(device.NAMES) == {"cpu", "cuda", "mps"}
