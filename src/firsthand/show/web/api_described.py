"""The OpenAPI document of the interface for programs, its schemas taken from the values themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from firsthand import __version__
from firsthand.schema import Clip, ClipFinding, ComparedClaim, ComparedDocument, Findings, Group, Reading

_ITEMS: dict[str, tuple[str, Any]] = {
    "/api/documents": ("The documents of the case.", ComparedDocument),
    "/api/claims": ("The tellings of all groups.", ComparedClaim),
    "/api/groups": ("The same claim in all documents that make it.", Group),
    "/api/footage": ("The clips of the case.", ClipFinding),
    "/api/search": ("Hits in claims, voices, places and texts.", None),
    "/api/decisions": ("Every decision ever made.", None),
}
_ONE = {
    "/api/case": "The case in figures.",
    "/api/findings": "Everything that comparing found, as `findings --json` gives it.",
    "/api/documents/{document}": "Everything that was read from a document, as `read --json` gives it.",
    "/api/groups/{group}": "A group, its tellings, what speaks against it, what was decided.",
}
_WHOLE: dict[str, Any] = {"/api/findings": Findings}
_REFUSALS = ("401", "403", "404", "405", "421")


@cache
def described() -> dict[str, Any]:
    """The document, OpenAPI 3.1."""
    _, components = msgspec.json.schema_components(
        [Clip, ClipFinding, ComparedClaim, ComparedDocument, Findings, Group, Reading],
        ref_template="#/components/schemas/{name}",
    )
    components["Error"] = _error()
    paths: dict[str, Any] = {path: {"get": _list(path, *said)} for path, said in _ITEMS.items()}
    paths |= {path: {"get": _single(path, said)} for path, said in _ONE.items()}
    paths["/api/decisions"]["post"] = _decide()
    return {
        "openapi": "3.1.0",
        "info": {"title": "Firsthand workbench", "version": __version__},
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def _list(path: str, said: str, kind: Any) -> dict[str, Any]:
    item = {"$ref": f"#/components/schemas/{kind.__name__}"} if kind else {"type": "object"}
    whole = {"type": "integer", "minimum": 0}
    schema = {
        "type": "object",
        "required": ["total", "offset", "items"],
        "properties": {"total": whole, "offset": whole, "items": {"type": "array", "items": item}},
    }
    asked = [
        _asked("offset", whole | {"maximum": 10**9}),
        _asked("limit", {"type": "integer", "minimum": 1, "maximum": 500}),
    ]
    if path == "/api/search":
        asked += [_asked("q", {"type": "string"}), _asked("kind", {"type": "string"})]
    if path == "/api/claims":
        asked.append(_asked("document", {"type": "string"}))
    return {"summary": said, "parameters": asked, "responses": _answers("200", schema, "422")}


def _single(path: str, said: str) -> dict[str, Any]:
    kind = _WHOLE.get(path)
    schema = {"$ref": f"#/components/schemas/{kind.__name__}"} if kind else {"type": "object"}
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    given = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in names]
    return {"summary": said, "parameters": given, "responses": _answers("200", schema)}


def _asked(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def _decide() -> dict[str, Any]:
    text = {"type": "string"}
    body = {
        "type": "object",
        "required": ["target", "action", "by"],
        "additionalProperties": False,
        "properties": {
            "target": text,
            "action": text,
            "by": text,
            "said": {"type": "array", "items": text},
            "if_last": {"type": ["integer", "null"]},
        },
    }
    return {
        "summary": "Decide about a value, by name; 409 where somebody decided since `if_last`.",
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": _answers("201", {"type": "object"}, "400", "409", "413", "422"),
    }


def _answers(status: str, schema: dict[str, Any], *more: str) -> dict[str, Any]:
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    refused = {each: {"description": "Why not.", "content": error} for each in (*_REFUSALS, *more)}
    done = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
    return {status: done} | refused


def _error() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["ok", "error", "errors", "status"],
        "properties": {
            "ok": {"const": False},
            "error": {"type": "string"},
            "errors": {"type": "array"},
            "status": {"type": "integer"},
        },
    }
