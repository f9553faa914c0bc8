"""From a fetched page to an article, or to the reason why it gives none: one module for each question."""

from pipeline.extract.article import extract_article
from pipeline.extract.explain import explain_extraction
from pipeline.extract.rejection import REJECTION_REASONS

__all__ = ["REJECTION_REASONS", "explain_extraction", "extract_article"]
