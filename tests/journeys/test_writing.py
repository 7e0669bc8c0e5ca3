"""Writing in a real browser: it saves itself, and no word that was acknowledged is ever lost."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from sqlalchemy import create_engine, text, update

from portal.database import db
from portal.identity.models import BrowserSession
from portal.people.models import Organisation
from portal.standards.models import Piece, PieceRevision
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.factories.writing import a_piece
from tests.journeys.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.once
ROOT = Path(__file__).parents[2]
# `make reliability` kills twenty times; every run of the tests does it often enough to notice.
KILLS = int(os.environ.get("AUTOSAVE_KILLS", "3"))
SAVED = "Saved at"


@pytest.fixture
def piece(cast, commit):
    made = a_piece(cast.nqsw, text="")
    commit()
    return made


def written(piece):
    db.session.rollback()
    db.session.expire_all()
    return db.session.get(Piece, piece.id).text


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_what_is_typed_saves_itself_and_says_when(cast, window, piece, size):
    page = window(cast.nqsw, size=size)
    page.goto(f"/writing/{piece.id}")
    box, state = page.get_by_label("Your text"), page.locator("#writing-state")
    box.press_sequentially("I noticed the silence.")
    expect(state).to_contain_text(SAVED)
    expect(page.locator("#writing-words")).to_have_text("4 words")
    box.press_sequentially(" And I filled it.")
    box.blur()
    expect(state).to_contain_text(SAVED)
    assert written(piece) == "I noticed the silence. And I filled it."
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_what_looks_like_an_identifier_is_listed_while_i_type(cast, window, piece):
    page = window(cast.nqsw)
    page.goto(f"/writing/{piece.id}")
    page.get_by_label("Your text").press_sequentially("I visited Keira Doyle.")
    expect(page.locator("#looked-text")).to_contain_text("Keira Doyle looks like a name")


def test_a_lost_connection_keeps_every_word_here_until_it_is_back(cast, window, piece):
    page = window(cast.nqsw)
    page.goto(f"/writing/{piece.id}")
    box, state = page.get_by_label("Your text"), page.locator("#writing-state")
    page.context.set_offline(True)
    box.press_sequentially("Written in a tunnel.")
    expect(state).to_contain_text("Not saved yet")
    assert page.evaluate("Object.keys(localStorage).length") == 1
    page.context.set_offline(False)
    expect(state).to_contain_text(SAVED)
    assert written(piece) == "Written in a tunnel."
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.goto("about:blank")  # what the console says of the tunnel is expected


def test_where_local_drafts_are_off_a_lost_connection_keeps_the_words_on_the_page_alone(
    cast, window, piece, commit
):
    db.session.get_one(Organisation, cast.nqsw.organisation_id).keeps_local_drafts = False
    commit()
    page = window(cast.nqsw, size=PHONE)
    page.goto(f"/writing/{piece.id}")
    expect(page.get_by_text("keeps no copy on this computer")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Your text").press_sequentially("Written in a tunnel.")
    expect(page.locator("#writing-state")).to_contain_text("Keep this page open")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.context.set_offline(False)
    expect(page.locator("#writing-state")).to_contain_text(SAVED)
    assert written(piece) == "Written in a tunnel."
    page.goto("about:blank")  # what the console says of the tunnel is expected


def test_a_page_that_was_closed_too_soon_gives_its_words_back(cast, window, piece):
    page = window(cast.nqsw)
    page.goto(f"/writing/{piece.id}")
    page.route("**/working-text", lambda route: route.abort())
    page.get_by_label("Your text").press_sequentially("Not sent.")
    page.wait_for_timeout(500)
    page.goto("/")
    page.unroute("**/working-text")
    page.goto(f"/writing/{piece.id}")
    expect(page.get_by_label("Your text")).to_have_value("Not sent.")
    expect(page.locator("#writing-state")).to_contain_text(SAVED)
    assert written(piece) == "Not sent."


def test_signing_out_asks_about_words_that_only_this_computer_has(cast, window, piece):
    page = window(cast.nqsw)
    page.goto(f"/writing/{piece.id}")
    page.route("**/working-text", lambda route: route.abort())
    page.get_by_label("Your text").press_sequentially("Not sent.")
    page.wait_for_timeout(500)
    page.goto("/")
    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_role("alert")).to_contain_text("only on this computer")
    page.get_by_role("button", name="Delete it and sign out").click()
    expect(page.get_by_label("E-mail address")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_two_windows_end_in_a_page_with_both_texts(cast, window, piece):
    one, other = window(cast.nqsw), window(cast.nqsw)
    for page in (one, other):
        page.goto(f"/writing/{piece.id}")
    one.get_by_label("Your text").fill("From one window.")
    one.get_by_label("Your text").blur()
    expect(one.locator("#writing-state")).to_contain_text(SAVED)
    other.get_by_label("Your text").fill("From the other.")
    other.get_by_label("Your text").blur()
    expect(other.locator("#writing-state")).to_contain_text("Press Save to see both texts")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("alert", name="The text from the other window")).to_contain_text(
        "From one window."
    )
    expect(other.get_by_label("Your text")).to_have_value("From the other.")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator(".saved")).to_contain_text(SAVED)
    assert written(piece) == "From the other."
    texts = [r.text for r in db.session.query(PieceRevision).order_by(PieceRevision.number)]
    assert texts == ["From one window.", "From the other."]


def test_a_session_that_ended_takes_the_words_along_to_sign_in(cast, window, piece):
    page = window(cast.nqsw)
    page.goto(f"/writing/{piece.id}")
    db.session.execute(update(BrowserSession).values(ended_at=NOW))
    db.session.commit()
    page.get_by_label("Your text").press_sequentially("After the end.")
    page.get_by_label("Your text").blur()
    expect(page.locator("#writing-state")).to_contain_text("You have been signed out")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("E-mail address").fill("nqsw@riverside.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator(".lead")).to_contain_text("What you typed is kept")
    page.get_by_role("button", name="Save it now").click()
    expect(page.get_by_label("Your text")).to_have_value("After the end.")
    assert written(piece) == "After the end."


def test_without_javascript_save_does_the_same(cast, window, piece):
    page = window(cast.nqsw, javascript=False)
    page.goto(f"/writing/{piece.id}")
    page.get_by_label("Your text").fill("Slowly.")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_label("Your text").input_value() == "Slowly."
    assert written(piece) == "Slowly."


def test_a_thought_is_caught_on_a_phone_without_leaving_the_page(cast, window):
    page = window(cast.nqsw, size=PHONE)
    page.goto("/thoughts")
    page.get_by_label("What is on your mind?").fill("Ask about the silence.")
    page.get_by_role("button", name="Catch it").click()
    page.get_by_role("button", name="To supervision").click()
    expect(page.get_by_text("Ask about the silence.").first).to_be_visible()


# ---- A server that is killed at random


class Served:
    """The portal in a process of its own, on a database of its own, to be killed."""

    def __init__(self, folder: Path) -> None:
        self.url = f"sqlite:///{folder / 'killed.sqlite'}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.env = {**os.environ, "PORTAL_DEMO": "1", "DATABASE_URL": self.url}
        self.env.pop("PORTAL_URL", None)
        self.process: subprocess.Popen[bytes]

    def prepare(self) -> None:
        """Tables, one person and one piece; the token and the piece's id."""
        made = subprocess.run(
            [sys.executable, "-m", "tests.journeys.killed"], cwd=ROOT, env=self.env,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        self.cookie, self.piece_id = made.stdout.split()[-2:]

    def start(self) -> None:
        serve = f"from portal import create_app; create_app().run('127.0.0.1', {self.port}, threaded=True)"
        self.process = subprocess.Popen(
            [sys.executable, "-c", serve], cwd=ROOT, env=self.env,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + 90
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.address}/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.05)
        self.kill()
        raise AssertionError("The server did not start again")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def on_disk(self) -> str:
        engine = create_engine(self.url)
        with engine.connect() as connection:
            found = connection.execute(text("SELECT text FROM piece")).scalar_one()
        engine.dispose()
        return str(found)


