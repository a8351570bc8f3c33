"""Which network is measured: a model file, or a design with random weights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.names import DESIGNS


@dataclass(frozen=True)
class Source:
    """Where a network comes from.

    Attributes:
        name: The installed model's name, the file's stem or the design's name.
        path: The model file; None for a design, whose weights are random.
        taught: How the file's weights came about, in words, if that is not for its card to say.
    """

    name: str
    path: Path | None = None
    taught: str = ""

    @property
    def weights(self) -> str:
        """What the weights are, in words."""
        return self.taught or ("trained" if self.path else "random weights")


def find(name: str | None) -> Source:
    """The network of a name: a file's path, a design, or an installed model; None is the preferred one.

    Raises:
        ModelError: There is no such model, or its file is damaged.
    """
    from imrecon_gui.core.card import read_card
    from imrecon_gui.core.library import SUFFIX, Library
    from imrecon_gui.paths import library_folders

    if name in DESIGNS:
        return Source(str(name))
    if name is not None and name.endswith(SUFFIX):
        read_card(Path(name))  # an absent or damaged model is an error now
        return Source(Path(name).stem, Path(name).resolve())
    installed = Library(library_folders()).find(name)
    return Source(installed.card.name, installed.path.resolve())
