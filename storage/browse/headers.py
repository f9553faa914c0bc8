"""Headers that keep a page from loading or sending anything elsewhere, whatever text the corpus holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Datasette's own pages for SQL have a script and styles within the page; its tables and ours need none.
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src {styles}; script-src {scripts}; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def with_safe_headers(app: App, database: str) -> App:
    """Wrap the application so that every answer forbids requests to other hosts."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        datasettes_own = scope["path"].startswith((f"/{database}", "/-/"))
        scripts = "'self' 'unsafe-inline'" if datasettes_own else "'none'"
        styles = "'self' 'unsafe-inline'" if datasettes_own else "'self'"
        added = [
            (b"content-security-policy", POLICY.format(scripts=scripts, styles=styles).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"same-origin"),
        ]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *added]
            await send(message)

        await app(scope, receive, send_with_headers)

    return wrapped
