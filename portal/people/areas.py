"""The areas that an organisation may switch on and off.

An area is called by the name of its routes. People, notices and accounts cannot be switched off:
without them nobody could sign in or be told anything.
"""

TITLES = {
    "teams": "Team models",
    "induction": "Induction",
    "mentoring": "Coaching and mentoring",
    "matching": "Matching rounds",
    "support": "Consultant support",
    "answers": "Consultant answers page",
    "pathways": "Career pathways",
    "standards": "Writing and evidence",
    "practices": "Practices under contract",
}
# What somebody decides about who switches an area off, in a few words.
WHAT_IT_HOLDS = {
    "teams": "what each team is made of, held against its model and its rules",
    "induction": "the first year of the newly qualified, with its dates",
    "mentoring": "who supports whom, and the sessions they log",
    "matching": "what people offer and look for, and rounds that pair many at once with reasons; "
    "needs coaching and mentoring",
    "support": "who the consultant social workers are, slots to book with them, questions to them",
    "answers": "answers of consultants that both sides agreed to share; needs consultant support",
    "pathways": "the lattice of roles, who stands where, courses, and what expires",
    "standards": "what people write and share, and the standards it shows",
    "practices": "contracts between a council and a practice, and the totals that cross over",
}
# Areas that are nothing without another one; learning has no switch but that of pathways.
NEEDS = {
    "matching": ("mentoring",),
    "learning": ("pathways",),
    "routes": ("pathways",),
    "answers": ("support",),
    "court": ("support",),
}
OFF_AT_FIRST = ("matching", "answers", "practices")
ON_AT_FIRST = tuple(area for area in TITLES if area not in OFF_AT_FIRST)


def is_switchable(area: str) -> bool:
    """Whether an organisation may switch this area off."""
    return area in TITLES


def needed_by(area: str) -> tuple[str, ...]:
    """The areas without which this one is off, whatever was switched."""
    return NEEDS.get(area, ())
