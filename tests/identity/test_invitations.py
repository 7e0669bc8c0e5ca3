"""Inviting many people at once: whole or not at all, with mail and without (T10, T17, T57, T61)."""

import csv
import io
import re

import pytest
from sqlalchemy import func, select

from portal.audit.models import AuditEntry
from portal.clock import now, today
from portal.database import db
from portal.identity import links, operations, policies, queries
from portal.identity.lifetimes import INVITATION
from portal.identity.models import Account, OneTimeLink
from portal.identity.operations import RefusedError
from portal.identity.queries.invitations import Sought
from portal.notices.models import Notice
from tests.factories.identity import account_of
from tests.factories.people import a_person, a_post, a_role

PAGE = "/accounts/invitations"
LINK = re.compile(r"/one-time/[^\s<\"]+")
NEW = "nine quiet otters borrow umbrellas"
SHOW = "Invite and show the links"


@pytest.fixture
def waiting(cast):
    """Three colleagues who have no account; the last has no address."""
    nia = a_person(cast.coach, given="Nia", family="Quill", email="nia@riverside.example")
    ola = a_person(cast.coach, given="Ola", family="Rook", email="ola@riverside.example")
    pim = a_person(cast.coach, given="Pim", family="Swan", email=None)
    db.session.commit()
    return nia, ola, pim


@pytest.fixture
def mail(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://localhost")


def boxes(visitor):
    return [box.attrib["value"] for box in visitor.all("input")
            if box.attrib.get("name") == "people"]  # fmt: skip


def ids(*people):
    return [str(person.id) for person in people]


def test_the_list_says_who_waits_and_why_somebody_cannot_be_invited(browser, cast, waiting):
    visitor = browser(as_=cast.hr).visit(PAGE)
    nia, ola, _ = waiting
    assert "3 people not signed in yet" in visitor.text
    assert boxes(visitor) == ids(nia, ola)
    assert "Pim SwanNo e-mail address yet: add one to their record" in visitor.text


def test_everybody_of_the_page_is_ticked_in_one_press(browser, cast, waiting):
    visitor = browser(as_=cast.hr).visit(PAGE).follow("Tick all 2 of this page")
    ticked = [box for box in visitor.all("input") if "checked" in box.attrib]
    assert len(ticked) == 2


def test_with_mail_each_gets_an_invitation(browser, cast, waiting, mail):
    visitor = browser(as_=cast.hr).visit(PAGE)
    visitor.submit("Invite those ticked", people=ids(*waiting[:2]))
    assert "2 invitations are on the way." in visitor.text
    assert "Invited on 26 November 2026" in visitor.text
    assert not LINK.search(visitor.html)
    sent = {(notice.mail_to, notice.mail_state) for notice in db.session.query(Notice)}
    assert sent == {("nia@riverside.example", "queued"), ("ola@riverside.example", "queued")}


def test_without_mail_each_link_is_shown_once_and_works(browser, cast, waiting, caplog):
    caplog.set_level("DEBUG")
    visitor = browser(as_=cast.admin).visit(PAGE).submit(SHOW, people=ids(*waiting[:2]))
    assert "2 people have a link here" in visitor.text
    paths = LINK.findall(visitor.html)
    assert len(paths) == 2
    assert all(path.removeprefix("/one-time/") not in caplog.text for path in paths)
    assert not LINK.search(visitor.visit(PAGE).html)
    guest = browser().visit(paths[0]).submit("Save and sign in", password=NEW)
    assert guest.visit("/account").url == "/account"


def test_without_mail_the_links_can_be_taken_away_as_a_file(browser, cast, waiting):
    visitor = browser(as_=cast.admin).visit(PAGE)
    visitor.submit("Invite and save the links as CSV", people=ids(*waiting[:2]), answer="csv")
    assert visitor.response.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(visitor.response.get_data().decode("utf-8-sig"))))
    assert [(row["Name"], row["Signs in as"]) for row in rows] == [
        ("Nia Quill", "nia@riverside.example"), ("Ola Rook", "ola@riverside.example"),
    ]  # fmt: skip
    path = LINK.search(rows[0]["Link, works once"])[0]
    assert browser().visit(path).status == 200
    handed = [entry.particulars for entry in db.session.query(AuditEntry)]
    assert handed == [{"handed": "file"}] * 2


