"""The words of a pair are in no file, mail, log or database for anybody outside it (T4, T52).

They are planted as people plant them: typed into the portal's own forms, also into answers that
were refused. `test_fields` searches the pages; here is searched what leaves the portal or lies
beside it.
"""

import io
import logging
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.matching.models import SupportNeed, SupportOffer
from portal.mentoring.models import Pairing, Session
from portal.notices import mail
from portal.notices.models import Notice
from portal.standards.models import Piece
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.matching import a_need, an_offer
from tests.factories.mentoring import (
    a_pair_agreement,
    a_pairing,
    a_planned_session,
    an_ended_pairing,
)
from tests.house import examples
from tests.house.test_pages import openable

WORD = "quincewort"  # every marker begins with it, so one search finds them all
# Who may open most of what the two may not; everybody else, and every CSV: `test_fields`.
OUTSIDE = ("manager", "coordinator")
AREAS = {"home", "mentoring", "matching", "notices", "audit"}
pytestmark = pytest.mark.once  # the file that is read is SQLite's


def marker(what: str) -> str:
    return f"{WORD}-{what}"


@pytest.fixture
def pairing(cast: Cast, browser: Any, caplog: Any) -> Pairing:
    """Priya and Amira, who have typed private words wherever a pair can."""
    caplog.set_level(logging.DEBUG)
    made = a_pairing(coach=cast.coach, supported=cast.nqsw)
    an_offer(cast.coach)
    a_need(cast.nqsw)
    plant(cast, browser, made)
    return made


def plant(cast: Cast, browser: Any, made: Pairing) -> Session:
    """Let the two type private words, also into answers that are refused; the session they log."""
    a_planned_session(made)
    for each in (*db.session.query(SupportOffer), *db.session.query(SupportNeed)):
        each.identity = [marker("aboutme")]
    priya, amira = browser(as_=cast.coach), browser(as_=cast.nqsw)
    here = f"/pairings/{made.id}"
    _log(priya.visit(here), "note", minutes="45")
    _log(priya.visit(here), "twice", minutes="45")
    _log(priya.visit(here), "refused", minutes="10000")
    held = db.session.query(Session).filter_by(pairing_id=made.id).one()
    again = browser(as_=cast.coach).visit(f"/sessions/{held.id}/correction")
    amira.visit(f"/sessions/{held.id}/correction").submit("Save", note=marker("corrected"))
    assert again.submit("Save", note=marker("stale")).status == 409
    assert marker("stale") in again.html
    amira.visit(f"{here}/actions").submit("Add", words=marker("action"), owner="me")
    amira.visit(f"{here}/agreement/new").submit("Sign it", goals=marker("goals"))
    for path, what in ((f"/sessions/{held.id}", "corrected"), (f"{here}/actions", "action"),
                       (f"{here}/agreement", "goals")):  # fmt: skip
        assert marker(what) in priya.visit(path).html
    _plant_at_the_end(cast, priya, amira)
    return held


def _plant_at_the_end(cast: Cast, priya: Browser, amira: Browser) -> None:
    """What became of the goals of an earlier pairing, and the note of who left it."""
    ended = an_ended_pairing(cast.coach, cast.nqsw, ended_on=date(2026, 1, 30))
    a_pair_agreement(ended, marker("oldgoals"))
    db.session.commit()
    here = f"/pairings/{ended.id}"
    amira.visit(f"{here}/look-back/words").submit("Keep it", became_1=marker("became"))
    priya.visit(f"{here}/hand-over-note").submit("Give it", words=marker("handover") + " x" * 9_000)
    assert priya.status == 422
    priya.submit("Give it", words=marker("handover"))
    for what, path in (("became", f"{here}/look-back"), ("handover", priya.url)):
        assert marker(what) in amira.visit(path).html


def _log(page: Browser, what: str, **answers: str) -> None:
    """Fill in the log of a pair's own page, whatever comes of it."""
    fields = {e.attrib["name"]: e.attrib.get("value", "") for e in page.all("input")
              if e.attrib.get("type") == "hidden" and "name" in e.attrib}  # fmt: skip
    page.post(f"{page.url}/sessions", **fields, day="today", medium="in person",
              note=marker(what), **answers)  # fmt: skip


def test_nobody_outside_the_pair_finds_them_on_a_page_or_in_a_file(
    app: Any, cast: Cast, browser: Any
) -> None:
    rows = examples.rows(cast)
    rows["Session"] = plant(cast, browser, rows["Pairing"])
    rows = {name: examples.as_the_guard_does(row) for name, row in rows.items()}
    examples.read_roles()
    readers = {name: browser(as_=getattr(cast, name)) for name in OUTSIDE}
    found, faults = [], []
    for visit, name, _ in openable(app, cast, rows):
        if name not in OUTSIDE or visit.route.endpoint.split(".")[0] not in AREAS:
            continue
        way = "?as=xlsx" if visit.route.rule.endswith("/export") else ""
        answer = readers[name].send("get", visit.address(app, rows) + way)
        found.append(answer.mimetype)
        if WORD.encode() in _whole(answer.get_data()) + str(answer.headers).encode():
            faults.append(f"{name} finds them at {visit.name}")
    assert not faults, "\n".join(faults)
    assert len(found) > 100, "So few answers prove nothing"
    assert sum(kind.endswith("sheet") for kind in found) > 25, "So few files prove nothing"


def _whole(content: bytes) -> bytes:
    """What a file says: of a workbook, all that is packed in it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_they_are_in_no_mail_notice_entry_log_or_file_of_the_database(
    app: Any, cast: Cast, pairing: Pairing, caplog: Any, capfd: Any
) -> None:
    told = list(db.session.query(Notice))
    assert told
    assert WORD not in "".join(mail.message(row).as_string() for row in told if row.mail_to)
    assert WORD not in "".join(row.text + row.link for row in told)
    entries = list(db.session.query(AuditEntry))
    assert entries
    assert WORD not in str([vars(entry) for entry in entries])
    assert WORD not in caplog.text + "".join(capfd.readouterr())
    assert _in_files(app) == []


def test_a_passage_is_then_the_writing_of_whoever_carried_it_and_of_nobody_else(
    app: Any, cast: Cast, browser: Any, pairing: Pairing
) -> None:
    """C43: the search of the file has teeth: what was carried lies there as other writing does."""
    held = db.session.query(Session).filter_by(pairing_id=pairing.id).one()
    amira = browser(as_=cast.nqsw).visit(f"/sessions/{held.id}/passage")
    amira.submit("Begin a reflection", passage=marker("passage"))
    piece = db.session.query(Piece).one()
    assert piece.text == marker("passage")
    assert piece.person_id == cast.nqsw.id
    assert _in_files(app)
    for person in (cast.coach, cast.manager, cast.coordinator, cast.admin):
        page = browser(as_=person).visit(f"/writing/{piece.id}")
        assert page.status in (403, 404)
        assert WORD not in page.html


def _in_files(app: Any) -> list[str]:
    """The files of the database that hold a marker, with what stands around it."""
    db.session.commit()
    path = Path(app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))
    found = []
    for each in sorted(path.parent.glob(f"{path.name}*")):
        found += [
            f"{each.name}: {near!r}"
            for near in re.findall(
                rb".{0,40}" + WORD.encode() + rb".{0,20}", each.read_bytes(), re.S
            )
        ]
    return found
