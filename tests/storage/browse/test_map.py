"""Every region of Indonesia lies on the map, and the more articles, the larger its dot."""

from __future__ import annotations

from storage.browse.map import HEIGHT, LARGEST, WIDTH, Place, dots
from storage.reference import load_regions


def test_every_region_lies_on_the_map():
    for dot in dots(Place(region.code, region.name, region.lat, region.lon, 1) for region in load_regions()):
        assert 0 < dot.x < WIDTH, dot
        assert 0 < dot.y < HEIGHT, dot


def test_dots_grow_with_the_articles_and_small_ones_lie_on_top():
    found = dots([Place("a", "A", 0, 100, 0), Place("b", "B", 0, 100, 1), Place("c", "C", 0, 100, 400)])
    assert [dot.place.code for dot in found] == ["c", "b", "a"]
    assert found[0].radius == LARGEST
