"""The interface for programs against its own description: schemathesis makes requests of all kinds from it."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import positive_data_acceptance

from firsthand.show.dossier import of_case
from firsthand.show.web.api_described import described as description
from firsthand.show.web.app import app
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Keys

OPERATIONS = [(method, path) for path, methods in description()["paths"].items() for method in methods]
EXAMPLES = 40
BASE = "http://127.0.0.1:8741"


@pytest.fixture(scope="module")
def described(example_case, tmp_path_factory):
    path = tmp_path_factory.mktemp("described") / "case"
    shutil.copytree(example_case, path)
    keys = Keys(8741)
    bench = app(Desk(path, of_case, "Ada"), keys)
    signed = {"authorization": f"Bearer {keys.token}", "host": "127.0.0.1:8741"}
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", bench, headers=signed)

    @schema.auth()
    class Signed:
        def get(self, _case, _context):
            return keys.token

        def set(self, case, token, _context):
            case.headers["authorization"] = f"Bearer {token}"

    return schema


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_whatever_is_asked_the_answer_is_as_described_and_no_defect(described, method, path, mode):
    asked = Counter[int]()
    # What a decision may say depends on what it is about, which no schema tells.
    excluded = [positive_data_acceptance] if method == "post" else []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    def ask(case):
        answer = case.call_and_validate(base_url=BASE, excluded_checks=excluded)
        asked[answer.status_code] += 1

    ask()
    assert asked.total() >= 1, asked
    assert not [status for status in asked if status >= 500]
