"""HTML -> PDF through a Chromium that is installed, with no network and in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from firsthand.schema.errors import MissingInstrument

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
LONGEST_S = 180


def found() -> str | None:
    """The browser's program; null where none is installed."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def pdf(page: Path) -> bytes:
    """A page as it prints. Raises `MissingInstrument` where no browser is there, or it does not print."""
    program = found()
    if program is None:
        raise MissingInstrument(
            "A PDF needs Chromium or Chrome, and none is installed. Install one (apt install chromium), or "
            "open the HTML file in any browser and print it."
        )
    with tempfile.TemporaryDirectory(prefix="firsthand-print-") as folder:
        made = Path(folder) / "page.pdf"
        options = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-quic",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer", f"--print-to-pdf={made}", page.resolve().as_uri(),
        ]  # fmt: skip
        if _is_root():
            options.insert(0, "--no-sandbox")  # Chromium refuses its sandbox to root; the page is our own
        try:
            subprocess.run([program, *options], capture_output=True, timeout=LONGEST_S, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise MissingInstrument(f"{program} did not print the page ({error}).") from error
        if not made.is_file():
            raise MissingInstrument(
                f"{program} did not print the page. Open the HTML file and print it there."
            )
        return made.read_bytes()


def _is_root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0
