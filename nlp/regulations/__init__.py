"""Citations of laws: found as printed (find, pasal), then resolved to known instruments (resolve)."""

from nlp.regulations.resolve import distinct_citations, find_citations

__all__ = ["distinct_citations", "find_citations"]
