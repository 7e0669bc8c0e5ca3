"""What is asked and answered is nobody's but the two's: no page, file, mail, log or database."""

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
from portal.notices import mail
from portal.notices.models import Notice
from portal.support.models import Question
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_role
from tests.factories.support import a_slot
from tests.house import examples
from tests.house.routes import names
from tests.house.test_pages import openable

WORD = "medlarwort"
READERS = ("nqsw", "consultant")
pytestmark = pytest.mark.once  # the file that is read is SQLite's


def marker(what: str) -> str:
    return f"{WORD}-{what}"


def plant(cast: Cast, browser: Any) -> Question:
    """Amira and Tom type words wherever they can, also into answers that are refused."""
    amira, tom = browser(as_=cast.nqsw), browser(as_=cast.consultant)
    amira.visit("/questions/new").submit("Ask", words=marker("refused"))
    assert amira.status == 422
    amira.submit("Ask", kind="court-work", words=marker("asked"))
    asked = amira.url
    tom.post(f"{asked}/taking")
    tom.visit(asked).submit("Send the answer", words=marker("long") + " x" * 5_000)
    assert tom.status == 422
    tom.submit("Send the answer", words=marker("answered"))
    amira.visit(asked).submit("Send", words=marker("again"))
    tom.visit(asked).submit("Send the answer", words=marker("then"))
    for page in (amira, tom):
        page.visit(asked)
        assert all(marker(each) in page.html for each in ("asked", "answered", "again", "then"))
    slot = a_slot(cast.consultant, meets_on=date(2026, 12, 8))
    db.session.commit()
    amira.visit(f"/consultation-slots/{slot.id}/booking").submit("Book it", kind="court-work")
    amira.follow("Cancel it").submit("Cancel it", because=marker("because"))
    assert marker("because") in amira.html
    return db.session.query(Question).filter_by(asker_id=cast.nqsw.id).order_by(
        Question.asked_at.desc()
    ).first()  # fmt: skip


def test_nobody_but_the_two_finds_them_on_a_page_or_in_a_file(
    app: Any, cast: Cast, browser: Any
) -> None:
    rows = examples.rows(cast)
    a_role(cast.coach, "consultant")
    rows["Question"] = plant(cast, browser)
    rows = {name: examples.as_the_guard_does(row) for name, row in rows.items()}
    examples.read_roles()
    readers = {name: browser(as_=person) for name, person in names(cast).items()}
    found, faults = 0, []
    for visit, name, _ in openable(app, cast, rows):
        area = visit.route.endpoint.split(".")[0]
        if name in READERS or area not in {"support", "home", "notices", "audit", "people"}:
            continue
        way = "?as=xlsx" if visit.route.rule.endswith("/export") else ""
        answer = readers[name].send("get", visit.address(app, rows) + way)
        found += 1
        if WORD.encode() in _whole(answer.get_data()) + str(answer.headers).encode():
            faults.append(f"{name} finds them at {visit.name}")
    assert not faults, "\n".join(faults)
    assert found > 200, "So few answers prove nothing"
    _refused_to(browser, rows["Question"], cast)


def _refused_to(browser: Any, question: Question, cast: Cast) -> None:
    here = f"/questions/{question.id}"
    outside = (cast.manager, cast.hr, cast.admin, cast.principal, cast.coordinator,
               cast.harbour_hr, cast.coach)  # fmt: skip
    for person in outside:
        page: Browser = browser(as_=person)
        assert page.visit(here).status == 404, person.name
        for deed in ("answers", "follow-ups", "thanks", "closing"):
            page.post(f"{here}/{deed}", words="I read along", minutes="5")
            assert page.status == 404, f"{person.name}, {deed}"


def _whole(content: bytes) -> bytes:
    """What a file says: of a workbook, all that is packed in it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_they_are_in_no_mail_notice_entry_log_or_file_of_the_database(
    app: Any, cast: Cast, browser: Any, caplog: Any, capfd: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    plant(cast, browser)
    notices = list(db.session.query(Notice))
    assert notices
    assert WORD not in "".join(mail.message(row).as_string() for row in notices if row.mail_to)
    assert WORD not in "".join(row.text + row.link for row in notices)
    entries = list(db.session.query(AuditEntry))
    assert any(each.action == "support.question_read" for each in entries)
    assert WORD not in str([vars(entry) for entry in entries])
    assert WORD not in caplog.text + "".join(capfd.readouterr())
    db.session.commit()
    path = Path(app.config["SQLALCHEMY_DATABASE_URI"].removeprefix("sqlite:///"))
    held = [each.name for each in sorted(path.parent.glob(f"{path.name}*"))
            if re.search(WORD.encode(), each.read_bytes())]  # fmt: skip
    assert held == []
