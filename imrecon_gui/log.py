"""The program's log: a file that keeps itself small, and warnings on the error stream."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

LOGGER_NAME = "imrecon_gui"
MAX_BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(path: Path) -> None:
    """Write the log to `path`; without a writable folder only the error stream is used."""
    logger = logging.getLogger(LOGGER_NAME)
    logger.setLevel(logging.INFO)
    stream = logging.StreamHandler()
    stream.setLevel(logging.WARNING)
    logger.addHandler(stream)
    try:
        logger.addHandler(_file_handler(path))
    except OSError as error:
        logger.warning("The log file %s cannot be written: %s", path, error)


def _file_handler(path: Path) -> logging.Handler:
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter(FORMAT))
    return handler
