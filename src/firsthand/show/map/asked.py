"""`read --map FILE`: the maps that a user asked for beside the reading."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.schema import Reading


class Maps:
    """The readings that go on maps; none is kept where no map was asked for."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._readings: list[Reading] = []
        if path is not None:
            from firsthand.show.map.page import fits

            fits(path)

    def keep(self, reading: Reading) -> None:
        """Note a reading for the map."""
        if self._path is not None:
            self._readings.append(reading)

    def write(self) -> None:
        """Write the file, and say so; nothing where no document was read."""
        if self._path is not None and self._readings:
            from firsthand.show.map.page import write_map

            write_map(self._path, self._readings)
            click.echo(f"Map: {self._path}", err=True)
