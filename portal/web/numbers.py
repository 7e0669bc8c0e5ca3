"""Numbers, as pages say them."""

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_words(number: int) -> str:
    """A number as a sentence says it: in words below ten."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: 1 person, 3 people, 1,204 people."""
    return f"{number:,} {one if number == 1 else many}"
