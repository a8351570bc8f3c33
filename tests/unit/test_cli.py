import json
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image, ImageDraw
from typer.testing import CliRunner

from imrecon_gui import __version__
from imrecon_gui.cli import app
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.viewpoint import Viewpoint
from tests.octahedron import RADIUS, VOLUME, save_octahedron

STAGES = {"load", "cutout", "encode", "field", "surface", "export"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("home")
    save_octahedron(home / "models" / "octahedron.safetensors")
    return home


@pytest.fixture
def imrecon(installed, tmp_path, monkeypatch):
    """The command line in an empty folder, with one model installed."""
    monkeypatch.setenv("IMRECON_HOME", str(installed))
    monkeypatch.setattr("imrecon_gui.paths.bundled_models_dir", lambda: tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def picture(tmp_path) -> Path:
    return draw(tmp_path / "pictures" / "chair.png")


def draw(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGBA", (96, 80), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((20, 10, 70, 70), fill=(180, 90, 40, 255))
    image.save(path)
    return path


def records(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_version(imrecon):
    result = imrecon("--version")

    assert (result.exit_code, result.stdout) == (0, f"imrecon {__version__}\n")


def test_version_is_quick():
    def processor_seconds() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    began = processor_seconds()
    subprocess.run([sys.executable, "-m", "imrecon_gui.cli", "--version"], check=True, capture_output=True)

    assert processor_seconds() - began < 1.0  # a third of it on two slow cores; torch alone takes longer


def test_json_tells_everything_about_a_mesh(imrecon, picture):
    result = imrecon("reconstruct", picture, "-c", "chair", "-r", 32, "--json")

    (record,) = records(result)
    assert result.exit_code == 0
    assert (record["input"], record["output"]) == (str(picture), "chair.stl")
    assert (record["category"], record["resolution"], record["device"][:3]) == ("chair", 32, "CPU")
    assert set(record["seconds"]) == STAGES
    assert all(seconds >= 0 for seconds in record["seconds"].values())
    assert record["seconds"]["load"] > 0 and record["seconds"]["export"] > 0
    assert 0 < record["points_evaluated"] <= 33**3
    assert record["watertight"] is True
    # Linear interpolation is exact on the octahedron's faces; only its edges are cut, by less than a cell.
    assert record["volume"] == pytest.approx(VOLUME, rel=0.02)
    mesh = trimesh.load(record["output"])
    assert (len(mesh.vertices), len(mesh.faces)) == (record["vertices"], record["faces"])


def test_stl_is_millimetres_and_obj_is_object_units(imrecon, picture):
    assert imrecon("reconstruct", picture, "-r", 32, "-c", "chair", "--size", 40).exit_code == 0
    assert imrecon("reconstruct", picture, "-r", 32, "-c", "chair", "-o", "unit.obj").exit_code == 0

    assert trimesh.load("chair.stl").extents.max() == pytest.approx(40, abs=1e-3)
    assert trimesh.load("unit.obj").extents.max() == pytest.approx(2 * RADIUS, rel=0.05)


def test_a_mesh_is_made_ready_to_print(imrecon, picture):
    options = ["--size", 40, "--flat-base", 5, "--triangles", 300, "--smooth", 2, "--json"]
    result = imrecon("reconstruct", picture, "-c", "chair", "-r", 32, *options)

    (record,) = records(result)
    mesh = trimesh.load("chair.stl")
    assert record["notes"] == [] and record["faces"] == len(mesh.faces) <= 300
    assert record["watertight"] and mesh.is_watertight
    assert mesh.extents.max() == pytest.approx(40, abs=0.05)
    assert mesh.bounds[0][2] == pytest.approx(0, abs=1e-5)
    base = mesh.area_faces[(mesh.face_normals[:, 2] < -0.99) & (mesh.triangles[:, :, 2].max(1) < 0.01)].sum()
    assert base > 20  # an octahedron stands on its tip, but for the cut


@pytest.mark.parametrize("suffix", ["stl", "obj", "ply", "glb", "3mf"])
def test_every_format_is_written(imrecon, picture, suffix):
    result = imrecon("reconstruct", picture, "-c", "chair", "-r", 16, "-o", "meshes", "-f", suffix)

    assert result.exit_code == 0, result.stderr
    assert trimesh.load(f"meshes/chair.{suffix}", force="mesh").is_watertight


def test_a_bad_picture_does_not_stop_the_others(imrecon, picture, tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"not a picture")

    result = imrecon("reconstruct", broken, "absent.png", picture, "-c", "chair", "-r", 16, "--json")

    first, second, third = records(result)
    assert result.exit_code == 1
    assert set(first) == set(second) == {"input", "error", "hint"}
    assert first["input"] == str(broken) and first["error"] and first["hint"]
    assert "absent.png" in second["error"]
    assert Path(third["output"]).is_file()
    assert "Traceback" not in result.stderr


def test_two_pictures_of_one_name_make_two_meshes(imrecon, picture, tmp_path):
    other = draw(tmp_path / "other" / "chair.png")

    result = imrecon("reconstruct", picture, other, "-c", "chair", "-r", 16, "-o", "meshes", "--json")

    assert [record["output"] for record in records(result)] == ["meshes/chair.stl", "meshes/chair-2.stl"]
    assert sorted(path.name for path in Path("meshes").iterdir()) == ["chair-2.stl", "chair.stl"]


def test_the_model_is_read_once_for_many_pictures(imrecon, picture, tmp_path):
    other = draw(tmp_path / "table.png")

    first, second = records(imrecon("reconstruct", picture, other, "-c", "chair", "-r", 16, "--json"))

    assert second["seconds"]["load"] < 0.2 * first["seconds"]["load"]


def test_without_json_each_mesh_is_one_line(imrecon, picture):
    result = imrecon("reconstruct", picture, "-c", "chair", "-r", 16)

    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{picture} -> chair.stl  (chair, ")
    assert "closed" in line


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-c", "spaceship"], "spaceship"),
        (["-m", "nobody"], "nobody"),
        (["-m", "absent.safetensors"], "absent.safetensors"),
    ],
)
def test_a_wrong_choice_is_explained(imrecon, picture, options, says):
    result = imrecon("reconstruct", picture, "--json", *options)

    (record,) = records(result)
    assert result.exit_code == 1
    assert says in record["error"] and record["hint"]
    assert not Path("chair.stl").exists()


def test_a_model_that_sees_nothing_says_so(imrecon, picture, tmp_path):
    blind = save_octahedron(tmp_path / "blind.safetensors", bias=-1000.0)

    result = imrecon("reconstruct", picture, "-c", "chair", "-m", blind, "-r", 16)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert str(picture) in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["-r", 4],
        ["-r", 2000],
        ["--triangles", 3],
        ["--flat-base", -1],
        ["-f", "fbx"],
        ["--device", "abacus"],
        ["-o", "mesh.stl", "-f", "obj"],
        [],
    ],
)
def test_wrong_usage_is_status_2(imrecon, picture, arguments):
    images = [picture] if arguments else []

    assert imrecon("reconstruct", *images, *arguments).exit_code == 2


def test_an_unwritable_folder_is_that_pictures_failure(imrecon, picture, tmp_path):
    (tmp_path / "meshes").write_text("a file where the folder should be")

    (record,) = records(imrecon("reconstruct", picture, "-c", "chair", "-r", 16, "-o", "meshes", "--json"))

    assert "meshes" in record["error"]
    assert "fault of the program" not in record["hint"]


def test_a_fault_of_the_program_is_reported_with_its_trace(imrecon, picture, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr("imrecon_gui.reconstructor.Reconstructor.reconstruct", fail)

    result = imrecon("reconstruct", picture, "--json")

    (record,) = records(result)
    assert record["error"] == "ZeroDivisionError: nobody foresaw this"
    assert "Traceback" in result.stderr


def test_categories_and_models(imrecon, installed):
    assert imrecon("categories").stdout.split() == ["chair", "mug"]
    assert "octahedron" in imrecon("models", "list").stdout
    described = imrecon("models", "info", "octahedron").stdout
    assert "chair, mug" in described and "CC0" in described


def test_without_any_model_the_lists_say_so(imrecon, tmp_path, monkeypatch):
    monkeypatch.setenv("IMRECON_HOME", str(tmp_path))

    for command in (["categories"], ["models", "list"]):
        result = imrecon(*command)
        assert result.exit_code == 0
        assert str(tmp_path / "models") in result.stderr.replace("\n", "")
    assert imrecon("categories").stdout == ""


def test_the_authors_weights_are_refused_if_they_are_no_weights(imrecon, tmp_path):
    (tmp_path / "evil.pth").write_bytes(b"cos\nsystem\n(S'true'\ntR.")

    result = imrecon("models", "import", "evil.pth", "--name", "evil")

    assert result.exit_code == 1
    assert isinstance(result.exception, ModelError)


def test_python_takes_arrays_and_prepared_pictures(imrecon, picture):
    from imrecon_gui import Reconstructor
    from imrecon_gui.core.image import prepare

    reconstructor = Reconstructor.load("octahedron", device="cpu")
    pixels = np.asarray(Image.open(picture))

    for image in (pixels, prepare(picture), str(picture), picture.read_bytes()):
        result = reconstructor.reconstruct(image, category="mug", resolution=16)
        assert result.category == "mug"
        assert result.volume == pytest.approx(VOLUME, rel=0.05)


def test_colours_come_from_the_picture(imrecon, picture, monkeypatch):
    monkeypatch.setattr("imrecon_gui.core.pipeline._viewpoint", lambda _encoding: Viewpoint(scale=1.6))

    result = imrecon("reconstruct", picture, "-o", "chair.ply", "-r", "32", "--colour")

    assert result.exit_code == 0, result.output
    colours = trimesh.load("chair.ply", process=False).visual.vertex_colors[:, :3].astype(int)
    np.testing.assert_allclose(colours, np.tile((180, 90, 40), (len(colours), 1)), atol=1)


def test_colours_need_a_model_that_knows_the_camera(imrecon, picture):
    result = imrecon("reconstruct", picture, "-o", "chair.ply", "-r", "16", "--colour")

    assert result.exit_code == 1
    assert "does not tell where the picture was taken from" in result.stderr
    assert not Path("chair.ply").exists()


def test_colours_need_a_format_that_holds_them(imrecon, picture):
    result = imrecon("reconstruct", picture, "--colour")

    assert result.exit_code == 2
    assert "STL files hold no colours" in " ".join(result.stderr.replace("│", " ").split())
