"""How long a session lasted: five taps, and any length of 5 minutes to 8 hours.

Shapes: minutes are whole numbers. Units: minutes. Raises nothing. Source: this portal's plan
for the quick log (2026).
"""

SHORTEST, LONGEST = 5, 480
TAPS = (15, 30, 45, 60, 90)


def taps(already: int | None = None) -> tuple[int, ...]:
    """The lengths offered, with the one that a session already has among them."""
    return tuple(sorted({*TAPS, already} - {None})) if already else TAPS


def is_possible(minutes: int) -> bool:
    """Whether a session can last this long."""
    return SHORTEST <= minutes <= LONGEST


def in_words(minutes: int) -> str:
    """A length as people say it: 45 minutes, 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    said = []
    if hours:
        said.append("1 hour" if hours == 1 else f"{hours} hours")
    if rest or not hours:
        said.append("1 minute" if rest == 1 else f"{rest} minutes")
    return " ".join(said)
