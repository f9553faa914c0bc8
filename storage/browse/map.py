"""Places regions on a map that is drawn from their coordinates alone: no map service is asked."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

# Indonesia with a margin, in degrees; near the equator a degree is as wide as it is high.
WEST, EAST, NORTH, SOUTH = 94.4, 141.6, 6.6, -11.6
UNITS_PER_DEGREE = 20
WIDTH = round((EAST - WEST) * UNITS_PER_DEGREE)
HEIGHT = round((NORTH - SOUTH) * UNITS_PER_DEGREE)

SMALLEST, LARGEST = 3.2, 15.0  # radius of a dot
FULL_SIZE_FROM = 20  # articles; with fewer in all, no dot is the largest


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    lat: float
    lon: float
    articles: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A region on the map, in the units of its view box."""

    place: Place
    x: float
    y: float
    radius: float


def dots(places: Iterable[Place]) -> list[Dot]:
    """One dot for each place, the largest first so that small ones lie on top; its area grows with the articles."""
    found = list(places)
    most = max([FULL_SIZE_FROM, *(place.articles for place in found)])
    return sorted((_dot(place, most) for place in found), key=lambda dot: -dot.radius)


def _dot(place: Place, most: int) -> Dot:
    share = math.sqrt(place.articles / most)
    radius = SMALLEST + share * (LARGEST - SMALLEST) if place.articles else 1.6
    x = (place.lon - WEST) * UNITS_PER_DEGREE
    y = (NORTH - place.lat) * UNITS_PER_DEGREE
    return Dot(place, round(x, 1), round(y, 1), round(radius, 1))
