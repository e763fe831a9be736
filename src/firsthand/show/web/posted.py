"""What a form sent, once it is known to come from a page of ours."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from firsthand.show.web.gate import same
from firsthand.show.web.refusals import Refused

MOST_FILES, MOST_FIELDS = 2_000, 200


async def posted(request: Request, *, files: bool = False) -> FormData:
    """The fields of a form. Raises `Refused` where it lacks the word that our pages put into their forms."""
    try:
        form = await request.form(max_files=MOST_FILES if files else 0, max_fields=MOST_FIELDS)
    except (MultiPartException, HTTPException, UnicodeDecodeError) as error:
        raise Refused(400, "no_form") from error
    check(request, str(form.get("csrf") or ""))
    return form


def check(request: Request, given: str) -> None:
    """Raises `Refused` where a request that changes something comes from no page of ours."""
    state = request.scope["state"]
    header = request.headers.get("x-firsthand-csrf", "")
    if not state.get("bearer") and not same(given or header, state["keys"].csrf):
        raise Refused(403, "no_csrf")
