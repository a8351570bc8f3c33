"""The errors a person may see: one sentence saying what happened, one saying what to do."""

from __future__ import annotations


class ImreconError(Exception):
    """A foreseen failure, worded for the person in front of the window.

    Attributes:
        message: One sentence saying what happened.
        hint: One sentence saying what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ImageError(ImreconError):
    """The picture cannot be read or used."""


class ModelError(ImreconError):
    """A model file is missing, unreadable or of a kind this program does not know."""


class EmptyFieldError(ImreconError):
    """The network sees no object anywhere in the grid."""


class ExportError(ImreconError):
    """A mesh file cannot be written."""


class DeviceError(ImreconError):
    """The chosen device is absent or ran out of memory."""


class TrainingError(ImreconError):
    """A training run cannot start or go on."""


class PrintError(ImreconError):
    """A mesh cannot be made ready to print as asked."""


class MeshFileError(ImreconError):
    """A mesh file cannot be read or compared with."""
