"""`extract` and `analyse`: the two readers as tools of their own, from file to file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.speak import note, print_json, progress, say
from storage.errors import InputFileError


def extract(
    page: Annotated[Path, typer.Argument(help="A saved page.", metavar="PAGE.html")],
    url: Annotated[str, typer.Option(help="The address that the page was saved from.")],
    timezone: Annotated[str, typer.Option(help="Zone of dates that print none.")] = "Asia/Jakarta",
    why: Annotated[bool, typer.Option("--why", help="Say on stderr which rule decided what.")] = False,
) -> None:
    """Read one saved page and print the article as JSON, or why it is none."""
    from pipeline.extract_file import article_fields, page_from_file, source_of_a_file

    saved = page_from_file(page, url, datetime.now(UTC))
    source = source_of_a_file(url, timezone)
    if why:
        from pipeline.extract import explain_extraction

        for line in explain_extraction(saved, source):
            note(line)
    print_json(article_fields(saved, source))


def analyse(
    articles: Annotated[Path, typer.Argument(help="Articles, one JSON object a line with `id` and `text`.")],
    findings: Annotated[Path, typer.Argument(help="Where the same articles with what was found in them go.")],
    explain: Annotated[str | None, typer.Option(help="Print this article with every finding.", metavar="ID")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read side by side.")] = 1,
) -> None:
    """Find officials, regions, regulations, statements and allegations in articles of your own."""
    from pipeline.analyse_file import analyse_file, explained

    with progress("analyse") as tick:
        report = analyse_file(articles, findings, workers=workers, tick=tick)
    for problem in report.problems:
        note(problem)
    if explain is not None:
        for line in explained(findings, explain):
            say(line)
    note(f"{report.done} articles analysed into {findings}.")
    if report.problems:
        raise InputFileError(f"{len(report.problems)} lines of {articles} were left out; mend them and run it again.")
