"""What a model's card says, line by line, without loading torch."""

from __future__ import annotations

from pathlib import Path


def card_rows(path: Path) -> tuple[tuple[str, str], ...]:
    """The (label, words) pairs of a model's card; raises ModelError where there is none."""
    from imrecon_gui.core.card import read_card

    return read_card(path).rows(path)
