"""Ten minutes after signing in, the gravest deeds ask for the password again (T26)."""

from datetime import timedelta

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity import sessions
from portal.identity.models import BrowserSession
from portal.people.models import Organisation, RoleHeld
from portal.web.guard import rule_of
from tests.cast import PASSWORD
from tests.conftest import NOW
from tests.house import examples
from tests.house.routes import names, visits

AGED = NOW + timedelta(minutes=10, seconds=1)
CONFIRM = "Confirm that it is you"

# What asks again. Whoever adds a route that gives or ends a role, opens or closes a way in, or
# takes a list of people away, adds it here and to its guard.
WAYS_IN = {
    "identity.address_of", "identity.change_address", "identity.change_own_address",
    "identity.close_account", "identity.invite", "identity.invite_each", "identity.make_reset",
    "identity.reopen_account",
}  # fmt: skip
ROLES = {
    "people.act_up", "people.arrange_cover", "people.bring_back", "people.change_acting_up",
    "people.change_cover", "people.change_role_end", "people.end_acting_up", "people.end_cover",
    "people.end_role", "people.grant_each", "people.grant_role", "people.leave", "people.stay",
}  # fmt: skip
LISTS = {
    "identity.export_invitations", "induction.export_first_weeks",
    "induction.export_inductions", "induction.export_observations", "matching.export_needs",
    "matching.export_offers", "matching.export_pairs", "matching.export_rounds",
    "matching.export_waiting", "mentoring.export_conflicts", "mentoring.export_pairings",
    "mentoring.export_proposals", "mentoring.export_scheme", "pathways.export_payroll", "pathways.export_people_at", "people.export_data_quality", "people.export_directory",
    "people.export_holders", "people.export_registrations", "people.export_staff_list",
    "pathways.export_eligibility", "routes.export_routes", "teams.export_teams",
}  # fmt: skip


def at(moment):
    return clock.set_to(moment=moment)


def grant(visitor, cast, headers=None):
    """Give Amira a role, from the page on which her roles stand."""
    page = f"/people/{cast.nqsw.id}/roles"
    fields = {"csrf_token": visitor.token(), "role": "panel", "started_on": "01/12/2026"}
    sent_from = {"Referer": f"http://localhost{page}", **(headers or {})}
    answer = visitor.send("post", page, data=fields, headers=sent_from)
    return visitor._shown(answer, page)


def roles_of(person):
    db.session.rollback()
    return {held.role for held in db.session.query(RoleHeld).filter_by(person_id=person.id)}


def test_the_routes_that_ask_again_are_these(app):
    fresh = {name for name, view in app.view_functions.items() if rule_of(view).fresh}
    assert fresh == WAYS_IN | ROLES | LISTS


def test_every_route_that_asks_again_does_so_with_an_aged_session(app, cast, browser):
    """T26: whoever would be let in is asked first, and nothing is done meanwhile."""
    rows = examples.rows(cast)
    examples.read_roles()
    faults, tried = [], set()
    for visit in visits(app):
        inside = [one for one in names(cast).values() if visit.rule.fresh
                  and visit.lets_in(rows, one)]  # fmt: skip
        if not inside:
            continue
        tried.add(visit.route.endpoint)
        visitor, address = browser(as_=inside[0]), visit.address(app, rows)
        token = visitor.token()
        with at(AGED):
            data = {"data": {"csrf_token": token}} if visit.method == "POST" else {}
            answer = visitor.send(visit.method.lower(), address, **data)
        if visit.method == "POST":
            asks = answer.status_code == 401 and CONFIRM in answer.get_data(as_text=True)
        else:
            asks = answer.headers.get("Location") == f"/account/confirmation?next={address}"
        if not asks:
            faults.append(f"{visit.name}: {answer.status_code} {answer.headers.get('Location')}")
    assert not faults, "\n".join(faults)
    assert tried == WAYS_IN | ROLES | LISTS


def test_a_session_that_never_ages_is_let_through(cast, browser, monkeypatch):
    """The control: the walk above would see it."""
    monkeypatch.setattr(BrowserSession, "is_fresh", True)
    visitor = browser(as_=cast.admin)
    with at(AGED):
        grant(visitor, cast)
    assert "panel" in roles_of(cast.nqsw)


def test_a_fresh_sign_in_counts_as_proof(browser, cast):
    visitor = browser(as_=cast.admin)
    with at(NOW + timedelta(minutes=10)):
        assert grant(visitor, cast).heading != CONFIRM
    assert "panel" in roles_of(cast.nqsw)


def test_a_form_waits_with_its_words_and_is_sent_after_the_password(browser, cast):
    """T26: nothing is lost and nothing is done before."""
    visitor = browser(as_=cast.admin)
    with at(AGED):
        grant(visitor, cast)
        assert (visitor.status, visitor.heading) == (401, CONFIRM)
        assert "panel" not in roles_of(cast.nqsw)
        visitor.submit("Confirm", password=PASSWORD)
        assert visitor.heading == "You are confirmed"
        assert "Started on01/12/2026" in visitor.text
        visitor.submit("Save it now")
    assert visitor.url == f"/people/{cast.nqsw.id}/roles"
    assert "panel" in roles_of(cast.nqsw)


