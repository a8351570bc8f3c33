"""The installed models: which there are, what each can do, and which one serves a request.

Only cards are read, never weights, so listing is quick and does not import torch.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from imrecon_gui.core.card import ModelCard, read_card
from imrecon_gui.core.errors import ModelError
from imrecon_gui.core.types import AUTO

SUFFIX = ".safetensors"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class InstalledModel:
    """A model file that can be used, and what its card says."""

    path: Path
    card: ModelCard

    def offers(self, category: str) -> bool:
        """Whether the model knows a category; every model can be asked to decide for itself."""
        return category == AUTO or category in self.card.categories


class Library:
    """The models in some folders.

    The model that knows most categories comes first: it is the one to use when nobody chose, however
    many small models of a single category were trained since. Among equals the earlier folder, then
    the file's name, decides.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def models(self) -> tuple[InstalledModel, ...]:
        """All readable models, the preferred first; the folders are looked through anew each time."""
        return tuple(sorted(self._readable(), key=lambda model: -len(model.card.categories)))

    def categories(self) -> tuple[str, ...]:
        """All categories that some model knows, in alphabetical order."""
        return tuple(sorted({category for model in self.models() for category in model.card.categories}))

    def find(self, name: str | None = None, category: str = AUTO) -> InstalledModel:
        """The model for a request.

        Args:
            name: A model's name (on its card, or its file's stem), or None for whichever fits.
            category: A category it must know, or AUTO.

        Raises:
            ModelError: There is no such model; the sentence lists those there are.
        """
        models = self.models()
        named = [model for model in models if name in (None, model.card.name, model.path.stem)]
        fitting = [model for model in named if model.offers(category)]
        if fitting:
            return fitting[0]
        raise _not_found(models, named, name, category)

    def _readable(self) -> Iterator[InstalledModel]:
        for path in self._files():
            try:
                yield InstalledModel(path, read_card(path))
            except ModelError as error:
                logger.warning("Skipping the model file %s: %s", path, error)

    def _files(self) -> list[Path]:
        """Model files, folder by folder; each once, even if a folder is named twice."""
        found = [path for folder in self._folders for path in sorted(folder.glob(f"*{SUFFIX}"))]
        return list(dict.fromkeys(path for path in found if not path.name.startswith(".")))


def _not_found(
    models: Sequence[InstalledModel], named: Sequence[InstalledModel], name: str | None, category: str
) -> ModelError:
    """The sentence for a request that no model can serve."""
    if not models:
        return ModelError(
            "No model is installed.",
            "Train one in the training tab, or put a model file into the models folder.",
        )
    if not named:
        names = ", ".join(f'"{model.card.name}"' for model in models)
        return ModelError(f'There is no model called "{name}".', f"The installed models are {names}.")
    known = ", ".join(sorted({known for model in named for known in model.card.categories})) or "none"
    subject = "No installed model knows" if name is None else f'The model "{name}" does not know'
    return ModelError(f'{subject} the category "{category}".', f"The categories to choose from: {known}.")
