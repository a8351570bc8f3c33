"""Programs are found where an environment points, on each kind of machine."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from imrecon_gui.services.known_programs import KNOWN
from imrecon_gui.services.programs import Program, find_programs


def program(path: Path) -> Path:
    """A file that may be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    path.chmod(0o755)
    return path


def found(platform: str, variables: dict[str, str], root: Path) -> dict[str, Path]:
    return {one.name: one.path for one in find_programs(platform, variables, root)}


def test_an_empty_machine_has_none(tmp_path):
    for platform in ("linux", "darwin", "win32"):
        assert find_programs(platform, {}, tmp_path) == ()


def test_on_linux_the_path_comes_first_then_flatpaks_then_images(tmp_path):
    home, at = tmp_path / "home", tmp_path / "usr/bin"
    variables = {"PATH": str(at), "HOME": str(home)}
    blender = program(at / "blender")
    program(home / "Applications/Blender-4.5.AppImage")
    cura = program(tmp_path / "var/lib/flatpak/exports/bin/com.ultimaker.cura")
    orca = program(home / ".local/share/flatpak/exports/bin/com.orcaslicer.OrcaSlicer")
    program(home / "Applications/PrusaSlicer-2.9.0.AppImage")
    prusa = program(home / "Applications/PrusaSlicer-2.10.0.AppImage")
    expected = {"Blender": blender, "PrusaSlicer": prusa, "Cura": cura, "OrcaSlicer": orca}
    assert found("linux", variables, tmp_path) == expected
    assert list(found("linux", variables, tmp_path)) == list(expected)  # in the order of the list


def test_what_may_not_be_run_is_no_program(tmp_path):
    program(tmp_path / "meshlab").chmod(0o644)
    assert found("linux", {"PATH": str(tmp_path)}, tmp_path) == {}


def test_on_windows_the_newest_version_counts(tmp_path):
    files, local = tmp_path / "Program Files", tmp_path / "local"
    program(files / "Blender Foundation/Blender 3.6/blender.exe")
    newest = program(files / "Blender Foundation/Blender 4.10/blender.exe")
    program(files / "Blender Foundation/Blender 4.9/blender.exe")
    cura = program(files / "UltiMaker Cura 5.8/UltiMaker-Cura.exe")
    orca = program(local / "Programs/OrcaSlicer/orca-slicer.exe")
    variables = {"ProgramFiles": str(files), "LOCALAPPDATA": str(local)}
    assert found("win32", variables, tmp_path) == {"Blender": newest, "Cura": cura, "OrcaSlicer": orca}


def test_on_a_mac_both_folders_of_applications_are_looked_through(tmp_path):
    home = tmp_path / "home"
    studio = program(tmp_path / "Applications/BambuStudio.app/Contents/MacOS/BambuStudio")
    freecad = program(home / "Applications/FreeCAD.app/Contents/MacOS/FreeCAD")
    expected = {"Bambu Studio": studio, "FreeCAD": freecad}
    assert found("darwin", {"HOME": str(home)}, tmp_path) == expected


def test_a_program_is_given_the_file():
    slicer = Program("PrusaSlicer", ".stl", Path("/opt/slicer"))
    assert slicer.command(Path("/a b/mug.stl")) == ["/opt/slicer", "/a b/mug.stl"]


@pytest.mark.parametrize("name", ["mug.glb", 'it\'s a "mug".glb', "{file}.glb"])
def test_blender_is_told_to_import_it(name):
    known = next(one for one in KNOWN if one.name == "Blender")
    option, words = Program("Blender", ".glb", Path("b"), known.arguments).command(Path("/t") / name)[1:]
    assert option == "--python-expr"
    call = ast.parse(words).body[-1].value
    assert ast.unparse(call.func) == "bpy.ops.import_scene.gltf"
    assert ast.literal_eval(call.keywords[0].value) == f"/t/{name}"
