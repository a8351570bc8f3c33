"""Translations: nothing is missing, holes are filled, and what is compiled is what was written."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence

from imrecon_gui import paths
from imrecon_gui.core.errors import ImageError
from imrecon_gui.core.picture import read
from imrecon_gui.language import (
    CONTEXT,
    ENGLISH,
    LANGUAGES,
    SYSTEM,
    Translator,
    chosen_language,
    read_translations,
)

FILES = sorted(paths.translations_dir().glob("*.ts"))
HOLE = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def tool():
    """tools/translations.py, which is no package."""
    place = Path(__file__).parents[2] / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def german(qapp):
    made = Translator(paths.translations_dir() / "imrecon_de")
    return lambda text: made.translate(CONTEXT, text)


def test_there_is_a_file_for_every_language():
    assert {path.stem.removeprefix("imrecon_") for path in FILES} == set(LANGUAGES) - {ENGLISH}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_is_missing(tool, path):
    assert tool.missing(path) == [], "add them to the .ts file, then run: python tools/translations.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_holes_and_keys_are_kept(path):
    for text, translation in read_translations(path).items():
        assert sorted(HOLE.findall(text)) == sorted(HOLE.findall(translation)), text
        has_key = not QKeySequence.mnemonic(text).isEmpty()
        assert has_key is not QKeySequence.mnemonic(translation).isEmpty(), text
        assert (text[0] == " ", text[-1] == " ") == (translation[0] == " ", translation[-1] == " "), text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_compiled_is_what_was_written(qapp, path):
    made = Translator(path.with_suffix(""))
    differing = [
        text
        for text, translation in read_translations(path).items()
        if made.translate(CONTEXT, text) != translation
    ]
    assert differing == [], "run: python tools/translations.py"


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Reconstruct", "Rekonstruieren"),
        ("2 of 3 done", "2 von 3 fertig"),
        ("2 of 3 done, 1 failed", "2 von 3 fertig, 1 misslungen"),
        ("Front view (1)", "Ansicht Von vorn (1)"),
        (
            "Smooth surface: reconstruct a picture first",
            "Glatte Oberfläche: rekonstruieren Sie zuerst ein Bild",
        ),
        (
            "chair.png: The file is empty. Choose another picture.",
            "chair.png: Die Datei ist leer. Wählen Sie ein anderes Bild.",
        ),
        (
            "There is no file a.png. Choose another picture.",
            "Es gibt keine Datei a.png. Wählen Sie ein anderes Bild.",
        ),
        (
            "a.stl could not be saved. The disk is full.",
            "a.stl konnte nicht gesichert werden. Der Datenträger ist voll.",
        ),
        ("Loading the model …", "Lade das Modell …"),
        ("rear left, 20° up", "hinten links, 20° hoch"),
        ("my own words", "my own words"),
        ("128³", "128³"),
        ("", ""),
    ],
)
def test_sentences_are_found_whole_filled_and_joined(german, text, translation):
    assert german(text) == translation


def test_an_error_of_the_core_is_translated(german, tmp_path):
    (tmp_path / "Stuhl.png").write_text("words")
    for path in (tmp_path / "Stuhl.png", tmp_path / "none.png", tmp_path):
        with pytest.raises(ImageError) as caught:
            read(path)
        for sentence in (caught.value.message, caught.value.hint):
            assert german(sentence) != sentence and not re.search(r"\b(the|file|picture)\b", german(sentence))


@pytest.mark.parametrize(
    ("choice", "system", "code"),
    [
        ("de", ["en-GB"], "de"),
        ("en", ["de-AT"], "en"),
        (SYSTEM, ["de-AT", "en"], "de"),
        (SYSTEM, ["fr-FR", "de"], "de"),
        (SYSTEM, ["fr_FR"], "en"),
        (SYSTEM, ["C"], "en"),
        ("words", ["de"], "en"),
    ],
)
def test_the_language_follows_the_choice_then_the_system(monkeypatch, choice, system, code):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: system)
    assert chosen_language(choice) == code


def test_texts_are_told_from_names(tool):
    for text in ("Reconstruct", "{0} of {1} done", "&File", "No", " rounds"):
        assert tool.is_prose(text), text
    for name in ("cardTitle", "#ffffff", "Ctrl+Shift+Z", "export_mm", "STL", "{0}", "{0}³", "<b>", "PgUp"):
        assert not tool.is_prose(name), name
