"""Programs that open meshes, and where each is found if a machine has it."""

from __future__ import annotations

from dataclasses import dataclass

FILE = "{file}"
"""In a program's arguments, where the file's path goes."""

QUOTED_FILE = "{file!r}"
"""The same, where it goes as a string of Python."""

# Blender opens only its own files from the command line; others it must be told to import.
_BLENDER = ("--python-expr", f"import bpy; bpy.ops.import_scene.gltf(filepath={QUOTED_FILE})")


@dataclass(frozen=True)
class KnownProgram:
    """A program one may have.

    Attributes:
        name: What people call it.
        suffix: The format it is given.
        commands: Names on the PATH, of Linux packages and of Flatpaks.
        windows: Patterns below the folders of programs.
        mac: Patterns below Applications.
        images: Pattern of its AppImages.
        arguments: What follows the program in its command.
    """

    name: str
    suffix: str
    commands: tuple[str, ...]
    windows: tuple[str, ...]
    mac: tuple[str, ...]
    images: str
    arguments: tuple[str, ...] = (FILE,)


KNOWN = (
    KnownProgram(
        "Blender",
        ".glb",
        ("blender", "org.blender.Blender"),
        ("Blender Foundation/Blender*/blender.exe",),
        ("Blender*.app/Contents/MacOS/Blender",),
        "[Bb]lender*.AppImage",
        _BLENDER,
    ),
    KnownProgram(
        "PrusaSlicer",
        ".stl",
        ("prusa-slicer", "PrusaSlicer", "com.prusa3d.PrusaSlicer"),
        ("Prusa3D/PrusaSlicer*/prusa-slicer.exe",),
        (
            "PrusaSlicer.app/Contents/MacOS/PrusaSlicer",
            "Original Prusa Drivers/PrusaSlicer.app/Contents/MacOS/PrusaSlicer",
        ),
        "PrusaSlicer*.AppImage",
    ),
    KnownProgram(
        "Cura",
        ".stl",
        ("cura", "UltiMaker-Cura", "com.ultimaker.cura"),
        ("Ulti[Mm]aker Cura*/UltiMaker-Cura.exe", "Ulti[Mm]aker Cura*/Cura.exe"),
        ("Ulti[Mm]aker Cura.app/Contents/MacOS/Ulti[Mm]aker-Cura",),
        "Ulti[Mm]aker[-_]Cura*.AppImage",
    ),
    KnownProgram(
        "OrcaSlicer",
        ".stl",
        ("orca-slicer", "OrcaSlicer", "com.orcaslicer.OrcaSlicer", "io.github.softfever.OrcaSlicer"),
        ("OrcaSlicer/orca-slicer.exe",),
        ("OrcaSlicer.app/Contents/MacOS/OrcaSlicer",),
        "OrcaSlicer*.AppImage",
    ),
    KnownProgram(
        "Bambu Studio",
        ".stl",
        ("bambu-studio", "BambuStudio", "com.bambulab.BambuStudio"),
        ("Bambu Studio/bambu-studio.exe",),
        ("BambuStudio.app/Contents/MacOS/BambuStudio",),
        "Bambu*Studio*.AppImage",
    ),
    KnownProgram(
        "MeshLab",
        ".ply",
        ("meshlab", "net.meshlab.MeshLab"),
        ("VCG/MeshLab/meshlab.exe",),
        ("MeshLab*.app/Contents/MacOS/meshlab",),
        "MeshLab*.AppImage",
    ),
    KnownProgram(
        "FreeCAD",
        ".stl",
        ("freecad", "FreeCAD", "org.freecad.FreeCAD", "org.freecadweb.FreeCAD"),
        ("FreeCAD*/bin/FreeCAD.exe",),
        ("FreeCAD.app/Contents/MacOS/FreeCAD",),
        "FreeCAD*.AppImage",
    ),
)
