"""What the lesson reads: what the Reconstruct tab shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imrecon_gui.services.lesson import LessonOrder
from imrecon_gui.ui.reconstruct_tab import ReconstructTab


def order_of(tab: ReconstructTab, samples: Sequence[Path]) -> LessonOrder | None:
    """The tab's picture, else the first sample, with the tab's model; None without a model or any picture."""
    model = tab.params.model
    if model is None:
        return None
    if tab.image is not None:
        return LessonOrder(tab.image, model.path, tab.params.category, tab.params.device)
    return LessonOrder(samples[0], model.path, device=tab.params.device) if samples else None
