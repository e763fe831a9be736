"""A case with real readings, made once: the exports, the dossier and the review look at it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.case import Case
from firsthand.show.cli import main
from firsthand.show.dossier import of_case

EXAMPLE = Path(__file__).parents[2] / "examples/sovna-bridge"
EXTRA = """London quiet as Oslo waits

=HYPERLINK("http://example.invalid") said the ministry on Friday. Seven people were killed in Oslo on \
Thursday, the city's hospital said. "Nine people were hurt about 5 km north of Bergen," said Mara Velin, \
a ferry captain. Three were wounded in Sovna, residents said.
"""


@pytest.fixture(scope="session")
def filed_case(tmp_path_factory) -> Path:
    """The example case with one more document. Not to be written to."""
    folder = tmp_path_factory.mktemp("filed")
    (folder / "extra.txt").write_text(EXTRA, encoding="utf-8")
    case = folder / "sovna"
    run = CliRunner()
    for words in (
        ["new", case, "--title", "The bridge at Sovna", "--by", "Ada"],
        ["add", case, EXAMPLE, "--by", "Ada"],
        ["add", case, folder / "extra.txt", "--by", "Ben", "--publisher", "Harbour Post",
         "--published", "2031-03-14"],
    ):  # fmt: skip
        done = run.invoke(main, [str(word) for word in words])
        assert done.exit_code == 0, done.output
    return case


@pytest.fixture
def own_case(filed_case, tmp_path) -> Path:
    """A copy of it to write to."""
    return Path(shutil.copytree(filed_case, tmp_path / "sovna"))


@pytest.fixture(scope="session")
def filed(filed_case):
    """Its dossier."""
    with Case(filed_case) as case:
        return of_case(case)
