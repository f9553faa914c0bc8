"""An answer that came back, free of Scrapy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crawler.reading import Answer
from storage.warc import Exchange


@dataclass(frozen=True, slots=True)
class Came:
    """The exchange, its headers by name, and how large the body was on its way."""

    exchange: Exchange
    headers: Mapping[str, str]  # names in small letters
    size: int  # of the body in bytes, as it travelled

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    def answer(self) -> Answer:
        return Answer(self.exchange.url, self.exchange.status, self.content_type, self.headers, self.exchange.body)
