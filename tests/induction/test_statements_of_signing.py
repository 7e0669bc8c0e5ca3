"""Agreements, reviews and extra support: what each saved form costs, and the same in a long year."""

import pytest

from portal.clock import today
from portal.database import db
from portal.induction import queries
from portal.induction.models import Review, SupportPlan
from tests.factories.agreements import WORDS, an_agreement, comment_all, signers
from tests.factories.induction import an_induction, item_of
from tests.factories.promises import a_development_time, a_supervision
from tests.induction.test_statements import MOST_FOR_A_SAVED_FORM


@pytest.fixture
def costs(browser, cast, statements):
    """Send forms as people, and keep what each cost."""
    cost: dict[str, int] = {}
    mine = {}

    def send(name, who, address, **fields):
        page = mine.setdefault(who.id, browser(as_=who))
        given = {"csrf_token": page.token(), **fields}
        db.session.expire_all()
        statements.clear()
        answer = page.send("post", address, data=given)
        assert answer.status_code == 303, f"{name}: {answer.status_code}"
        cost[name] = len(statements)
        if len(statements) > MOST_FOR_A_SAVED_FORM:
            print(
                name, len(statements), *[s[:110].replace("\n", " ") for s in statements], sep="\n"
            )

    yield send
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    dear = {name: number for name, number in cost.items() if number > MOST_FOR_A_SAVED_FORM + more}
    assert not dear, dear


@pytest.fixture
def year(cast):
    """A year with a good deal in it."""
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    for day in range(1, 25):
        a_supervision(cast.manager, cast.nqsw, today().replace(month=10, day=day))
        a_development_time(year, today().replace(month=9, day=day), state="taken")
    return year


def test_the_forms_of_an_agreement(cast, year, costs):
    costs("begin", cast.assessor, f"/inductions/{year.id}/agreement/versions")
    agreement = an_agreement(year, by=cast.assessor)
    for number, (party, person) in enumerate(signers(cast).items()):
        part = agreement.parts[number]
        costs(
            f"write {party}",
            person,
            f"/agreement-parts/{part.id}",
            words="Other",
            version=part.version,
        )
    for party, person in reversed(signers(cast).items()):
        given = {"agree": "y", "digest": agreement.digest}
        costs(f"sign {party}", person, f"/agreements/{agreement.id}/signature", **given)
    assert agreement.is_signed
    costs("begin the next", cast.assessor, f"/inductions/{year.id}/agreement/versions")
    following = queries.agreements_of(year)[0]
    given = {"agree": "y", "digest": following.digest}
    costs("sign the next", cast.nqsw, f"/agreements/{following.id}/signature", **given)
    part = following.parts[0]
    costs("void", cast.assessor, f"/agreement-parts/{part.id}", words=WORDS, version=part.version)


def test_the_forms_of_a_review(cast, year, costs):
    costs("begin", cast.assessor, f"/inductions/items/{item_of(year, 'review-3').id}/review")
    review = db.session.query(Review).one()
    costs("fill in", cast.assessor, f"/reviews/{review.id}/facts")
    for comment in review.comments:
        person = signers(cast)[comment.party]
        given = {"words": "It went well.", "share": "y", "version": 1}
        costs(f"comment {comment.party}", person, f"/review-comments/{comment.id}", **given)
    for party, person in signers(cast).items():
        given = {"agree": "y", "digest": review.digest}
        costs(f"sign {party}", person, f"/reviews/{review.id}/signature", **given)
    assert review.is_locked
    given = {"reason": "A date was wrong.", "version": review.version}
    costs("reopen", cast.coordinator, f"/reviews/{review.id}/reopening", **given)
    comment_all(review, cast)
    comment = review.comments[0]
    given = {"words": "It went very well.", "share": "y", "version": comment.version}
    costs("void", cast.nqsw, f"/review-comments/{comment.id}", **given)


def test_the_forms_of_extra_support(cast, year, costs):
    fields = {
        "supporter": str(cast.assessor.id), "support": "A second reader.", "good": "It is ready.",
        "started_on": "26/11/2026", "ends_on": "08/01/2027", "first_review_on": "15/12/2026",
        "form_key": "one key",
    }  # fmt: skip
    costs("start", cast.manager, f"/inductions/{year.id}/support-plan/new", **fields)
    plan = db.session.query(SupportPlan).one()
    given = {"support": "Two readers.", "good": "It is ready.", "version": plan.version}
    costs("correct", cast.manager, f"/support-plans/{plan.id}/correction", **given)
    given = {"ends_on": "29/01/2027", "why": "Days away.", "version": plan.version}
    costs("extend", cast.manager, f"/support-plans/{plan.id}/extension", **given)
    given = {"why": "It is all there.", "version": plan.version}
    costs("end", cast.manager, f"/support-plans/{plan.id}/ending", **given)
