"""Persons and their offices: names out of tagged words, offices by a grammar, both joined within the article.

names.py tags words and reads a name; grammar.py and offices.py read an office; links.py and lists.py say whose it is;
carried.py joins what stands apart; coreference.py joins the forms of a name; scope.py completes an office from the rest
of the article.
"""

from nlp.people.find import find_people
from nlp.people.known_holders import known_holder

__all__ = ["find_people", "known_holder"]
