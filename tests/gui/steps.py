"""What several tests do in the window."""

from __future__ import annotations


def reconstruct(qtbot, tab):
    """Press the button and wait for another mesh."""
    before = tab.result
    tab.start()
    qtbot.waitUntil(lambda: tab.result is not before)
    qtbot.waitUntil(lambda: tab.params.button.text() == "Reconstruct")
