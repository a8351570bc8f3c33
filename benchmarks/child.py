"""Calls in a process of their own: peak memory begins anew, and nothing is warm."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from imrecon_gui.core.errors import ImreconError

P = ParamSpec("P")
T = TypeVar("T")


def in_child(threads: int | None, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function of a module returns in a fresh process.

    Args:
        threads: How many threads of the processor torch may use there; None leaves it the choice.
        call: The function.
        *args: Its arguments.
        **kwargs: Its arguments.

    Raises:
        ImreconError: The process died, for want of memory most likely.
    """
    fresh = get_context("spawn")
    with ProcessPoolExecutor(1, fresh, initializer=_limit, initargs=(threads,)) as pool:
        try:
            return pool.submit(call, *args, **kwargs).result()
        except BrokenProcessPool as error:
            raise ImreconError(
                "The process that was measured died.", "Close other programs, or measure a lower resolution."
            ) from error


def _limit(threads: int | None) -> None:
    if threads is not None:
        import torch

        torch.set_num_threads(threads)
