"""Style sheets, scripts and fonts: compressed, kept for a year, and asked about nobody."""

import gzip
from pathlib import Path

import pytest

from portal.web.assets import read

pytestmark = pytest.mark.once  # files are the same on both engines

GZIP = {"Accept-Encoding": "gzip, br"}


def test_a_style_sheet_is_compressed_for_who_can_read_it(visitor):
    client = visitor().client
    plain = client.get("/static/app.css")
    packed = client.get("/static/app.css", headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br"])
def test_who_cannot_read_it_gets_it_plain(visitor, accepted):
    answer = visitor().client.get("/static/app.css", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers


def test_a_file_is_kept_for_a_year_at_an_address_of_its_own(visitor, planted):
    with planted.test_request_context("/"):
        address = planted.jinja_env.globals["asset"]("app.css")
    assert "?v=" in address
    answer = visitor().client.get(address)
    assert answer.status_code == 200
    for word in ("public", "max-age=31536000", "immutable"):
        assert word in answer.headers["Cache-Control"]


def test_a_file_asks_nothing_about_anybody(visitor, cast, planted):
    """No session is read, no cookie set: a page's twenty files cost no statement."""
    browser = visitor(as_=cast.coach)
    with planted.app_context():
        from sqlalchemy import event

        from portal.database import db

        engine, seen = db.engine, []
    event.listen(engine.pool, "checkout", lambda *_: seen.append(1))
    answer = browser.client.get("/static/app.css")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers["Vary"]
    assert seen == []


def test_a_changed_file_has_another_address(tmp_path: Path):
    (tmp_path / "a.css").write_text("a {}")
    before = read(tmp_path)["a.css"].digest
    (tmp_path / "a.css").write_text("b {}")
    assert read(tmp_path)["a.css"].digest != before


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.css", "text/css"), ("a.js", "text/javascript"), ("a.svg", "image/svg+xml"),
     ("a.woff2", "font/woff2"), ("a.unknown", "application/octet-stream")],
)  # fmt: skip
def test_a_file_says_what_it_is(tmp_path: Path, name, kind):
    (tmp_path / name).write_text("x")
    assert read(tmp_path)[name].mimetype == kind


@pytest.mark.parametrize(
    "path",
    ["../portal/config.py", "..%2f..%2fwsgi.py", "%2e%2e/wsgi.py", "/etc/passwd", "//etc/passwd",
     "vendor/../../wsgi.py", ".", "", "app.css/", "app.css%00.js"],
)  # fmt: skip
def test_nothing_outside_the_folder_is_served(visitor, path):
    answer = visitor().client.get(f"/static/{path}")
    assert answer.status_code in {308, 400, 404}
    assert b"import" not in answer.data


def test_a_file_of_which_templates_speak_must_exist(planted):
    with planted.test_request_context("/"), pytest.raises(KeyError):
        planted.jinja_env.globals["asset"]("not-there.css")
