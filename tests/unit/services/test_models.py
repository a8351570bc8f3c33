"""The models: filtered by category, noticed when they come."""

import pytest

from imrecon_gui.core.errors import ModelError
from imrecon_gui.services.models import ModelService
from tests.gui.fakes import FakeLibrary


@pytest.fixture
def service(tmp_path, qapp):
    made = ModelService(FakeLibrary(tmp_path), (tmp_path, tmp_path / "absent"))
    made.refresh()
    return made


def test_models_are_those_that_know_the_category(service):
    assert service.categories() == ("chair", "table")
    assert [model.name for model in service.models()] == ["big", "small"]
    assert [model.name for model in service.models("table")] == ["big"]
    assert service.models("boat") == ()


def test_a_file_that_appears_is_noticed(service, tmp_path, qtbot):
    with qtbot.waitSignal(service.changed):
        (tmp_path / "mine.model").write_text("weights")
    assert service.categories() == ("chair", "lamp", "table")


def test_nothing_new_says_nothing(service, qtbot):
    with qtbot.assertNotEmitted(service.changed):
        service.refresh()


def test_an_unreadable_library_is_told(qapp, qtbot):
    class Broken:
        def choices(self):
            raise ModelError("No.", "Try.")

    service = ModelService(Broken())
    with qtbot.waitSignal(service.failed) as blocker:
        service.refresh()
    assert isinstance(blocker.args[0], ModelError)
    assert service.models() == ()
