"""What the pages share: templates, words, the page's own secrets, links."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from firsthand import __version__
from firsthand.show import decided
from firsthand.show.clock import moment
from firsthand.show.web.desk import Desk, claim_of
from firsthand.show.web.islands import island, json
from firsthand.show.web.texts import texts

NAME_COOKIE = "firsthand-name"


@cache
def environment() -> Environment:
    """Templates of this folder; whatever is put into them is escaped."""
    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(t=texts(), word=texts().or_as_it_is, version=__version__, claim_of=claim_of)
    made.globals.update(in_words=decided.in_words, island=island, json=json)
    made.filters["query"] = query
    made.filters["moment"] = moment
    return made


def desk(request: Request) -> Desk:
    """The case on the desk."""
    held: Desk = request.app.state.desk
    return held


def rendered(request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page. It carries this answer's nonce and the word for its forms."""
    state = request.scope.get("state", {})
    page = environment().get_template(template)
    shown.setdefault("notice", None)
    body = page.render(
        nonce=state.get("nonce", ""),
        csrf=state["keys"].csrf if "keys" in state else "",
        path=request.scope["path"],
        by=person(request),
        status=status,
        **shown,
    )
    return HTMLResponse(body, status_code=status)


def person(request: Request) -> str:
    """The name that was last signed with in this browser, else who started the server."""
    given = unquote(request.cookies.get(NAME_COOKIE, ""))
    held = getattr(request.scope.get("app"), "state", None)
    return given or (held.desk.actor if held is not None else "")


def gone_to(where: str, by: str | None = None) -> RedirectResponse:
    """On to another page of ours after something was done; a name signed with is kept for the next form."""
    safe = where if where.startswith("/") and where[:2] not in ("//", "/\\") else "/"
    answer = RedirectResponse(safe.replace("\r", "").replace("\n", ""), status_code=303)
    if by:
        answer.set_cookie(NAME_COOKIE, quote(by), httponly=True, samesite="strict", path="/")
    return answer


def query(given: dict[str, Any], **changed: Any) -> str:
    """`?a=b` of what is not empty, with some of it changed."""
    kept = {k: v for k, v in {**given, **changed}.items() if v not in (None, "")}
    return f"?{urlencode(kept)}" if kept else "?"


def number(text: str | None, least: int, most: int, otherwise: int) -> int:
    """A whole number that somebody typed into an address, within its range."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 12:
        return otherwise
    return min(max(int(text), least), most)
