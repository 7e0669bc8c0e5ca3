"""How leave counts as time in a role: the standard, or what was published here."""

from flask import Response, g, url_for

from portal.clock import today
from portal.pathways import operations, policies, queries
from portal.pathways.forms.leave import ALL, SOME, LeaveRuleForm
from portal.pathways.progression import leave
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import done, show


@pathways.route("/panels/leave", methods=["GET", "POST"])
@guard(policies.set_progression_rules)
def publish_leave_rule() -> Response:
    """Read how leave counts here, and publish another rule."""
    rules = queries.leave_rules(g.person.organisation_id)
    now = rules[0] if rules else None
    counts = SOME if now and now.months else ALL
    form = LeaveRuleForm(data={"counts": counts, "since": today()})
    if form.validate_on_submit():
        operations.publish_leave_rule(g.person, **form.rule())
        return done(url_for(".publish_leave_rule"), "The rule is published.")
    in_words = (now.words or leave.STANDARD) if now else leave.STANDARD
    return show("pathways/publish_leave_rule.html", form=form, rules=rules, in_words=in_words)
