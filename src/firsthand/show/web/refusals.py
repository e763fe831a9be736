"""What went wrong -> the page or the JSON that says so."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from firsthand.schema.errors import FirsthandError
from firsthand.show.web.texts import texts


class Refused(Exception):
    """A request that is not answered, with its status and the name of its sentence."""

    def __init__(self, status: int, name: str, /, **said: object) -> None:
        super().__init__(name)
        self.status, self.name, self.said = status, name, said

    @property
    def sentence(self) -> str:
        """Why, and what to do next."""
        return texts()(f"refused.{self.name}", **self.said)


class TooLarge(Refused):
    """More bytes than are taken at once."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, "too_large", limit=f"{limit / 1_000_000:g}")


def wants_json(scope: Scope) -> bool:
    """Whether the answer goes to a program."""
    return str(scope["path"]).startswith("/api")


def refusal(scope: Scope, refused: Refused) -> Response:
    """The answer to a request that is refused."""
    return failure(scope, refused.status, refused.sentence)


def failure(scope: Scope, status: int, sentence: str, errors: list[Any] | None = None) -> Response:
    """An error as a program or a person reads it."""
    if wants_json(scope):
        said = {"ok": False, "error": sentence, "errors": errors or [sentence], "status": status}
        return JSONResponse(said, status_code=status)
    from firsthand.show.web.pages import rendered

    # Nothing of the case is shown to whoever was refused: the page has no title and no links of its own.
    return rendered(Request(scope), "refused.html.j2", status=status, sentence=sentence)


async def on_refused(request: Request, error: Exception) -> Response:
    """For errors raised while a request is answered."""
    if isinstance(error, Refused):
        return refusal(request.scope, error)
    if isinstance(error, FirsthandError):
        return failure(request.scope, 400, str(error))
    return failure(request.scope, 500, texts()("refused.defect"))
