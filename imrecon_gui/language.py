"""The person's language. The program is written in English; a translation is a file of Qt Linguist.

Words are translated where they reach a widget (`tr`), not where they are written: the core knows no Qt, and
a sentence arrives with its numbers and names in it. Translations may therefore have holes, "{0} of {1} done",
which are matched against the finished sentence; what fills them is translated in its turn, if it is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

CONTEXT = "imrecon"
ENGLISH, SYSTEM = "en", "system"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
"""Code -> the language's name for itself."""

_HOLE = re.compile(r"\{\w*\}")
_JOINTS = ("\n", "   ·   ", " · ", ": ", ". ")
"""What the program puts between sentences of which each is known by itself."""


def tr(text: str) -> str:
    """A text of the program in the person's language; as it is if no translation is known."""
    return QCoreApplication.translate(CONTEXT, text) if text else text


def chosen_language(choice: str) -> str:
    """The code of the language to show, by the setting: a code, or SYSTEM."""
    wanted = [choice] if choice != SYSTEM else QLocale.system().uiLanguages()
    codes = [name.replace("_", "-").split("-")[0].lower() for name in wanted]
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def install(application: QCoreApplication, code: str, folder: Path) -> list[QTranslator]:
    """Show the program, and Qt's own words, in this language; the translators at work, none for English."""
    if code == ENGLISH or not (folder / f"imrecon_{code}.qm").is_file():
        return []
    made = [Translator(folder / f"imrecon_{code}", application), QTranslator(application)]
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made[1].load(f"qtbase_{code}", qt_folder)
    for translator in made:
        application.installTranslator(translator)
    return made


@dataclass(frozen=True)
class Holed:
    """A sentence with holes.

    Attributes:
        pattern: What it looks like once they are filled, a group for each hole.
        names: The holes in the order of the groups, "{0}".
        translation: With the same holes.
        n_letters: How much of it is its own.
    """

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    translation: str
    n_letters: int

    @classmethod
    def of(cls, text: str, translation: str) -> Holed:
        """The sentence as a linguist sees it, and its translation."""
        pieces = _HOLE.split(text)
        pattern = re.compile("(.*?)".join(re.escape(piece) for piece in pieces), re.DOTALL)
        return cls(pattern, tuple(_HOLE.findall(text)), translation, sum(map(len, pieces)))

    def filled(self, parts: Sequence[str]) -> str:
        """The translation, its holes filled in the order of the original's."""
        by_name = dict(zip(self.names, parts, strict=True))
        return _HOLE.sub(lambda match: by_name.get(match.group(), match.group()), self.translation)


class Translator(QTranslator):
    """Looks sentences up in a compiled translation, and those with holes in its source.

    Qt can only look up what is the same to the letter.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.load(str(path.with_suffix(".qm")))
        pairs = read_translations(path.with_suffix(".ts")).items()
        holed = [Holed.of(text, translation) for text, translation in pairs if _HOLE.search(text)]
        self._holed = sorted(holed, key=lambda one: -one.n_letters)

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The translation; of this program's own texts the text itself if there is none."""
        if context != CONTEXT:
            return super().translate(context, text, disambiguation, n)
        return self._found(text) or text

    def _found(self, text: str) -> str | None:
        if not re.search(r"[^\W\d_]", text):
            return None
        known = super().translate(CONTEXT, text) or self._joined(text, all)
        return known or self._filled(text) or self._joined(text, any)

    def _filled(self, text: str) -> str | None:
        """By the first sentence with holes that it fits, those with the most of their own first."""
        for holed in self._holed:
            match = holed.pattern.fullmatch(text)
            if match is not None:
                return holed.filled([self._found(part) or part for part in match.groups()])
        return None

    def _joined(self, text: str, enough: Callable[[Iterable[object]], bool]) -> str | None:
        """Part by part, if it is several sentences of which enough are known; an ellipsis may follow."""
        if text.endswith(" …"):
            known = self._found(text.removesuffix(" …"))
            return f"{known} …" if known else None
        joint = next((joint for joint in _JOINTS if joint in text), "")
        if not joint:
            return None
        *firsts, last = text.split(joint)
        parts = [*(part + joint.rstrip(" ·\n:") for part in firsts), last]
        known_parts = [self._found(part) for part in parts]
        if not enough(known_parts):
            return None
        between = " " if joint == ". " else joint
        return between.join(new or old for new, old in zip(known_parts, parts, strict=True))


def read_translations(path: Path) -> dict[str, str]:
    """The finished translations in a file of Qt Linguist, by their sources."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.get("type") is None and translation.text:
            found[source] = translation.text
    return found
