"""Two viewports that are looked at from the same side: turning one turns the other."""

from __future__ import annotations

from typing import Any

from imrecon_gui.view3d.viewport import Viewport


def link_cameras(first: Viewport, second: Viewport) -> None:
    """Keep two opened viewports' cameras alike, the second following at once; nothing without OpenGL."""
    if first.plotter is None or second.plotter is None:
        return
    _follow(first, second)
    _follow(second, first)
    _copy(first.plotter.camera, second)


def _follow(leader: Viewport, follower: Viewport) -> None:
    """Clipping ranges are each viewport's own: copied, they would never come to rest."""
    assert leader.plotter is not None
    leader.plotter.camera.AddObserver("ModifiedEvent", lambda camera, _event: _copy(camera, follower))


def _copy(camera: Any, follower: Viewport) -> None:
    if follower.plotter is None:
        return
    other = follower.plotter.camera
    if _pose(camera) != _pose(other):
        other.SetPosition(*camera.GetPosition())
        other.SetFocalPoint(*camera.GetFocalPoint())
        other.SetViewUp(*camera.GetViewUp())
        other.SetViewAngle(camera.GetViewAngle())
        follower.plotter.renderer.ResetCameraClippingRange()
        follower.redraw()


def _pose(camera: Any) -> tuple[float, ...]:
    angle = camera.GetViewAngle()
    return (*camera.GetPosition(), *camera.GetFocalPoint(), *camera.GetViewUp(), angle)
