"""Mail: each once, whatever the server does in between, and nothing in it but a sentence and a link."""

import threading
import time
from datetime import timedelta

import pytest

from portal import clock, notices
from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices import mail
from portal.notices.commands import notices as commands
from portal.notices.models import Notice
from tests.conftest import NOW
from tests.notices.post_office import PostOffice, opened


@pytest.fixture
def office(app, cast, monkeypatch):
    """A mail server that the portal is told to use."""
    office = PostOffice()
    server = opened(office)
    monkeypatch.setitem(app.config, "MAIL_URL", office.url)
    yield office
    server.shutdown()
    server.server_close()


def told(person, number=1, **given):
    """So many notices to a person, waiting to be mailed."""
    rows = [notices.tell(person, f"Sentence {n}.", **given) for n in range(number)]
    db.session.commit()
    return [row.id for row in rows]


def states():
    """How far each notice got."""
    db.session.rollback()
    return [(n.mail_state, n.tries) for n in db.session.query(Notice).order_by(Notice.id)]


def test_a_mail_is_a_sentence_and_a_link(app, cast, office):
    """T45, T31."""
    told(cast.nqsw, link="/my-year")
    assert mail.deliver() == 1
    (letter,) = office.arrived
    assert letter["To"] == "nqsw@riverside.example"
    assert letter["Subject"] == "A notice from Tandem"
    assert letter.get_content().splitlines() == [
        "Sentence 0.", "", f"{app.config['PORTAL_URL']}/my-year",
    ]  # fmt: skip
    assert letter["Message-ID"]
    assert letter["Date"].datetime == NOW
    assert states() == [("sent", 1)]
    assert [e.action for e in db.session.query(AuditEntry)] == ["notices.mail_sent"]


def test_a_second_round_sends_nothing_again(app, cast, office):
    told(cast.nqsw, 3)
    assert [mail.deliver(), mail.deliver()] == [3, 0]
    assert len(office.arrived) == 3


def test_a_server_that_refuses_is_tried_again_and_each_mail_arrives_once(app, cast, office):
    """R12."""
    told(cast.nqsw, 3)
    office.refuses = True
    assert mail.deliver() == 0
    assert states() == [("queued", 1)] * 3
    office.refuses = False
    assert mail.deliver() == 0, "it waits before it tries again"
    with clock.set_to(moment=NOW + timedelta(minutes=3)):
        assert mail.deliver() == 3
    assert sorted(letter.get_content()[:11] for letter in office.arrived) == [
        "Sentence 0.", "Sentence 1.", "Sentence 2.",
    ]  # fmt: skip


@pytest.mark.parametrize("fault", ["hangs_up", "away"])
def test_a_server_that_hangs_up_or_is_away_loses_nothing(app, cast, office, monkeypatch, fault):
    """R12."""
    told(cast.nqsw)
    if fault == "away":
        monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")
    office.hangs_up = fault == "hangs_up"
    assert mail.deliver() == 0
    office.hangs_up = False
    monkeypatch.setitem(app.config, "MAIL_URL", office.url)
    with clock.set_to(moment=NOW + timedelta(minutes=3)):
        assert mail.deliver() == 1
    assert len(office.arrived) == 1


def test_after_eight_tries_over_hours_it_is_given_up_and_seen(app, cast, office):
    """R12: its state is visible."""
    told(cast.nqsw)
    office.refuses = True
    moment = NOW
    for _ in range(12):
        moment += timedelta(hours=5)
        with clock.set_to(moment=moment):
            mail.deliver()
    assert states() == [("failed", mail.MOST_TRIES)]
    assert [e.action for e in db.session.query(AuditEntry)] == ["notices.mail_failed"]


def test_telling_somebody_does_not_wait_for_the_mail_server(app, cast, office):
    """R12: the page is not slowed."""
    office.seconds = 5
    begun = time.monotonic()
    told(cast.nqsw)
    assert time.monotonic() - begun < 1
    assert office.arrived == []


