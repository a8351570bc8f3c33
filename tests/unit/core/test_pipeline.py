import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from imrecon_gui.core.card import ModelCard
from imrecon_gui.core.device import Device, choose
from imrecon_gui.core.directions import Directions
from imrecon_gui.core.encoder import Encoding
from imrecon_gui.core.errors import DeviceError, EmptyFieldError, ImreconError, ModelError
from imrecon_gui.core.job import Cancelled
from imrecon_gui.core.pipeline import reconstruct
from imrecon_gui.core.types import PreparedImage, ReconRequest, ShapeEdit, Symmetry
from tests.unit.core.networks import small_config, small_model
from tests.unit.core.solids_for_tests import sphere

CPU = choose("cpu")
PIXELS = np.full((128, 128, 4), 255, np.uint8)
PICTURE = PreparedImage(PIXELS, PIXELS, had_alpha=True, seconds=1.5)


class SphereModel(torch.nn.Module):
    """A network whose z is a radius: the first pixel's grey for AUTO, .2 and .4 for its categories."""

    def __init__(self, classify=False, field=sphere):
        super().__init__()
        self.config = small_config()
        self.devices = []
        self.directions = None
        self._classify = classify
        self._field = field
        self.decoder = SimpleNamespace(level=lambda threshold: math.log(threshold / (1 - threshold)))

    def to(self, device):
        self.devices.append(device)
        return self

    def bind(self, encoding):
        return self._field(float(encoding.z[0, 0]))

    def encode(self, images, category=None):
        radius = 0.3 if category is None else (0.2, 0.4)[int(category[0])]
        odds = torch.tensor([[0.0, math.log(3)]]) if self._classify else None
        return Encoding(torch.full((1, 1), radius), odds)


def run(model=None, device=CPU, job=None, partial=None, **request):
    request = ReconRequest(**{"image": PICTURE, "resolution": 32, **request})
    more = {} if job is None else {"job": job}
    return reconstruct(
        request, model or SphereModel(), ModelCard("test", small_config()), device, partial=partial, **more
    )


def ball(radius):
    return pytest.approx(4 / 3 * math.pi * radius**3, rel=0.02)


