"""Who said what: direct quotations with their speakers, and reported speech."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp.language import text_of
from nlp.quotes import find_quotes
from nlp.statements.read import StatementReader
from storage.records import InstitutionMention, Person, Statement

__all__ = ["find_statements"]


def find_statements(
    doc: Doc, people: tuple[Person, ...], institutions: tuple[InstitutionMention, ...]
) -> tuple[Statement, ...]:
    """Every statement of an article in the order of the text; `doc` is what `nlp.language.read` gives for it."""
    text = text_of(doc)
    return StatementReader(doc, text, find_quotes(text), people, institutions).statements()
