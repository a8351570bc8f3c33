"""Everything that was measured, and its file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.machine import Machine
from benchmarks.row import Row
from benchmarks.startup import Startup
from imrecon_gui.core.errors import ExportError
from imrecon_gui.core.whole_file import write_whole

FORMAT_VERSION = 1


@dataclass(frozen=True)
class Report:
    """Figures of one run on one machine.

    Attributes:
        machine: What it is and how fast it multiplies.
        startups: (network, seconds of starting) pairs.
        rows: One for each network, resolution and procedure.
    """

    machine: Machine
    startups: tuple[tuple[str, Startup], ...]
    rows: tuple[Row, ...]

    def to_json(self) -> str:
        """The report as JSON; seconds and megabytes are numbers, what is not known is null."""
        everything = {
            "format_version": FORMAT_VERSION,
            "machine": asdict(self.machine),
            "startup": [{"model": name, **asdict(startup)} for name, startup in self.startups],
            "rows": [asdict(row) for row in self.rows],
        }
        return json.dumps(everything, indent=1, ensure_ascii=False) + "\n"

    def write(self, path: Path) -> None:
        """Write the JSON under a temporary name in the same folder, then rename it.

        Raises:
            ExportError: The file cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, self.to_json().encode())
        except OSError as error:
            reason = error.strerror or str(error)
            raise ExportError(f"{path} cannot be written: {reason}.", "Choose another file.") from error