def test_everything_about_the_result():
    result = run()
    assert result.volume == ball(0.3)
    assert result.watertight and result.resolution == 32 and result.device == CPU.label
    assert result.points_evaluated == 33**3
    assert result.seconds.cutout == 1.5
    assert result.seconds.encode > 0 and result.seconds.field > 0 and result.seconds.surface > 0
    np.testing.assert_allclose(np.linalg.norm(result.mesh.normals, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(("category", "radius"), [("car", 0.2), ("chair", 0.4)])
def test_the_chosen_category_reaches_the_network(category, radius):
    result = run(category=category)
    assert result.category == category and result.volume == ball(radius) and result.notes == ()


def test_without_a_choice_the_likeliest_category_is_named():
    result = run(SphereModel(classify=True))
    assert result.category == "chair"
    assert [name for name, _ in result.probabilities] == ["chair", "car"]
    assert [share for _, share in result.probabilities] == pytest.approx([0.75, 0.25])
    assert result.notes == ()


def test_a_network_that_cannot_classify_says_so():
    result = run()
    assert result.category == "car" and result.probabilities == ()
    assert any("does not tell categories apart" in note for note in result.notes)


def test_unknown_category_lists_the_known_ones():
    with pytest.raises(ModelError, match="boat") as caught:
        run(category="boat")
    assert "car, chair" in caught.value.hint


def test_threshold_moves_the_surface():
    # The logit is 10 (r - |p|): occupancy .9 lies where it is log 9, at r - .2197.
    assert run(category="chair", threshold=0.9, resolution=64).volume == ball(0.4 - math.log(9) / 10)


@pytest.mark.parametrize("request_", [{"threshold": 0.0}, {"threshold": 1.0}, {"resolution": 4}])
def test_impossible_orders(request_):
    with pytest.raises(ImreconError, match="not possible"):
        run(**request_)


def test_nothing_seen():
    with pytest.raises(EmptyFieldError):
        run(SphereModel(field=lambda radius: lambda points: -torch.ones(len(points))))


def test_a_network_of_nothing_but_nan_is_broken_and_not_an_empty_picture():
    with pytest.raises(ModelError, match="no numbers"):
        run(SphereModel(field=lambda radius: lambda points: points[:, 0] * float("nan")))


def test_some_nan_is_told():
    def field(radius):
        return lambda points: torch.where(points[:, 0] > 0.5, float("nan"), sphere(radius)(points))

    result = run(SphereModel(field=field))
    assert result.watertight and result.volume == ball(0.3)
    assert any("gave no number" in note for note in result.notes)


class FullCard(Device):
    """A graphics card without memory; torch itself is told to use the processor."""

    torch_device = "cpu"

    def points_per_chunk(self, model):
        return 65536


def failing_first(n_failures, error):
    calls = []

    def field(radius):
        def decode(points):
            calls.append(len(points))
            if len(calls) <= n_failures:
                raise error
            return sphere(radius)(points)

        return decode

    return field


@pytest.mark.parametrize(
    ("n_failures", "error"),
    [(2, torch.OutOfMemoryError("CUDA out of memory")), (1, DeviceError("The card is full."))],
)
def test_a_full_card_hands_over_to_the_cpu_and_says_so(n_failures, error):
    model = SphereModel(field=failing_first(n_failures, error))
    result = run(model, FullCard("cuda", "CUDA (Test Card)"))
    assert result.volume == ball(0.3)
    assert result.device == CPU.label
    assert "CUDA (Test Card) ran out of memory" in result.notes[0]


def test_a_full_cpu_is_an_error():
    def field(radius):
        def decode(points):
            raise RuntimeError("DefaultCPUAllocator: can't allocate memory")

        return decode

    with pytest.raises(DeviceError):
        run(SphereModel(field=field))


class RecordingJob:
    def __init__(self, stop_at=None):
        self.stages, self._stop_at = [], stop_at

    def check(self):
        if self.stages and self.stages[-1] == self._stop_at:
            raise Cancelled

    def report(self, stage, done, total):
        assert 0 <= done <= total
        self.stages.append(stage)


def test_stages_come_in_order():
    job = RecordingJob()
    run(job=job)
    assert list(dict.fromkeys(job.stages)) == ["encode", "field", "surface"]


@pytest.mark.parametrize("stage", ["encode", "field", "surface"])
def test_every_stage_can_be_cancelled(stage):
    job = RecordingJob(stop_at=stage)
    with pytest.raises(Cancelled):
        run(job=job)
    assert job.stages[-1] == stage


def test_coarse_meshes_come_on_the_way():
    meshes = []
    run(resolution=64, partial=meshes.append)
    (mesh,) = meshes
    assert abs(np.linalg.norm(mesh.vertices, axis=1) - 0.3).max() < 0.1 * 1.1 / 32


def test_a_file_through_a_real_network(tmp_path):
    pixels = np.zeros((60, 80, 4), np.uint8)
    pixels[15:45, 20:60] = (180, 60, 30, 255)
    Image.fromarray(pixels).save(tmp_path / "block.png")
    model = small_model()
    with torch.no_grad():
        model.decoder.layers[-1].bias += 6
    result = run(model, image=tmp_path / "block.png", resolution=16)
    assert result.watertight and result.volume > 0
    assert result.seconds.cutout > 0
    assert result.points_evaluated == 17**3


class SidedModel(SphereModel):
    """A network that sees a ball of .4 where the picture is brighter on its left, else one of .2."""

    def encode(self, images, category=None):
        left, right = images[..., :64].mean((1, 2, 3)), images[..., 64:].mean((1, 2, 3))
        return Encoding(torch.where(left > right, 0.4, 0.2)[:, None], None)


@pytest.mark.parametrize(("asked", "radius"), [((), 0.4), (("car",), 0.3), (("chair",), 0.4)])
def test_the_mirror_image_is_asked_for_the_categories_that_gain_by_it(asked, radius):
    pixels = PIXELS.copy()
    pixels[:, 64:, :3] = 0
    picture = PreparedImage(pixels, pixels, had_alpha=True)
    card = ModelCard("test", small_config(mirrored=asked))
    result = reconstruct(ReconRequest(picture, "car", 32), SidedModel(), card, CPU)
    assert result.volume == ball(radius)


def movable():
    """A ball of .3 whose code's one direction is the radius, .02 a deviation for cars and .05 for chairs."""
    model = SphereModel()
    units = np.ones((2, 1, 1), np.float32)
    model.directions = Directions(units[:, 0], units, np.array([[0.02], [0.05]], np.float32))
    return model


@pytest.mark.parametrize(("category", "radius"), [("auto", 0.3 + 0.04), ("chair", 0.4 - 0.1)])
def test_the_shape_is_moved_along_its_categorys_directions(category, radius):
    amount = 2.0 if category == "auto" else -2.0
    result = run(movable(), category=category, edit=ShapeEdit((amount, 1.0)))
    assert result.volume == ball(radius) and result.n_directions == 1
    assert result.edit.amounts == (amount, 1.0)


def test_a_model_without_directions_moves_nothing():
    result = run(edit=ShapeEdit((2.0,)))
    assert result.volume == ball(0.3) and result.n_directions == 0


@pytest.mark.parametrize(("symmetry", "shift"), [(Symmetry.LEFT, 0.1), (Symmetry.RIGHT, -0.1)])
def test_one_side_is_repeated_on_the_other(symmetry, shift):
    """Of a ball off the middle, the larger or the smaller part, twice."""
    model = SphereModel(field=lambda r: lambda p: sphere(r)(p - torch.tensor([0.1, 0.0, 0.0])))
    mesh = run(model, resolution=48, edit=ShapeEdit(symmetry=symmetry)).mesh
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    assert high[0] == pytest.approx(0.3 + shift, abs=0.01) and low[0] == pytest.approx(-high[0], abs=1e-5)


def test_a_changed_shape_can_be_cut_where_the_unchanged_one_was():
    card = ModelCard("test", small_config(biases=(1.0, 1.0)))
    request = ReconRequest(PICTURE, resolution=32)
    free = reconstruct(request, SphereModel(), card, CPU)
    held = reconstruct(replace(request, edit=ShapeEdit(cut=free.cut + 1)), SphereModel(), card, CPU)
    assert free.cut != 0.0 and held.cut == pytest.approx(free.cut + 1)
    assert held.volume < 0.9 * free.volume


def test_calibrated_networks_give_objects_that_fill_their_box():
    plain = run(resolution=32).mesh
    card = ModelCard("test", small_config(biases=(1.0, 1.0)))
    sized = reconstruct(ReconRequest(PICTURE, resolution=32), SphereModel(), card, CPU).mesh
    assert np.ptp(plain.vertices, axis=0).max() == pytest.approx(0.6, abs=0.02)
    assert np.ptp(sized.vertices, axis=0).max() == pytest.approx(1.0, abs=1e-5)
