"""Whatever watches the portal learns whether it can serve."""

from sqlalchemy.exc import OperationalError

from portal.database import db


def test_health_is_ok_while_the_database_answers(browser):
    answer = browser().send("get", "/health")
    assert (answer.status_code, answer.get_data(as_text=True)) == (200, "ok\n")


def test_health_is_503_while_the_database_does_not_answer(browser, monkeypatch):
    def refuse(*_a, **_k):
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    stranger = browser()
    monkeypatch.setattr(type(db.session()), "execute", refuse)
    assert stranger.client.get("/health").status_code == 503
