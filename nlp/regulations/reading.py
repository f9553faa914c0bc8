"""What every step of resolving knows: the article, the register of laws, the regions and issuers that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nlp.regulations.find import NamedIssuer
from storage.records import DateBasis, RegionMention
from storage.reference import Regulation


@dataclass(frozen=True, slots=True)
class Register:
    """The known instruments, by id."""

    by_id: dict[str, Regulation]
    by_other_number: dict[tuple[str, str], str]  # (type, number) of joint decrees

    @classmethod
    def of(cls, regulations: Iterable[Regulation]) -> Register:
        rows = tuple(regulations)
        others = {(row.type, number): row.id for row in rows for number in row.other_numbers}
        return cls({row.id: row for row in rows}, others)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that helps to resolve its citations."""

    text: str
    register: Register
    regions: Sequence[RegionMention]
    issuers: Sequence[NamedIssuer]
    reference: date | None
    basis: DateBasis | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """An instrument with its id."""

    start: int
    end: int
    id: str
    type: str
    rule: str
