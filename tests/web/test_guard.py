"""Who gets in: the guard's answers to strangers, colleagues and people of another organisation."""

from uuid import uuid4

import pytest
from flask import Blueprint

from portal import notices
from portal.database import db
from portal.people.models import Organisation, Person, Unit
from portal.web.guard import Rule, guard, may, public, refuse_unguarded, rule_of
from tests.web.conftest import without_tokens
from tests.web.planted import anyone

HTMX = {"HX-Request": "true"}


def test_a_stranger_is_sent_to_sign_in_and_back(visitor):
    answer = visitor().client.get("/planted/room?week=2")
    assert answer.status_code == 303
    assert answer.location == "/sign-in?next=/planted/room?week%3D2"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options"])
@pytest.mark.parametrize("path", ["/planted/room", "/planted/units", "/planted/outcome"])
def test_no_method_lets_a_stranger_in(visitor, method, path):
    """T1, T30."""
    browser = visitor()
    answer = getattr(browser.client, method)(path, headers={"X-CSRFToken": browser.token()})
    assert answer.status_code in {303, 401, 405}
    assert b"Come in" not in answer.data
    assert db.session.query(Unit).filter_by(name="written by outcome").count() == 0


def test_a_stranger_with_htmx_is_told_401_and_sent_away_as_a_whole(visitor):
    """T5: the same decision, in the words htmx understands."""
    answer = visitor().client.get("/planted/room", headers=HTMX)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/sign-in")
    assert answer.data == b""


def test_everybody_may_open_a_public_page(visitor, cast):
    assert "Open to all" in visitor().visit("/planted/open").text
    assert "Open to all" in visitor(as_=cast.coach).visit("/planted/open").text


def test_a_policy_that_says_no_answers_403(visitor, cast):
    assert visitor(as_=cast.hr).visit("/planted/hr-room").status == 200
    refused = visitor(as_=cast.coach).visit("/planted/hr-room")
    assert refused.status == 403
    assert "For HR" not in refused.html
    assert refused.heading == "This is not yours to open"


def test_what_is_confidential_is_not_found_rather_than_refused(visitor, cast):
    notice = notices.tell(cast.nqsw, "Only for Amira.")
    mine = visitor(as_=cast.nqsw).visit(f"/planted/notices/{notice.id}")
    assert "Only for Amira." in mine.text
    theirs = visitor(as_=cast.coach)
    existing = theirs.client.get(f"/planted/notices/{notice.id}")
    missing = theirs.client.get(f"/planted/notices/{uuid4()}")
    assert existing.status_code == missing.status_code == 404
    assert without_tokens(existing.text) == without_tokens(missing.text)


@pytest.mark.parametrize(
    "headers", [{}, HTMX, {**HTMX, "HX-Target": "room"}, {"HX-Boosted": "true"}]
)
def test_another_organisations_row_cannot_be_told_from_a_missing_one(visitor, cast, headers):
    """T2, T5: the same bytes and headers, whatever htmx says about itself."""
    theirs = cast.harbour_nqsw.id
    client = visitor(as_=cast.hr).visit("/planted/room").client
    foreign = client.get(f"/planted/people/{theirs}", headers=headers)
    missing = client.get(f"/planted/people/{uuid4()}", headers=headers)
    assert foreign.status_code == missing.status_code == 404
    assert without_tokens(foreign.text) == without_tokens(missing.text)
    assert set(foreign.headers.keys()) == set(missing.headers.keys())
    assert foreign.headers["Content-Length"] == missing.headers["Content-Length"]


def test_htmx_headers_change_no_decision(visitor, cast):
    """T5."""
    client = visitor(as_=cast.coach).client
    for headers in ({}, HTMX, {**HTMX, "HX-Boosted": "true"}, {**HTMX, "HX-Target": "main"}):
        assert client.get("/planted/room", headers=headers).status_code == 200
        assert client.get("/planted/hr-room", headers=headers).status_code == 403