def test_a_press_says_who_was_left_out_and_why(browser, cast, waiting):
    cast.harbour_nqsw.email = "ola@riverside.example"
    account_of(cast.harbour_nqsw).email = "ola@riverside.example"
    visitor = browser(as_=cast.admin).visit(PAGE).submit(SHOW, people=ids(*waiting, cast.coach))
    assert "1 person has a link here" in visitor.text
    assert "Ola RookThis e-mail address cannot open an account." in visitor.text
    assert "Pim SwanNo e-mail address yet" in visitor.text
    assert "Priya NairThey have chosen a password already" in visitor.text


def test_who_cannot_be_invited_is_said_with_mail_too(browser, cast, waiting, mail):
    visitor = browser(as_=cast.hr).visit(PAGE)
    visitor.submit("Invite those ticked", people=ids(waiting[0], waiting[2]))
    assert "1 invitation is on the way. 1 person was not invited." in visitor.text


def test_a_double_press_invites_once(browser, cast, waiting, mail):
    """T61."""
    visitor = browser(as_=cast.hr).visit(PAGE)
    key = next(
        e.attrib["value"] for e in visitor.all("input") if e.attrib.get("name") == "form_key"
    )
    for _ in range(3):
        visitor.post(PAGE, people=ids(*waiting[:2]), form_key=key)
    assert db.session.query(OneTimeLink).count() == db.session.query(Notice).count() == 2


def test_inviting_again_leaves_the_earlier_link_as_it_was(cast, waiting):
    first = operations.invite_each(waiting[:1], cast.hr, handed="page").links[0][1]
    again = operations.invite_each(waiting[:1], cast.hr, handed="page").links[0][1]
    assert first.id != again.id
    assert first.used_at is None
    assert db.session.query(Account).filter_by(person_id=waiting[0].id).count() == 1


def test_an_invitation_to_another_address_ends_the_earlier_ones(cast, waiting, browser):
    first = operations.invite_each(waiting[:1], cast.hr, handed="page").links[0][1]
    waiting[0].email = "nia.quill@riverside.example"
    operations.invite_each(waiting[:1], cast.hr, handed="page")
    db.session.refresh(first)
    assert first.used_at is not None
    assert account_of(waiting[0]).email == "nia.quill@riverside.example"


def test_somebody_elsewhere_who_takes_an_address_meanwhile_stops_the_whole_press(
    cast, waiting, monkeypatch
):
    """Whole or not at all."""
    account_of(cast.harbour_nqsw).email = "ola@riverside.example"
    db.session.flush()
    monkeypatch.setattr(queries, "accounts_about", lambda people: ({}, set()))
    with pytest.raises(RefusedError, match="Nobody was invited"):
        operations.invite_each(waiting[:2], cast.hr, handed="mail")
    assert db.session.query(OneTimeLink).count() == 0


def test_hr_invites_neither_administrators_nor_hr(browser, cast, waiting):
    """T10."""
    a_role(waiting[0], "admin")
    visitor = browser(as_=cast.hr).visit(PAGE)
    assert boxes(visitor) == ids(waiting[1])
    assert "Nia QuillAn administrator invites administrators and HR" in visitor.text
    visitor.submit(SHOW, people=ids(waiting[0]))
    assert "Nobody was invited." in visitor.text
    assert boxes(browser(as_=cast.admin).visit(PAGE)) == ids(*waiting[:2])


def test_the_list_offers_whom_the_policy_lets_this_reader_invite(cast, waiting):
    a_role(waiting[0], "hr", started_on=today().replace(year=2027))
    db.session.commit()
    for reader in (cast.hr, cast.admin):
        rows = queries.invitees(reader, Sought()).rows
        allowed = [each.id for each in rows if each.can_be_invited]
        assert allowed == [p.id for p in waiting if p.email and policies.invite(reader, p)]


def test_people_of_another_organisation_are_nobody(browser, cast, waiting):
    """T2."""
    other = a_person(cast.harbour_hr, given="Yan", family="Zeal", email="yan@harbour.example")
    visitor = browser(as_=cast.admin).visit(PAGE).submit(SHOW, people=ids(other))
    assert "Nobody was invited." in visitor.text
    assert "Yan" not in visitor.text
    assert db.session.query(Account).filter_by(person_id=other.id).count() == 0


