"""A real browser before a real server, on the tests' own database."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, sync_playwright
from werkzeug.serving import make_server

from portal.database import db
from portal.identity import sessions
from portal.identity.models import Account

FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
DESKTOP, PHONE, SMALLEST = (1280, 900), (390, 844), (320, 256)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys."""
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


def launched(kind: BrowserType, **options: Any) -> Browser:
    """Chromium as it is found here, perhaps with options of its own."""
    found = [path for name in ("chromium", "chromium-browser", "google-chrome")
             if (path := shutil.which(name))]  # fmt: skip
    root = ["--no-sandbox"] if os.getuid() == 0 else []
    path = found[0] if found else None
    return kind.launch(executable_path=path, args=[*FLAGS, *root], **options)


@pytest.fixture(scope="session")
def address(built: Any) -> Iterator[str]:
    """Where the portal is served while the journeys run."""
    server = make_server("127.0.0.1", 0, built, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def window(app: Any, cast: Any, chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a window of some size, signed in as somebody, with or without JavaScript."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_window(
        as_: Any = None, *, size: tuple[int, int] = DESKTOP, javascript: bool = True
    ) -> Page:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=javascript,
            has_touch=size == PHONE,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if as_ is not None:
            context.add_cookies([_cookie(app, as_, address)])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.set_default_navigation_timeout(30_000)  # some first openings work out much
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not unexpected(complaints), f"The browser complained: {unexpected(complaints)}"


# Answers that a test asked for (422, 409, 404 ...), and connections that it cut.
ASKED_FOR = ("the server responded with a status of 4", "net::ERR_INTERNET_DISCONNECTED",
             "net::ERR_FAILED", "Failed to fetch")  # fmt: skip


def unexpected(complaints: list[str]) -> list[str]:
    """What the console said, apart from what a test asked for."""
    return [words for words in complaints if not any(asked in words for asked in ASKED_FOR)]


def _cookie(app: Any, person: Any, address: str) -> Any:
    account = db.session.query(Account).filter_by(person_id=person.id).one()
    token = sessions.start_session(account, "Chromium on Linux", "127.0.0.1")
    db.session.commit()
    signer = app.session_interface.get_signing_serializer(app)
    value = signer.dumps({"_user_id": token})
    return {"name": app.config["SESSION_COOKIE_NAME"], "value": value, "url": address}


AXE = (Path(__file__).parents[1] / "vendor" / "axe-4.14.1.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds on the page, rule by rule. It is brought in past the policy, by the devtools."""
    tools = page.context.new_cdp_session(page)
    tools.send("Runtime.evaluate", {"expression": AXE})
    result = tools.send(
        "Runtime.evaluate",
        {
            "expression": f"axe.run({{runOnly: {TAGS}}}).then(r => JSON.stringify("
            "r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))))",
            "awaitPromise": True,
        },
    )

    found: list[str] = json.loads(result["result"]["value"])
    return found
