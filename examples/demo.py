"""What `make demo` runs: the example case is made, read, and its claims and findings are shown."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "sovna-bridge"
CLIPS = HERE / "sovna-footage"
CASE = Path("demo-case")
PAGE = CASE / "findings.html"


def firsthand(*words: str) -> int:
    """Show a command as a person would type it, run it, and give its exit status."""
    print(f"\n$ firsthand {' '.join(words)}\n", flush=True)
    return subprocess.run([sys.executable, "-m", "firsthand", *words], check=False).returncode


def with_footage(clips: str) -> list[int]:
    """Add the two clips, look for the re-post, tie them to what is written of them; nothing without PyAV."""
    if find_spec("av") is None:
        print("\nThe two clips are left out: pip install 'firsthand[footage]' brings what reads them.")
        return []
    note = ["--from", "0", "--to", "10", "three boxes drive off along the road, small figures stay behind"]
    return [
        firsthand("add", str(CASE), clips),
        firsthand("match", str(CASE), "v2"),
        firsthand("link", str(CASE), "v1", "d7"),
        firsthand("link", str(CASE), "v1", "d4"),
        firsthand("note", str(CASE), "v1", *note, "--claim", "d4.c4", "--says", "borne out"),
        firsthand("footage", str(CASE), "v1"),
    ]


def main() -> int:
    """Read the whole example case and show one article of it."""
    if CASE.exists():
        shutil.rmtree(CASE)
    relative, clips = (
        str(p.relative_to(Path.cwd()) if p.is_relative_to(Path.cwd()) else p) for p in (ARTICLES, CLIPS)
    )
    statuses = [
        firsthand("new", str(CASE), "--title", "The bridge at Sovna"),
        firsthand("add", str(CASE), relative),
        firsthand("read", f"{relative}/harbour-post.html"),
        firsthand("why", str(CASE), "d1.c1"),
        *with_footage(clips),
        firsthand("verify", str(CASE)),
        firsthand("findings", str(CASE), "--page", str(PAGE)),
    ]
    print(
        f"""
What you see above: eleven items of invented reporting on one incident were read into the case {CASE}/,
the claims of one of them are shown with who is behind each, and the findings say what all of them rest
on: the retreat on two first hands (the clip and a ferryman), the 6,000 volunteers and the fight on one
man; with and without covering fire contradict each other; the toll of the market rose, so its two figures
do not; one item is a copy.
Two short clips were found to show the same seconds, one of them mirrored and cropped: one first hand.

Where to look next (firsthand is {Path(sys.executable).with_name("firsthand")}):
  {PAGE}                         the findings as a page: open it in a browser
  firsthand findings --all {CASE}              what only one item tells, too
  firsthand claims {CASE}                      every claim of the case
  firsthand read --why {relative}/harbour-post.html
                                                  the rule and the words behind every value
  firsthand read --json FILE                      the same for a program
  firsthand match --page match.html {CASE} v2     the re-post beside the original, frame by frame
  firsthand doctor                                what is installed
  examples/README.md                              what a careful reader finds in this case
"""
    )
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