@pytest.mark.parametrize("who", ["coach", "coordinator", "manager", "nqsw"])
def test_nobody_else_sees_the_list_or_invites(browser, cast, waiting, who):
    visitor = browser(as_=getattr(cast, who))
    assert visitor.visit(PAGE).status == 403
    assert visitor.post(PAGE, people=ids(waiting[0])).status == 403


def test_nobody_ticked_or_too_many_is_said_beside_the_list(browser, cast, waiting):
    visitor = browser(as_=cast.hr).visit(PAGE).submit(SHOW)
    assert (visitor.status, "Tick at least one person" in visitor.text) == (422, True)
    visitor.post(PAGE, people=[str(n) for n in range(201)])
    assert (visitor.status, "Invite at most 200 people at once" in visitor.text) == (422, True)


def test_a_refused_press_keeps_who_was_ticked(browser, cast, waiting, monkeypatch):
    def taken(*_, **__):
        raise RefusedError("Nobody was invited: press again.")

    monkeypatch.setattr(operations, "invite_each", taken)
    visitor = browser(as_=cast.hr).visit(PAGE).submit(SHOW, people=ids(waiting[1]))
    assert "Nobody was invited: press again." in visitor.text
    ticked = [box.attrib["value"] for box in visitor.all("input") if "checked" in box.attrib]
    assert ticked == ids(waiting[1])


def test_the_list_is_narrowed_by_name_team_role_and_state(browser, cast, waiting):
    nia, ola, pim = waiting
    post = a_post(ola, job_title="Newly Qualified Social Worker", started_on=today())
    a_role(nia, "coach")
    operations.invite_each([nia], cast.hr, handed="page")
    operations.invite_each([ola], cast.hr, handed="page")
    for link in db.session.query(OneTimeLink).filter_by(account_id=account_of(ola).id):
        link.expires_at = now() - INVITATION
    visitor = browser(as_=cast.hr)
    for query, expected in (
        ("q=qui", [nia]),
        (f"team={post.unit_id}", [ola]),
        ("role=coach", [nia]),
        ("role=any", [nia]),
        ("role=newly-qualified", [ola]),
        ("state=invited", [nia]),
        ("state=over", [ola]),
        ("state=not-invited", [pim]),
    ):
        text = visitor.visit(f"{PAGE}?{query}").text
        for person in waiting:
            assert (person.name in text) == (person in expected), query
    assert "Priya Nair" in visitor.visit(f"{PAGE}?state=signed-in").text


def test_200_cost_as_many_statements_as_two(cast, app, statements):
    def pressed(number, word):
        people = [
            a_person(
                cast.hr, given=f"{word}{n}", family="Row", email=f"{word}{n}@riverside.example"
            )
            for n in range(number)
        ]
        db.session.commit()
        owners = queries.owners(cast.hr.organisation_id, [person.id for person in people])
        statements.clear()
        made = operations.invite_each(owners, cast.hr, handed="mail")
        assert len(made.links) == number
        return len(statements)

    operations.invite_each([], cast.hr, handed="mail")
    assert pressed(200, "many") == pressed(2, "few") <= 10


def test_a_saved_press_takes_at_most_14_statements(browser, cast, waiting, statements, mail):
    visitor = browser(as_=cast.hr).visit(PAGE)
    fields = {"csrf_token": visitor.token(), "people": ids(*waiting[:2]), "form_key": "k"}
    statements.clear()
    assert visitor.send("post", PAGE, data=fields).status_code == 303
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert len(statements) <= 14 + more, statements


def test_each_invitation_is_in_the_audit_trail(cast, waiting):
    """T57."""
    operations.invite_each(waiting[:2], cast.hr, handed="mail")
    entries = db.session.query(AuditEntry).order_by(AuditEntry.number).all()
    assert [(e.action, e.actor_id) for e in entries] == [
        ("identity.person_invited", cast.hr.id)
    ] * 2
    assert db.session.scalar(select(func.count()).select_from(OneTimeLink)) == 2


def test_whoever_has_come_in_is_not_told_any_more_that_they_may(cast, waiting, browser):
    for _ in range(3):
        made = operations.invite_each(waiting[:1], cast.hr, handed="page")
    path = links.path_to(made.links[0][1])
    browser().visit(path).submit("Save and sign in", password=NEW)
    db.session.rollback()
    assert [notice.read_at is not None for notice in db.session.query(Notice)] == [True] * 3