@pytest.fixture
def served(tmp_path):
    server = Served(tmp_path)
    server.prepare()
    server.start()
    yield server
    server.kill()


def test_a_server_that_is_killed_while_i_type_loses_no_acknowledged_word(served, chromium):
    """Kills at a random moment between the first key and the answer, round after round."""
    chance = random.Random(41)
    context = chromium.new_context(base_url=served.address)
    context.add_cookies([{"name": "portal", "value": served.cookie, "url": served.address}])
    page = context.new_page()
    page.goto(f"/writing/{served.piece_id}")
    box, state = page.get_by_label("Your text"), page.locator("#writing-state")
    typed, lost = "", 0
    for number in range(KILLS):
        piece = f"Word{number} and some more. "
        box.press_sequentially(piece)
        typed += piece
        if chance.random() < 0.5:
            box.blur()
        page.wait_for_timeout(chance.uniform(0, 2300))
        acknowledged = typed if (state.text_content() or "").startswith(SAVED) else ""
        served.kill()
        lost += not served.on_disk().startswith(acknowledged)
        served.start()
        box.focus()
        expect(state).to_contain_text(SAVED, timeout=60_000)
        lost += served.on_disk() != typed
    print(f"{KILLS} kills, {lost} lost")
    assert not lost
    assert box.input_value() == typed
    context.close()
