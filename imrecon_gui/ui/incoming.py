"""Pictures that come by drag and drop or from the clipboard: a file on this machine, or pixels.

Nothing is ever fetched from a network: an address is answered with a sentence.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.types import UInt8Array


def offers_picture(mime: QMimeData) -> bool:
    """Whether it is worth trying; an address is, for it deserves its sentence."""
    return mime.hasUrls() or mime.hasImage()


def picture_from(mime: QMimeData) -> Path | UInt8Array:
    """The first picture in it: a local file, or pixels (h, w, 3 or 4) uint8; raises ImageError."""
    local = files_in(mime)
    if local:
        return local[0]
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return to_pixels(image)
    written_out = next((url for url in mime.urls() if url.scheme() == "data"), None)
    if written_out is not None:
        image = QImage.fromData(_content(written_out))
        if not image.isNull():
            return to_pixels(image)
    if mime.hasUrls() or _is_address(mime.text()):
        raise ImageError(
            "This is an address, and imrecon fetches nothing from the network.",
            "Save the picture to a file first, or copy the picture itself and paste it.",
        )
    raise ImageError("There is no picture in this.", "Copy a picture or a picture file, or use Open.")


def files_in(mime: QMimeData) -> tuple[Path, ...]:
    """The files on this machine in it."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def to_pixels(image: QImage) -> UInt8Array:
    """The picture as (h, w, 4) uint8 RGBA if it has transparency, else (h, w, 3) uint8 RGB."""
    channels = 4 if image.hasAlphaChannel() else 3
    formats = QImage.Format
    plain = image.convertToFormat(formats.Format_RGBA8888 if channels == 4 else formats.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * channels].reshape(plain.height(), plain.width(), channels).copy()


def to_image(rgba: UInt8Array) -> QImage:
    """A picture Qt can draw of (h, w, 4) uint8 RGBA with straight alpha."""
    height, width = rgba.shape[:2]
    data = np.ascontiguousarray(rgba).tobytes()
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _content(url: QUrl) -> QByteArray:
    """What a "data:" address spells out, as browsers give for small pictures."""
    kind, _, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    decoded = QByteArray.fromPercentEncoding(content.encode())
    return QByteArray.fromBase64(decoded) if kind.endswith(";base64") else decoded


def _is_address(text: str) -> bool:
    return text.strip().lower().startswith(("http://", "https://", "ftp://"))