@pytest.mark.parametrize("wrong", ["1", "x", "0" * 31, "9" * 400, "..%2f..", "-1"])
def test_an_id_that_is_none_is_not_found(visitor, cast, wrong):
    assert visitor(as_=cast.hr).client.get(f"/planted/people/{wrong}").status_code == 404


def test_an_area_that_is_switched_off_is_not_found(visitor, planted, cast):
    """Every route of the area, for everybody in that organisation and for nobody else."""
    riverside = db.session.get(Organisation, cast.hr.organisation_id)
    path = next(
        rule.rule for rule in planted.url_map.iter_rules()
        if rule.endpoint.startswith("pathways.") and "GET" in rule.methods and not rule.arguments
    )  # fmt: skip
    assert visitor(as_=cast.worker).client.get(path).status_code != 404
    riverside.areas = ["mentoring"]
    assert visitor(as_=cast.worker).client.get(path).status_code == 404
    assert visitor(as_=cast.harbour_nqsw).client.get(path).status_code != 404


@pytest.mark.parametrize("verb", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_verbs_that_no_route_knows_answer_405(visitor, cast, verb):
    """T30."""
    browser = visitor(as_=cast.hr)
    answer = browser.client.open(
        "/planted/room", method=verb, headers={"X-CSRFToken": browser.token()}
    )
    assert answer.status_code == 405
    assert answer.headers["Allow"]


@pytest.mark.parametrize(
    "headers", [{"X-HTTP-Method-Override": "POST"}, {"X-Method-Override": "DELETE"}]
)
def test_a_verb_smuggled_in_a_header_or_a_field_is_ignored(visitor, cast, headers):
    """T30."""
    client = visitor(as_=cast.hr).client
    assert client.get("/planted/outcome", headers=headers).status_code == 405
    assert client.get("/planted/room?_method=DELETE", headers=headers).status_code == 200


def test_head_has_the_rights_of_get_and_no_body(visitor, cast):
    """T30."""
    assert visitor(as_=cast.coach).client.head("/planted/hr-room").status_code == 403
    answer = visitor(as_=cast.hr).client.head("/planted/hr-room")
    assert (answer.status_code, answer.data) == (200, b"")


def test_a_route_without_a_guard_stops_the_start(built):
    """T8: with its negative control, the same routes guarded."""
    from portal import create_app

    naked = create_app(dict(built.config))
    refuse_unguarded(naked)
    naked.add_url_rule("/naked", "naked", lambda: "everything")
    with pytest.raises(RuntimeError, match="The route naked has no guard"):
        refuse_unguarded(naked)


def test_a_url_names_one_subject():
    with pytest.raises(TypeError, match="one subject"):
        guard(anyone, person=Person, unit=Unit)


def test_a_rule_says_itself_in_words():
    assert Rule(policy=anyone).words == "Everybody who is signed in."
    assert public("it holds nothing")(lambda: "").rule.words.endswith("it holds nothing")
    assert rule_of(lambda: "") is None


def test_templates_ask_the_same_policy(planted, cast):
    from flask import g

    with planted.test_request_context("/planted/room"):
        g.person = db.session.merge(cast.hr)
        _ = g.person.organisation_id
        g.person.organisation = db.session.get(Organisation, g.person.organisation_id)
        assert may("planted.hr_room")
        g.person = None
        assert not may("planted.hr_room")
        assert may("planted.open_page")
        with pytest.raises(LookupError, match="No guarded route"):
            may("planted.nowhere")


def test_a_role_that_was_taken_away_is_gone_at_the_next_request(visitor, cast):
    """T6."""
    browser = visitor(as_=cast.hr)
    assert browser.client.get("/planted/hr-room").status_code == 200
    role = cast.hr.roles_held[0]
    db.session.delete(role)
    db.session.commit()
    assert browser.client.get("/planted/hr-room").status_code == 403


def test_blueprints_of_areas_keep_their_names(planted):
    """An area is known by the name of its routes, so switching it off finds them all."""
    for name, blueprint in planted.blueprints.items():
        assert isinstance(blueprint, Blueprint)
        assert name == blueprint.name
