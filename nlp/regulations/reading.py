"""What every step of resolving knows: the article, the register of laws, the regions and issuers that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from nlp.regions import region_by_code
from nlp.regulations.find import NamedIssuer
from storage.records import DateBasis, RegionMention
from storage.reference import Regulation, load_regulations


@dataclass(frozen=True, slots=True)
class Register:
    """The known instruments, by id."""

    by_id: dict[str, Regulation]
    by_other_number: dict[tuple[str, str], str]  # (type, number) of joint decrees
    circulars: dict[str, frozenset[str]]  # "18/2023" to the issuers of circulars with that number
    by_number: dict[tuple[str, str], tuple[Regulation, ...]]  # (type, number), of any year

    @classmethod
    def of(cls, regulations: Iterable[Regulation]) -> Register:
        rows = tuple(regulations)
        others = {(row.type, number): row.id for row in rows for number in row.other_numbers}
        circulars: dict[str, set[str]] = {}
        for row in rows:
            if row.type.startswith("SE "):
                circulars.setdefault(f"{row.number}/{row.year}", set()).add(row.type.removeprefix("SE "))
        by_number: dict[tuple[str, str], tuple[Regulation, ...]] = {}
        for row in rows:
            by_number[row.type, row.number] = (*by_number.get((row.type, row.number), ()), row)
        issuers = {number: frozenset(found) for number, found in circulars.items()}
        return cls({row.id: row for row in rows}, others, issuers, by_number)

    def only_one(self, kind: str, number: str, on: date | None) -> str | None:
        """The id of the one instrument of that type and number that is known and was not later than a day."""
        rows = [row for row in self.by_number.get((kind, number), ()) if on is None or row.year <= on.year]
        return rows[0].id if len(rows) == 1 else None


@cache
def known_register() -> Register:
    """The register of the reference tables."""
    return Register.of(load_regulations())


@dataclass(frozen=True)
class Reading:
    """One article with all that helps to resolve its citations."""

    text: str
    register: Register
    regions: Sequence[RegionMention]
    issuers: Sequence[NamedIssuer]
    reference: date | None
    basis: DateBasis | None

    @cached_property
    def region_starts(self) -> list[int]:
        return [mention.found.start for mention in self.regions]

    @cached_property
    def issuer_starts(self) -> list[int]:
        return [issuer.start for issuer in self.issuers]

    @cached_property
    def issuer_codes(self) -> frozenset[str]:
        return frozenset(issuer.issuer.code for issuer in self.issuers)

    @cached_property
    def speaks_of_neutrality(self) -> bool:
        return "netral" in self.text.lower()

    @cached_property
    def usual_regions(self) -> dict[str | None, str]:
        """The region that the article names most, of each type and (None) of any."""
        counted: dict[str | None, Counter[str]] = {}
        for mention in self.regions:
            if mention.code:
                for kind in (None, region_by_code()[mention.code].type):
                    counted.setdefault(kind, Counter())[mention.code] += 1
        return {kind: codes.most_common(1)[0][0] for kind, codes in counted.items()}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An instrument with its id."""

    start: int
    end: int
    id: str
    type: str
    rule: str
