"""The import law of docs/architecture.md: the contracts hold, and what they cannot say holds too."""

import ast
import subprocess
import sys
from pathlib import Path

import grimp
import pytest
from importlinter import api

ROOT = Path(__file__).parents[2]

# What each floor may import from outside; the standard library is always allowed.
ALLOWED = {
    "imrecon_gui.core": {
        "numpy", "scipy", "torch", "skimage", "trimesh", "safetensors",
        "PIL", "pi_heif", "cv2", "mapbox_earcut", "shapely", "onnxruntime",
    },
    "training": {
        "numpy", "scipy", "torch", "cv2", "lightning", "moderngl", "trimesh", "mapbox_earcut",
        "safetensors", "PIL", "typer", "h5py", "distributed",
    },
    "benchmarks": {"numpy", "torch", "skimage", "typer"},
    "imrecon_gui.services": {"PySide6", "numpy"},
    "imrecon_gui.view3d": {"PySide6", "numpy", "pyvista", "pyvistaqt", "qtpy", "vtkmodules"},
    "imrecon_gui.ui": {"PySide6", "numpy", "pyqtgraph"},
    "imrecon_gui.cli": {"typer", "rich"},
}  # fmt: skip

ALLOWED_QT = {
    "imrecon_gui/services": {"QtCore"},
    "imrecon_gui/view3d": {"QtCore", "QtGui", "QtWidgets", "QtOpenGL", "QtOpenGLWidgets"},
    "imrecon_gui/ui": {"QtCore", "QtGui", "QtWidgets", "QtSvg"},
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(
        "imrecon_gui", "training", "benchmarks", include_external_packages=True, cache_dir=None
    )


def test_every_contract_of_pyproject_holds():
    config = api.read_configuration(str(ROOT / "pyproject.toml"))
    assert len(config["contracts_options"]) >= 7

    finished = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize("floor", ALLOWED)
def test_a_floor_imports_only_what_the_table_allows(graph, floor):
    modules = {floor} | graph.find_descendants(floor)
    imported = {target for module in modules for target in graph.find_modules_directly_imported_by(module)}

    outside = {name.split(".")[0] for name in imported if graph.is_module_squashed(name)}

    assert outside - sys.stdlib_module_names - ALLOWED[floor] == set()


@pytest.mark.parametrize("folder", ALLOWED_QT)
def test_a_floor_uses_only_its_modules_of_qt(folder):
    found = {
        f"{path.name}: {name}"
        for path in (ROOT / folder).rglob("*.py")
        for name in _qt_modules(path)
        if name not in ALLOWED_QT[folder]
    }

    assert found == set()


def test_the_law_sees_an_import_inside_a_function(graph):
    assert "torch" in graph.find_modules_directly_imported_by("imrecon_gui.core.checkpoint")
    checkpoint = ast.parse((ROOT / "imrecon_gui/core/checkpoint.py").read_text(encoding="utf-8"))
    at_module_level = [node for node in checkpoint.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not any("torch" in ast.unparse(node) for node in at_module_level)


def _loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; sys.stdout.write(' '.join(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(finished.stdout.split())


def test_the_window_opens_before_torch_loads():
    loaded = _loaded_after("import imrecon_gui.ui.main_window")

    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {"torch", "trimesh", "skimage", "cv2", "lightning"}


def test_the_command_line_starts_without_torch_or_qt():
    loaded = _loaded_after("import imrecon_gui.cli")

    assert "typer" in loaded
    assert not loaded & {"torch", "trimesh", "skimage", "cv2", "PySide6", "vtkmodules"}


def _qt_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("PySide6.")}
    return found
