"""Which categories can be trained: the modules of `training.categories`, found without running them."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

_OFFERS_BUILD = re.compile(r"^(def build\(|from \S+ import .*\bbuild\b)", re.MULTILINE)


def trainable_categories(training_package: Path) -> tuple[str, ...]:
    """The names of the category modules in a training package's folder, in alphabetical order.

    A module or package counts if it offers `build`; names that begin with an underscore do not.
    """
    folder = training_package / "categories"
    names = (module.name for module in pkgutil.iter_modules([str(folder)]))
    return tuple(sorted(n for n in names if not n.startswith("_") and _builds(folder, n)))


def _builds(folder: Path, name: str) -> bool:
    for path in (folder / f"{name}.py", folder / name / "__init__.py"):
        if path.is_file():
            return bool(_OFFERS_BUILD.search(path.read_text(encoding="utf-8")))
    return False
