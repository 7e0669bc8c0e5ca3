"""Whether unsaved words may wait on people's own computers: an administrator says it."""

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.models import Organisation
from tests.factories.writing import a_piece

PAGE = "/organisation/local-drafts"


def test_an_administrator_switches_local_drafts_off_and_the_page_of_writing_says_so(
    browser, cast, commit
):
    piece = a_piece(cast.nqsw)
    commit()
    writer = browser(as_=cast.nqsw).visit(f"/writing/{piece.id}")
    assert "your words also wait on this computer" in writer.text
    assert "data-keeps-none" not in writer.html
    page = browser(as_=cast.admin).visit("/organisation").follow("Local drafts")
    page.submit("Save", keeps="no")
    assert "Nothing that people write is kept on their own computers" in page.text
    assert not db.session.get_one(Organisation, cast.admin.organisation_id).keeps_local_drafts
    entry = db.session.query(AuditEntry).filter_by(action="people.local_drafts_changed").one()
    assert entry.particulars == {"keeps": False}
    writer.visit(f"/writing/{piece.id}")
    assert "keeps no copy on this computer" in writer.text
    assert "data-keeps-none" in writer.html


def test_the_same_again_changes_nothing_and_another_word_is_refused(browser, cast):
    page = browser(as_=cast.admin).visit(PAGE).submit("Save", keeps="yes")
    assert "Nothing was changed." in page.text
    page.post(PAGE, keeps="sometimes")
    assert page.status == 422


def test_only_administrators_decide_it(browser, cast):
    for person in (cast.hr, cast.coordinator, cast.nqsw):
        assert browser(as_=person).visit(PAGE).status == 403
