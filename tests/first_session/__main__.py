"""Plays a first-time user's session in the real window: `python -m tests.first_session OUT`.

Leaves numbered screenshots, `session.json` (one {step, ok, seconds, max_stall_ms, checks, ...} per step: all
are told in `recorder.Step`), `report.txt` and the files of the session in OUT. The exit status is 0 only if
everything held. Needs a screen (Xvfb will do) and the bundled model; settings and models of one's own stay
untouched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from imrecon_gui import paths
from imrecon_gui.app import UnforeseenErrors, build_application, build_window
from imrecon_gui.ui.theme import Scheme
from tests.first_session.play import FirstSession
from tests.first_session.recorder import REPORT_FILE, Recorder


def main(folder: Path, size: str, scheme: Scheme) -> bool:
    """Open the window, play, close it; whether everything held."""
    application = build_application(sys.argv[:1])
    recorder = Recorder(folder)
    recorder.clock.install()
    errors = UnforeseenErrors()
    errors.install()
    window = build_window(application)
    errors.caught.connect(window.report)
    window.context.theme.choose(scheme)
    window.move(0, 0)
    window.resize(*map(int, size.split("x")))
    window.show()
    window.keeper.begin()
    try:
        FirstSession(window, recorder, folder).play()
    except Exception as error:
        sys.stderr.write(f"The session ended early: {error}\n")
    window.close()
    return recorder.is_good


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scheme", choices=[scheme.value for scheme in Scheme], default="light")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        os.environ.pop(paths.MODELS_VARIABLE, None)
        is_good = main(arguments.out.resolve(), arguments.size, Scheme(arguments.scheme))
    sys.stdout.write((arguments.out / REPORT_FILE).read_text())
    sys.exit(0 if is_good else 1)
