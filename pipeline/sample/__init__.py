"""The built-in sample newsroom: four small Indonesian sites of our own writing, served over real HTTP on loopback."""

from pipeline.sample.content import SITE_IDS
from pipeline.sample.expectations import expected_findings, expected_rejections
from pipeline.sample.server import DEFAULT_FIRST_PORT, Newsroom, RequestRecord, serve_newsroom
from pipeline.sample.sources import write_sources

__all__ = [
    "DEFAULT_FIRST_PORT",
    "SITE_IDS",
    "Newsroom",
    "RequestRecord",
    "expected_findings",
    "expected_rejections",
    "serve_newsroom",
    "write_sources",
]
