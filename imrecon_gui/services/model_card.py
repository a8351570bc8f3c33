"""What a model's card says, line by line, without loading torch."""

from __future__ import annotations

from pathlib import Path


def card_rows(path: Path) -> tuple[tuple[str, str], ...]:
    """The (label, words) pairs of a model's card; raises ModelError where there is none."""
    from imrecon_gui.core.card import read_card

    card = read_card(path)
    rows = [
        ("Name", card.name),
        ("File", str(path)),
        ("Network", card.arch),
        ("Categories", ", ".join(card.categories)),
        ("Trained on", card.training_data),
        ("Recipe", card.recipe),
        *((name, f"{value:.4g}") for name, value in card.metrics),
        ("Licence", card.licence),
        ("Made", card.created),
    ]
    return tuple((label, words) for label, words in rows if words)
