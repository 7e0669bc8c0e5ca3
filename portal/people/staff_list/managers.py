"""Managers: who reports to whom, without anybody above themselves.

A chain of managers that comes back to where it began is a circle. Which link of it is wrong
cannot be told, so every link of a circle that the file brings is left unknown. A link that only
leads into a circle stays. (Found as strongly connected parts of the graph: Tarjan, 1972.)
"""

from collections.abc import Iterable, Iterator, Mapping

Links = Mapping[str, Iterable[str]]


def in_circles(links: Links) -> dict[str, int]:
    """The people who are above themselves, each with the number of the circle they are in."""
    search = _Search(links)
    for person in list(links):
        if person not in search.order:
            search.explore(person)
    return {
        person: number
        for number, circle in enumerate(search.parts)
        if len(circle) > 1 or circle[0] in set(links.get(circle[0], ()))
        for person in circle
    }


class _Search:
    """One walk over all links, without recursion: a long chain must not exhaust the stack."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.order: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.open: dict[str, None] = {}
        self.parts: list[list[str]] = []

    def explore(self, start: str) -> None:
        path = [(start, self._enter(start))]
        while path:
            person, following = path[-1]
            onward = next(following, None)
            if onward is None:
                path.pop()
                self._leave(person, path[-1][0] if path else None)
            elif onward not in self.order:
                path.append((onward, self._enter(onward)))
            elif onward in self.open:
                self.lowest[person] = min(self.lowest[person], self.order[onward])

    def _enter(self, person: str) -> Iterator[str]:
        self.order[person] = self.lowest[person] = len(self.order)
        self.open[person] = None
        return iter(list(self.links.get(person, ())))

    def _leave(self, person: str, before: str | None) -> None:
        if self.lowest[person] == self.order[person]:
            part: list[str] = []
            while not part or part[-1] != person:
                part.append(self.open.popitem()[0])
            self.parts.append(part)
        if before is not None:
            self.lowest[before] = min(self.lowest[before], self.lowest[person])
