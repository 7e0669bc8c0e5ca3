"""Under which names the portal answers, and where its links lead."""

import pytest

from portal import config, create_app, notices
from portal.notices import mail
from portal.web.headers import FIXED

pytestmark = pytest.mark.once  # addresses are the same on both engines

EVIL = ["evil.example", "127.0.0.1.evil.example", "evil.example:5000", "localhost@evil.example",
        "evil.example/127.0.0.1", "", " ", "127.0.0.1 evil.example", "[::1].evil.example"]  # fmt: skip


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("host", EVIL)
def test_another_host_is_answered_400_without_a_link(visitor, cast, host, method):
    """T31: before anything is looked up, and with the headers of every answer."""
    client = visitor(as_=cast.coach).client
    answer = getattr(client, method)("/planted/room", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 400
    assert b"evil" not in answer.data
    for name, value in FIXED.items():
        assert answer.headers[name] == value


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.1:5000", "localhost:80"])
def test_this_machine_is_known_by_its_names(visitor, cast, host):
    client = visitor(as_=cast.coach).client
    answer = client.get("/planted/open", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 200


def test_only_the_name_in_portal_url_is_answered(built):
    """T31."""
    served = create_app(dict(built.config) | config._address("https://tandem.example"))
    client = served.test_client()
    for host, status in (("tandem.example", 200), ("other.example", 400), ("127.0.0.1", 400)):
        answer = client.get("/sign-in", base_url=f"https://{host}")
        assert answer.status_code == status


@pytest.mark.parametrize(
    "headers",
    [{"X-Forwarded-Host": "evil.example"}, {"X-Forwarded-For": "203.0.113.9"},
     {"X-Forwarded-Proto": "https"}, {"Forwarded": "host=evil.example"},
     {"X-Original-URL": "/planted/room"}, {"X-Rewrite-URL": "/planted/room"}],
)  # fmt: skip
def test_headers_of_proxies_are_ignored_where_there_is_none(visitor, headers):
    """T31."""
    client = visitor().client
    answer = client.get("/planted/open", headers=headers)
    assert answer.status_code == 200
    redirected = client.get("/planted/room", headers=headers)
    assert redirected.location == "/sign-in?next=/planted/room"


def test_behind_one_proxy_only_the_nearest_word_counts(built):
    """T31: the address a client claims for itself is not believed."""
    from flask import request

    from portal.web.guard import public

    served = create_app(dict(built.config) | {"PROXIES": 1})
    seen = []

    @served.get("/seen")
    @public("it says what it sees")
    def look():
        seen.append((request.remote_addr, request.scheme, request.host))
        return ""

    served.test_client().get("/seen", headers={
        "X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example", "X-Forwarded-Prefix": "/evil",
    })  # fmt: skip
    assert seen == [("198.51.100.7", "https", "localhost")]


def test_links_in_mail_come_from_the_setting_not_from_the_request(planted, cast, monkeypatch):
    """T31, T45."""
    monkeypatch.setitem(planted.config, "PORTAL_URL", "https://tandem.example")
    monkeypatch.setitem(planted.config, "MAIL_URL", "smtp://127.0.0.1")
    with planted.test_request_context("/", headers={"Host": "127.0.0.1"}):
        notice = notices.tell(cast.nqsw, "A sentence.", link="/my-year")
        assert mail.address(notice) == "https://tandem.example/my-year"
        assert mail.message(notice)["From"] == "Tandem <noreply@tandem.example>"
