"""The pages that belong to one induction year, in the order in which they are linked."""

# The words of each link and its page. A page takes the year's id, and its policy says who sees it.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("Overview", "induction.induction"),
    ("Calendar", "induction.calendar"),
    ("Promises", "induction.promises"),
    ("Observations", "induction.observations"),
    ("Feedback", "induction.feedback"),
    ("Evidence", "induction.evidence"),
    ("Self-assessment", "induction.ratings"),
    ("Agreement", "induction.agreement"),
    ("Reviews", "induction.reviews"),
)
# What is needed now and then stands behind "More".
MORE: tuple[tuple[str, str], ...] = (
    ("What waits", "induction.waiting"),
    ("First weeks", "induction.first_weeks"),
    ("Documents seen", "induction.verifications"),
    ("Assessor", "induction.assessor"),
    ("Extra support", "induction.support_plan"),
    ("Programme", "induction.year_programme"),
    ("Before the portal", "induction.earlier_records"),
    ("What comes next", "induction.next_year"),
)
# Where an item of a kind is looked after, for whoever may open that page.
PAGES_OF_KINDS = {
    "agreement": "induction.agreement",
    "self_assessment": "induction.ratings",
    "observation": "induction.observations",
    "family_feedback": "induction.feedback",
    "professional_feedback": "induction.feedback",
    "document": "induction.verifications",
    "review": "induction.reviews",
}
