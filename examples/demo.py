"""What `make demo` runs: the example case is made, read, and the claims of one of its articles are shown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "sovna-bridge"
CASE = Path("demo-case")


def firsthand(*words: str) -> int:
    """Show a command as a person would type it, run it, and give its exit status."""
    print(f"\n$ firsthand {' '.join(words)}\n", flush=True)
    return subprocess.run([sys.executable, "-m", "firsthand", *words], check=False).returncode


def main() -> int:
    """Read the whole example case and show one article of it."""
    if CASE.exists():
        shutil.rmtree(CASE)
    relative = str(ARTICLES.relative_to(Path.cwd()) if ARTICLES.is_relative_to(Path.cwd()) else ARTICLES)
    statuses = [
        firsthand("new", str(CASE), "--title", "The bridge at Sovna"),
        firsthand("add", str(CASE), relative),
        firsthand("read", f"{relative}/harbour-post.html"),
        firsthand("why", str(CASE), "d1.c1"),
        firsthand("verify", str(CASE)),
    ]
    print(
        f"""
What you see above: eleven items of invented reporting on one incident were read into the case {CASE}/,
and the claims of one of them are shown with who is behind each.

Where to look next (firsthand is {Path(sys.executable).with_name("firsthand")}):
  firsthand claims {CASE}                      every claim of the case
  firsthand read --why {relative}/harbour-post.html
                                                  the rule and the words behind every value
  firsthand read --json FILE                      the same for a program
  firsthand doctor                                what is installed
  examples/README.md                              what a careful reader finds in this case
"""
    )
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
