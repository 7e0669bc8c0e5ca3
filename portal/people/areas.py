"""The areas that an organisation may switch on and off.

An area is called by the name of its routes. People, notices and accounts cannot be switched off:
without them nobody could sign in or be told anything.
"""

TITLES = {
    "induction": "Induction",
    "mentoring": "Coaching and mentoring",
    "pathways": "Career pathways",
    "standards": "Writing and evidence",
}
# What somebody decides about who switches an area off, in a few words.
WHAT_IT_HOLDS = {
    "induction": "the first year of the newly qualified, with its dates",
    "mentoring": "who supports whom, and the sessions they log",
    "pathways": "the lattice of roles, and who stands where",
    "standards": "what people write and share, and the standards it shows",
}
ON_AT_FIRST = tuple(TITLES)


def is_switchable(area: str) -> bool:
    """Whether an organisation may switch this area off."""
    return area in TITLES
