"""What extraction saw and decided on one page, in lines for the person who mends a source."""

from __future__ import annotations

from pipeline.extract.article import extract_article
from pipeline.extract.body import find_body
from pipeline.extract.decode import decode_body
from pipeline.extract.document import parse_page
from pipeline.extract.rejection import REJECTION_REASONS
from storage.records import Article, Page, Rejection, SourceFacts

_LONGEST = 160


def explain_extraction(page: Page, source: SourceFacts) -> list[str]:
    """Each decision on one line: charset, body, dates, what was cut by which rule, or why the page was refused."""
    result = extract_article(page, source)
    lines = _reading(page)
    if isinstance(result, Rejection):
        return [*lines, f"refused: {result.reason} ({result.detail})", f"         {REJECTION_REASONS[result.reason]}"]
    return [*lines, *_decisions(result), *(f"cut by {one[:_LONGEST]}" for one in result.removed)]


def _reading(page: Page) -> list[str]:
    decoded = decode_body(page.body, page.content_type)
    lines = [f"charset: {decoded.charset}" + (" (only the first part was read)" if decoded.cut else "")]
    document = parse_page(decoded.text, page.url)
    body = find_body(document) if document is not None else None
    if body is not None:
        names = " ".join(f'{name}="{value}"' for name, value in body.element.attrib.items())
        lines.append(
            f"body: <{body.element.tag} {names[:_LONGEST]}> by {body.found_by}, {body.end - body.start} blocks"
        )
    return lines


def _decisions(article: Article) -> list[str]:
    lines = [
        f"title: {article.title}",
        f"author: {article.author}" + (f", {article.author_office}" if article.author_office else ""),
        f"published: {article.published} from {article.published_from}",
    ]
    lines += [
        f"date seen in {one.found_in}: {one.value} {one.moment or ''} “{one.printed}”"
        for one in article.date_candidates
    ]
    if article.date_conflict:
        lines.append(f"dates in conflict: {article.date_conflict}")
    lines.append(f"genre: {article.genre}; sponsored: {article.sponsored}; language: {article.language}")
    lines.append(
        f"publisher: {article.publisher}; first in: {article.first_published_in} {article.first_published or ''}"
    )
    return lines
