"""Who may speak to the workbench: requests -> let through, or refused with a reason.

A page that is open in the same browser can send requests to this machine, and a name elsewhere can be made to
point to it. Therefore each request must name this server as its host, come from no other page, and show the
key that `firsthand serve` printed: once in the address, from then on as a cookie. Programs show it as
`Authorization: Bearer KEY`. Whatever changes something carries the page's own word (`csrf`) besides.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.show.web.refusals import Refused, TooLarge, refusal

READS = ("GET", "HEAD")
SMALL_BYTES = 1_000_000
"""More than any form without files has."""


@dataclass(frozen=True)
class Keys:
    """What this run of the server is opened with. Each is new at every start."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser on this machine may call the server."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def cookie(self) -> str:
        """The cookie's name; cookies are shared over ports, so it carries the port."""
        return f"firsthand-{self.port}"

    @property
    def csrf(self) -> str:
        """The word that the pages put into their forms."""
        return hmac.new(self.session.encode(), b"forms", "sha256").hexdigest()

    @property
    def address(self) -> str:
        """What the user opens."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing of them."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


class Gate:
    """Stands before the whole application, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, keys: Keys, largest_bytes: int) -> None:
        self._app, self._keys, self._largest = app, keys, largest_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or answer why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            nonce = secrets.token_urlsafe(16)
            scope.setdefault("state", {}).update(nonce=nonce, keys=self._keys)
            await self._http(scope, receive, _with_headers(send, nonce))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        try:
            bearer = self._check_origin(scope["method"], headers)
            if self._brings_token(scope):
                await self._welcome(scope, receive, send)
                return
            self._check_key(bearer, headers)
            scope["state"]["bearer"] = bearer
            await self._app(scope, _limited(receive, self._limit(scope, headers)), send)
        except Refused as refused:
            await refusal(scope, refused)(scope, receive, send)

    def _check_origin(self, method: str, headers: Headers) -> bool:
        """Whether a program showed the key as a bearer. Raises `Refused` for what another page sent."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._keys.hosts:
            raise Refused(421, "wrong_host")
        given = headers.get("authorization")
        bearer = given is not None and same(given, f"Bearer {self._keys.token}")
        if given is not None and not bearer:
            raise Refused(401, "no_key")
        if method not in (*READS, "POST"):
            raise Refused(405, "wrong_method")
        origins = headers.getlist("origin")
        if any(each.lower() != f"http://{hosts[0].lower()}" for each in origins):
            raise Refused(403, "other_origin")
        site = headers.getlist("sec-fetch-site")
        allowed = ("same-origin", "none") if method in READS else ("same-origin",)
        if any(each not in allowed for each in site):
            raise Refused(403, "other_origin")
        if headers.get("sec-fetch-dest") in ("iframe", "frame", "embed", "object"):
            raise Refused(403, "framed")
        if method not in READS and not bearer and not origins:
            raise Refused(403, "other_origin")
        return bearer

    def _brings_token(self, scope: Scope) -> bool:
        if scope["method"] not in READS or b"token=" not in scope["query_string"]:
            return False
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if not given:
            return False
        if not same(given[0], self._keys.token):
            raise Refused(401, "wrong_key")
        return True

    def _check_key(self, bearer: bool, headers: Headers) -> None:
        if not bearer and not self._has_cookie(headers):
            raise Refused(401, "no_key")

    async def _welcome(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The key leaves the address, where it would be seen and kept, for a cookie."""
        answer = RedirectResponse(scope["path"] if scope["path"].count("//") == 0 else "/", status_code=303)
        answer.set_cookie(self._keys.cookie, self._keys.session, httponly=True, samesite="strict", path="/")
        await answer(scope, receive, send)

    def _has_cookie(self, headers: Headers) -> bool:
        try:
            jar = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        held = jar.get(self._keys.cookie)
        return held is not None and same(held.value, self._keys.session)

    def _limit(self, scope: Scope, headers: Headers) -> int:
        limit = self._largest if scope["path"] == "/add" else SMALL_BYTES
        said = headers.get("content-length", "0")
        if said.isascii() and said.isdigit() and int(said) > limit:
            raise TooLarge(limit)
        return limit


def _limited(receive: Receive, limit: int) -> Receive:
    """The same body, refused as soon as it is longer than the limit."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge(limit)
        return message

    return counted


def _with_headers(send: Send, nonce: str) -> Send:
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self'; "
        "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            # What an endpoint sets for itself (the bytes of a clip) is stricter still.
            headers.setdefault("content-security-policy", policy)
            headers.setdefault("cache-control", "no-store")
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "DENY"
            # `no-referrer` would make browsers send `Origin: null` with our own forms.
            headers["referrer-policy"] = "same-origin"
            headers["cross-origin-opener-policy"] = "same-origin"
            headers["cross-origin-resource-policy"] = "same-origin"
            headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
        await send(message)

    return sent
