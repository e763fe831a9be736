"""The same over HTTP, for programs."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.case import Case
from firsthand.schema import Findings
from firsthand.show.dossier import of_case
from firsthand.show.web.app import ROUTES, app
from firsthand.show.web.desk import Desk
from firsthand.show.web.gate import Keys

GETS = [route.path for route in ROUTES if "GET" in route.methods and route.path.startswith("/api/")]
PAGES = [route.path for route in ROUTES if "GET" in route.methods and not route.path.startswith("/api/")]
ANYTHING = st.text(max_size=40) | st.sampled_from(
    ["d4", "g1", "c4", "v1", "0", "-1", "1e9", "null", "d4.c4", "'"]
)


@pytest.fixture(scope="module")
def api(example_case, tmp_path_factory, ask):
    import shutil

    path = tmp_path_factory.mktemp("api") / "case"
    shutil.copytree(example_case, path)
    keys = Keys(8741)
    bench = app(Desk(path, of_case, "Ada"), keys)

    def call(where, method="GET", body=b"", query="", key=keys.token):
        headers = [("host", "127.0.0.1:8741"), ("authorization", f"Bearer {key}")]
        return ask(bench, method, where, headers, body, query=query)

    call.path = path
    return call


def test_the_description_names_every_path_and_nothing_else(api):
    described = json.loads(api("/api/openapi.json").body)
    own = {
        (route.path, m.lower()) for route in ROUTES if route.path.startswith("/api/") for m in route.methods
    }
    own = {(path, method) for path, method in own if method != "head" and path != "/api/openapi.json"}
    assert {(path, m) for path, methods in described["paths"].items() for m in methods} == own
    references = [part for part in json.dumps(described).split('"') if part.startswith("#/")]
    for each in references:
        found = described
        for name in each[2:].split("/"):
            found = found[name]


def test_lists_are_given_a_page_at_a_time(api):
    whole = json.loads(api("/api/groups", query="limit=500").body)
    part = json.loads(api("/api/groups", query="limit=3&offset=2").body)
    assert part["items"] == whole["items"][2:5]
    assert part["total"] == len(whole["items"])


def test_findings_are_what_the_command_gives(api):
    found = msgspec.json.decode(api("/api/findings").body, type=Findings)
    with Case(api.path) as case:
        assert found == of_case(case).findings


def test_a_search_gives_the_place_of_the_words(api):
    hits = json.loads(api("/api/search", query="q=ferryman").body)["items"]
    assert "d8" in {hit["document"] for hit in hits}


def test_a_decision_is_made_by_name_and_only_on_what_was_seen(api):
    def decide(**asked):
        return api("/api/decisions", "POST", json.dumps(asked).encode())

    made = decide(target="d1.c1", action="confirm", by="Noor", if_last=0)
    assert made.status == 201
    assert decide(target="d1.c1", action="reject", by="Ada", if_last=0).status == 409
    assert decide(target="d1.c1", action="reject", by=" ").status == 400
    assert decide(target="d1.c99", action="reject", by="Ada").status == 400
    assert decide(target="d1.c1", action="reject", by="Ada", more=1).status == 422
    last = json.loads(api("/api/decisions").body)["items"][-1]
    assert (last["actor"], last["value"]) == ("Noor", "confirmed")


@pytest.mark.parametrize(
    ("where", "method", "status"),
    [
        ("/api/nothing", "GET", 404),
        ("/api/documents/d99", "GET", 404),
        ("/api/groups/x", "GET", 404),
        ("/api/case", "POST", 405),
        ("/api/case", "DELETE", 405),
    ],
)
def test_an_error_always_has_the_same_form(api, where, method, status):
    answer = api(where, method)
    assert answer.status == status
    said = json.loads(answer.body)
    assert (said["ok"], said["status"]) == (False, status)
    assert said["error"]
    assert said["errors"]


def test_without_the_key_nothing_is_told(api):
    said = api("/api/case", key="x")
    assert said.status == 401
    assert json.loads(said.body)["ok"] is False


SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@SLOW
@given(
    template=st.sampled_from(GETS + PAGES),
    named=ANYTHING,
    query=st.dictionaries(
        st.sampled_from(
            [
                "q",
                "kind",
                "offset",
                "limit",
                "document",
                "part",
                "at",
                "page",
                "place",
                "from",
                "to",
                "sort",
                "told",
            ]
        ),
        ANYTHING,
        max_size=4,
    ),
)
def test_whatever_is_asked_the_answer_is_no_defect(api, template, named, query):
    path = template
    for part in ("{document}", "{claim}", "{group}", "{clip}", "{name}", "{n:int}"):
        path = path.replace(part, named.replace("/", "") or "x")
    answer = api(path, query=urlencode(query, errors="replace", quote_via=quote))
    assert answer.status < 500
    if answer.status >= 400 and path.startswith("/api"):
        assert json.loads(answer.body)["status"] == answer.status


@SLOW
@given(
    body=st.binary(max_size=60)
    | st.builds(
        lambda target, action, said, last: json.dumps(
            {"target": target, "action": action, "by": "Ada", "said": said, "if_last": last}
        ).encode(),
        ANYTHING,
        st.sampled_from(["confirm", "reject", "correct", "rate", "regrade", "note", "undo", "x"]),
        st.lists(ANYTHING | st.sampled_from(["certainty", "point", "B"]), max_size=3),
        st.none() | st.integers(-5, 10**6),
    )
)
def test_whatever_is_decided_the_answer_is_no_defect(api, body):
    answer = api("/api/decisions", "POST", body)
    assert answer.status in (201, 400, 409, 422)