def test_a_page_is_opened_after_the_password(browser, cast):
    visitor = browser(as_=cast.hr)
    page = f"/people/{cast.nqsw.id}/leaving"
    with at(AGED):
        assert visitor.visit(page).heading == CONFIRM
        assert visitor.submit("Confirm", password=PASSWORD).url == page
        assert visitor.visit(page).url == page


def test_a_file_waits_on_a_page_of_its_own(browser, cast):
    """A download leaves the page where it is: it must not look as if nothing had happened."""
    visitor = browser(as_=cast.hr)
    with at(AGED):
        visitor.visit("/people/staff-list/export?kind=csv").submit("Confirm", password=PASSWORD)
        assert "The file can be taken away now." in visitor.text
        link = next(a for a in visitor.all("a") if "Take the file" in "".join(a.itertext()))
        assert visitor.send("get", link.attrib["href"]).mimetype == "text/csv"


def test_a_wrong_password_loses_nothing_and_is_written_down(browser, cast):
    visitor = browser(as_=cast.admin)
    with at(AGED):
        grant(visitor, cast).submit("Confirm", password="not the password")
        assert visitor.status == 422
        assert "The password is not right." in visitor.text
        visitor.submit("Confirm", password="")
        assert "Enter your password" in visitor.text
        visitor.submit("Confirm", password=PASSWORD).submit("Save it now")
    assert "panel" in roles_of(cast.nqsw)
    deeds = [one.action for one in db.session.query(AuditEntry).order_by(AuditEntry.number)]
    assert [one for one in deeds if one.startswith("identity.confirm")] == [
        "identity.confirmation_failed", "identity.confirmed",
    ]  # fmt: skip


def test_wrong_passwords_count_with_those_of_signing_in(browser, cast):
    """T13: ten guesses in all, wherever they are made."""
    visitor = browser(as_=cast.admin)
    with at(AGED):
        visitor.visit(f"/people/{cast.nqsw.id}/leaving")
        for number in range(10):
            visitor.submit("Confirm", password=f"guess number {number}")
            assert visitor.status == 422
        visitor.submit("Confirm", password=PASSWORD)
        assert (visitor.status, visitor.response.headers["Retry-After"]) == (429, "90")
        guest = browser().visit("/sign-in")
        guest.submit("Sign in", email="admin@riverside.example", password=PASSWORD)
        assert guest.status == 429


def test_htmx_is_sent_to_confirm_as_a_whole(browser, cast):
    """T5: 401, which replaces nothing; the page then sends the form whole (see app.js)."""
    visitor = browser(as_=cast.admin)
    with at(AGED):
        grant(visitor, cast, headers={"HX-Request": "true"})
    assert visitor.status == 401
    location = visitor.response.headers["HX-Redirect"]
    assert location == f"/account/confirmation?next=/people/{cast.nqsw.id}/roles"


def test_a_new_session_takes_the_place_of_the_aged_one(browser, cast):
    """T21: the old token opens nothing; forms open in other tabs can still be sent."""
    visitor = browser(as_=cast.admin)
    other_tab = visitor.token()
    with visitor.client.session_transaction() as cookie:
        before = cookie["_user_id"]
    with at(AGED):
        visitor.visit("/account/confirmation").submit("Confirm", password=PASSWORD)
        with visitor.client.session_transaction() as cookie:
            assert cookie["_user_id"] != before
        db.session.rollback()
        assert sessions.load_session(before, AGED) is None
        answer = visitor.send("post", "/sessions/current/stay", data={"csrf_token": other_tab})
        assert answer.status_code == 204


def test_the_words_go_back_to_nobody_else(browser, cast):
    """Whoever signed in between in the same browser does not get them."""
    visitor = browser(as_=cast.admin)
    with at(AGED):
        grant(visitor, cast)
        form = visitor._form_with("Confirm")
        fields = visitor._fields(form, "Confirm") | {"password": PASSWORD}
        other = browser(as_=cast.hr)
        fields["csrf_token"] = other.token()
        other._shown(other.send("post", "/account/confirmation", data=fields), "/")
        assert "Save it now" not in other.html


@pytest.mark.parametrize("next_", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_way_on_leads_nowhere_else(browser, cast, next_):
    """T32."""
    visitor = browser(as_=cast.coach)
    visitor.visit("/account/confirmation")
    answer = visitor.post("/account/confirmation", password=PASSWORD, next=next_)
    assert answer.url == "/"


def test_the_demonstration_says_its_password(browser, cast):
    db.session.get_one(Organisation, cast.admin.organisation_id).is_demo = True
    visitor = browser(as_=cast.admin).visit("/account/confirmation")
    assert "everybody has the same password" in visitor.text
