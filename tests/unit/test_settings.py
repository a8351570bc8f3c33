"""The settings: typed, versioned, and never in the way."""

from imrecon_gui.settings import FORMAT_VERSION, Settings


def test_values_come_back_as_they_were(tmp_path):
    path = tmp_path / "folder" / "window.ini"
    settings = Settings(path)
    for key, value in {"n": 96, "x": 2.5, "yes": False, "words": "a, b\nc"}.items():
        settings.put(key, value)
    settings.sync()
    again = Settings(path)
    assert again.number("n", 1) == 96
    assert again.real("x", 1.0) == 2.5
    assert again.flag("yes", True) is False
    assert again.text("words") == "a, b\nc"
    assert again.number("absent", 7) == 7


def test_nonsense_reads_as_the_default(tmp_path):
    settings = Settings(tmp_path / "window.ini")
    settings.put("n", "many")
    assert settings.number("n", 7) == 7
    assert settings.real("n", 0.5) == 0.5


def test_an_unknown_format_is_set_aside(tmp_path):
    path = tmp_path / "window.ini"
    path.write_text(f"[General]\nformat={FORMAT_VERSION + 1}\ncategory=boat\n")
    assert Settings(path).text("category", "auto") == "auto"
    assert "boat" in (tmp_path / "window.unknown.ini").read_text()


def test_recent_pictures_are_few_new_first_and_there(tmp_path):
    settings = Settings(tmp_path / "window.ini")
    pictures = [tmp_path / f"{n}, odd name.png" for n in range(12)]
    for path in pictures:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(pictures[8])
    pictures[10].unlink()
    assert settings.recent() == tuple(pictures[n] for n in (8, 11, 9, 7, 6, 5, 4))
