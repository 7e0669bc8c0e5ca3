"""Why something promised did not take place: a short list of neutral words, and no other.

Pure. The words name circumstances and nobody; there is no box for more. Source: this portal's
plan for kept promises (2026, F107).
"""

REASONS: dict[str, str] = {
    "urgent work": "Urgent work came first",
    "somebody away": "One of us was away",
    "no time found": "No time was found",
    "no room": "No room or place was free",
    "not arranged": "It was not arranged",
    "other": "Something else",
}


def in_words(reason: str) -> str:
    """The reason as it stands inside a sentence: "urgent work came first"."""
    words = REASONS.get(reason, "")
    return words[:1].lower() + words[1:]
