"""Keeps the translations in step with the program: `python tools/translations.py` after a text has changed.

Collects every text a person may see, writes it to resources/translations/imrecon_*.ts (what is new is
marked unfinished, for Qt Linguist or an editor; what is gone is dropped), and compiles the .qm files with
Qt's lrelease. `--check` changes nothing and lists what has no translation yet.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from imrecon_gui.language import CONTEXT, read_translations  # noqa: E402
from training.categories import NAMES  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
FLOORS = ("ui", "view3d", "services", "core")
SEEN = {
    *("view3d/viewport.py", "view3d/photo_overlay.py", "services/batch.py", "services/stages.py"),
    *("services/printing.py", "services/reconstruction.py", "services/training.py", "core/export.py"),
    *("core/picture.py", "core/pipeline.py", "core/cutout.py", "core/mender.py", "core/point_evaluator.py"),
    *("core/card.py", "core/library.py", "core/mesh_reading.py"),
    *("core/printing/verdicts.py", "core/printing/prepare.py"),
}
"""Modules whose every text is taken for visible, as those of the ui are; of others, what their errors say."""

LEFT_OUT = ("ui/licences.py",)
GUESSES = ("also guesses what the object is", "also guesses where the camera stood")
GUESSES += ("also guesses what the object is and where the camera stood",)
WORDS = ("auto", "waiting", "done", "failed", "cancelled", "front", "rear", "left", "right", "up", "down")
WORDS += (
    "closed",
    "open",
    "{0}, {1}° {2}",
    "{0}° {1}",
    "see the package",
    "above",
    "below",
    *GUESSES,
    *NAMES,
    *(name.capitalize() for name in NAMES),
)
"""Visible texts that look like names of the program's own."""

UNSEEN_CALLS = {
    *("debug", "info", "warning", "error", "exception", "compile", "setObjectName", "put", "text", "number"),
    *("real", "flag", "blob", "get", "setProperty", "ValueError", "RuntimeError", "TypeError", "KeyError"),
    *("cast", "getattr", "setattr", "hasattr", "QKeySequence", "setShortcut", "startswith", "endswith"),
    *("partition", "split", "encode", "report", "invokeMethod", "field", "glob", "find", "replace"),
    *("removeprefix", "AddObserver", "Color", "QColor"),
}
"""Calls whose arguments nobody sees."""

_NAME = re.compile(
    r"[a-z_0-9./:-]+|[A-Z0-9_;: .+-]+|#\w+|[a-z]+([A-Z][a-z]+)+|([A-Z][a-z]+){2,}|(Ctrl|Pg)\W?\w+(\+\w)?"
)
_NO_WORDS = re.compile(r"[^A-Za-z]*[A-Za-z]?[^A-Za-z]*")
_CODE = (
    "background:",
    "camera light",
    "out of memory",
    "can't allocate",
    "extra ==",
    "PySide6-",
    "Callable[",
    "right-handed, ",
    "%Y",
)
_CODE_WORDS = {"Normals", "ModifiedEvent", "Fusion", "Esc", "glTF", "Side"}


def texts() -> dict[str, str]:
    """Every visible text, its values as numbered holes, and the module it is written in."""
    found = dict.fromkeys(WORDS, "tools/translations.py")
    for path in sorted((ROOT / "training" / "recipes").glob("*.toml")):
        recipe = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {recipe[key]: f"training/recipes/{path.name}" for key in ("title", "description")}
    for path in sorted((ROOT / "imrecon_gui").rglob("*.py")):
        name = path.relative_to(ROOT / "imrecon_gui").as_posix()
        floor = name.partition("/")[0]
        if name in LEFT_OUT or floor not in FLOORS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for text in _texts_in(tree, floor == "ui" or name in SEEN):
            found.setdefault(text, f"imrecon_gui/{name}")
    return found


def _texts_in(node: ast.AST, is_seen: bool) -> Iterator[str]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield from _of_literal(node, is_seen)
    elif _is_unseen(node):
        return
    elif isinstance(node, ast.Subscript):
        yield from _texts_in(node.value, is_seen)
    elif isinstance(node, ast.AnnAssign):
        yield from _texts_in(node.value, is_seen) if node.value else ()
    elif not isinstance(node, ast.arg | ast.Assert):
        is_said = is_seen or (isinstance(node, ast.Call) and _called(node).endswith("Error"))
        for child in ast.iter_child_nodes(node):
            yield from _texts_in(child, is_said)


def _is_unseen(node: ast.AST) -> bool:
    is_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    return is_all or (isinstance(node, ast.Call) and _called(node) in UNSEEN_CALLS)


def _of_literal(node: ast.Constant | ast.JoinedStr, is_seen: bool) -> Iterator[str]:
    values = [node] if isinstance(node, ast.Constant) else node.values
    holes = iter(range(len(values)))
    parts = [str(v.value) if isinstance(v, ast.Constant) else f"{{{next(holes)}}}" for v in values]
    is_text = not isinstance(node, ast.Constant) or isinstance(node.value, str)
    if is_seen and is_text and is_prose("".join(parts)):
        yield "".join(parts)
    for value in values:
        if isinstance(value, ast.FormattedValue):
            yield from _texts_in(value.value, is_seen)


def is_prose(text: str) -> bool:
    """Whether a text is for people: it has words, and is no name, key, colour or markup."""
    bare = re.sub(r"\{\w*\}", "", text)
    is_name = _NO_WORDS.fullmatch(bare) or _NAME.fullmatch(bare) or bare in _CODE_WORDS
    return not is_name and not text.startswith(_CODE) and "<" not in text


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def write(path: Path, translations: dict[str, str]) -> None:
    """Write a file of Qt Linguist with every text, what is not in `translations` unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem.split("_")[1], sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, place in texts().items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=f"../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = translations.get(text)
        if translation.text is None:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def missing(path: Path) -> list[str]:
    """The texts that have no finished translation in a file."""
    known = read_translations(path)
    return [text for text in texts() if text not in known]


def main() -> int:
    """Update, compile, and say what is missing; 1 if anything is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    n_missing = 0
    for path in sorted(FOLDER.glob("*.ts")):
        if not is_check:
            write(path, read_translations(path))
            compiler = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([compiler, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
        for text in missing(path):
            n_missing += 1
            sys.stdout.write(f"{path.name}: {text!r}\n")
    return 1 if n_missing else 0


if __name__ == "__main__":
    sys.exit(main())
