"""A model's card: what the weights in a file are, where they come from, and what they may be used for.

The card travels inside the weights' file, as JSON in the safetensors header, and is read without torch.
"""

from __future__ import annotations

import dataclasses
import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from imrecon_gui.core.config import ModelConfig
from imrecon_gui.core.errors import ModelError

FORMAT_VERSION = 1
METADATA_KEY = "imrecon"
CANONICAL_FRAME = "right-handed, +Y up, front +Z, bounding box centred at the origin, longest side 1"
_HEADER_LIMIT_BYTES = 16 * 2**20
_AGAIN = "Train, import or download the model again."


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class ModelCard:
    """What is known of a trained network.

    Attributes:
        name: What the window calls the model.
        config: What the network is built from.
        frame: The object space of its training data, in words.
        training_data: What it was trained on, in words.
        recipe: How it was trained, in words.
        metrics: (name, value) pairs measured on held-out data.
        licence: Under which terms the weights may be used.
        created: When it was finished, ISO 8601, UTC.
        format_version: Version of this card's layout.
    """

    name: str
    config: ModelConfig
    frame: str = CANONICAL_FRAME
    training_data: str = ""
    recipe: str = ""
    metrics: tuple[tuple[str, float], ...] = ()
    licence: str = ""
    created: str = dataclasses.field(default_factory=_now)
    format_version: int = FORMAT_VERSION

    @property
    def arch(self) -> str:
        """Name of the network's design."""
        return self.config.arch

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories the network was trained on."""
        return self.config.categories

    @property
    def input_kind(self) -> str:
        """Which network input the encoder reads: "rgba", "rgb" or "gray"."""
        return self.config.input_kind

    def rows(self, path: Path) -> tuple[tuple[str, str], ...]:
        """What a person wants to know of the model in the file `path`: (label, words), none of them empty."""
        rows = [
            ("Name", self.name),
            ("File", str(path)),
            ("Network", self.arch),
            ("Categories", ", ".join(self.categories)),
            ("Input", self.input_kind),
            ("Trained on", self.training_data),
            ("Recipe", self.recipe),
            *((name, f"{value:.4g}") for name, value in self.metrics),
            ("Licence", self.licence),
            ("Made", self.created),
        ]
        return tuple((label, words) for label, words in rows if words)

    def to_json(self) -> str:
        """The card as one line of JSON."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def from_json(cls, text: str) -> ModelCard:
        """Rebuild a card from `to_json`'s text.

        Raises:
            ModelError: The text is damaged, or of a version this program does not know.
        """
        try:
            values = dict(json.loads(text))
            _check_version(values.get("format_version"))
            values["config"] = ModelConfig.from_json(values["config"])
            values["metrics"] = tuple((str(name), float(value)) for name, value in values["metrics"])
            return _with_words(cls(**values))
        except (TypeError, ValueError, KeyError) as error:
            raise ModelError(f"The model's card is damaged ({error}).", _AGAIN) from error


def _check_version(version: Any) -> None:
    if version != FORMAT_VERSION:
        raise ModelError(
            f"The model's card has format version {version}; this program knows version {FORMAT_VERSION}.",
            "Update the program, or use a model made for this version.",
        )


def _with_words(card: ModelCard) -> ModelCard:
    words = (card.name, card.frame, card.training_data, card.recipe, card.licence, card.created)
    if not all(isinstance(word, str) for word in words):
        raise TypeError("a text is not a text")
    return card


def read_card(path: Path) -> ModelCard:
    """Read a model's card without its weights.

    Raises:
        ModelError: The file is missing, truncated, not a safetensors file, or carries no card.
    """
    try:
        with path.open("rb") as file:
            header = _header(file, path.stat().st_size)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(f"{path.name} cannot be read: {reason}.", "Check that the file exists.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, struct.error) as error:
        raise ModelError(f"{path.name} is not a whole safetensors file ({error}).", _AGAIN) from error
    if METADATA_KEY not in header:
        raise ModelError(
            f"{path.name} carries no model card, so its network is unknown.",
            "Use a model that this program trained or imported.",
        )
    return ModelCard.from_json(header[METADATA_KEY])


def _header(file: BinaryIO, file_bytes: int) -> dict[str, str]:
    """The metadata of a safetensors file: 8 bytes of length, JSON, then the tensors to the very end."""
    (length,) = struct.unpack("<Q", file.read(8))
    if length > min(_HEADER_LIMIT_BYTES, file_bytes - 8):
        raise ValueError("its header runs past the end")
    header = json.loads(file.read(length))
    metadata = header.pop("__metadata__", {})
    ends = [int(tensor["data_offsets"][1]) for tensor in header.values()]
    if 8 + length + max(ends, default=0) != file_bytes:
        raise ValueError("its length does not agree with its header")
    return dict(metadata)