def test_two_who_deliver_at_once_send_each_mail_once(app, cast, office):
    """R14: and neither breaks the chain of the audit trail."""
    told(cast.nqsw, 10)
    told(cast.harbour_nqsw, 5)
    office.seconds = 0.01
    sent, ready = [], threading.Barrier(3)

    def round_of_mail():
        with app.app_context():
            ready.wait()
            sent.append(mail.deliver())

    threads = [threading.Thread(target=round_of_mail) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == 15
    assert len({letter["Message-ID"] for letter in office.arrived}) == len(office.arrived) == 15
    assert states() == [("sent", 1)] * 15
    runner = app.test_cli_runner()
    from portal.audit.commands import audit

    assert "whole" in runner.invoke(audit, ["verify"]).output


def test_one_who_was_stopped_while_sending_is_followed_after_ten_minutes(
    app, cast, office, monkeypatch
):
    """R14: a claim does not last for ever."""
    told(cast.nqsw)
    with monkeypatch.context() as stopped:
        stopped.setattr(mail, "send", lambda letter: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            mail.deliver()
    db.session.rollback()
    assert mail.deliver() == 0
    with clock.set_to(moment=NOW + timedelta(minutes=11)):
        assert mail.deliver() == 1


HOSTILE = ["\r\nBcc: all@evil.example", "\nBcc: all@evil.example", "\r\n\r\nHello", "\x00", "\r.\r",
           "\r\n.\r\nMAIL FROM:<x@y>\r\n", "\u2028Bcc: x@y", "é", "🙂", "\x1b[2J"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_or_sentence_becomes_a_header(app, cast, office, text):
    """T45."""
    clean = text.replace("\x00", "")
    notices.tell(cast.nqsw, f"Amira{clean} Khan logged a session.", link=f"/x{clean}")
    db.session.commit()
    assert mail.deliver() == 1
    (letter,) = office.arrived
    assert letter["Bcc"] is None
    assert letter.get_all("To") == ["nqsw@riverside.example"]
    assert letter["Subject"] == "A notice from Tandem"
    assert set(letter.keys()) <= {"To", "From", "Subject", "Date", "Message-ID", "MIME-Version",
                                  "Content-Type", "Content-Transfer-Encoding"}  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["a@b\r\nBcc: all@evil.example", "a@b\nx", "\r\n", "a@b, c@d", "@", "<", "é@x.example", "a b"],
)
def test_an_address_that_is_none_harms_no_other_mail(app, cast, office, address):
    """T45, R12: one spoilt row never stops the round."""
    bad = told(cast.coach)[0]
    db.session.get(Notice, bad).mail_to = address
    told(cast.nqsw)
    mail.deliver()
    assert [letter["To"] for letter in office.arrived] == ["nqsw@riverside.example"]
    assert [letter["Bcc"] for letter in office.arrived] == [None]
    assert sorted(states()) == [("failed", 1), ("sent", 1)]


def test_the_mail_alone_carries_a_one_time_link(app, cast, office):
    from uuid import uuid4

    from portal.web.signing import read

    one_time = uuid4()
    notice = db.session.get(Notice, told(cast.nqsw, one_time_id=one_time)[0])
    assert notice.link == ""
    mail.deliver()
    address = office.arrived[0].get_content().split()[-1]
    start, _, signed = address.rpartition("/")
    assert start == f"{app.config['PORTAL_URL']}/one-time"
    assert read(signed, purpose=mail.ONE_TIME) == one_time.hex


def test_nobody_without_an_address_is_mailed(app, cast, office):
    cast.nqsw.email = None
    told(cast.nqsw)
    assert mail.deliver() == 0
    assert states() == [("none", 0)]


def test_the_command_says_what_it_did(app, cast, office, monkeypatch):
    told(cast.nqsw, 2)
    runner = app.test_cli_runner()
    assert runner.invoke(commands, ["deliver"]).output == "2 sent.\n"
    assert runner.invoke(commands, ["deliver"]).output == "0 sent.\n"
    monkeypatch.setitem(app.config, "MAIL_URL", "")
    assert "no mail is sent" in runner.invoke(commands, ["deliver"]).output
