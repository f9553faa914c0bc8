"""Trains the name recogniser of `nlp/model`; the application never imports it."""
