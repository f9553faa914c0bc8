"""Words a second of the analyser, on one core, and the share of each of its parts."""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from pathlib import Path

from nlp.analyse import load_analyser
from pipeline.analyse_file import article_text
from pipeline.sample import expected_findings

ARTICLE_WORDS = 350
ROUNDS = 5


def main(reference: Path) -> None:
    """Analyse the sample newsroom's articles again and again; the same texts on every machine."""
    del reference
    began = time.perf_counter()
    analyser = load_analyser()
    articles = [article_text(row) for row in expected_findings()]
    analyser.analyse(articles[0])
    loaded = time.perf_counter() - began
    words = sum(len(article.text.split()) for article in articles)
    seconds = min(_seconds(analyser, articles) for _ in range(ROUNDS))
    rate = words / seconds
    sys.stdout.write(
        f"  loaded in {loaded:.2f} s; {rate:,.0f} words/s, {rate / ARTICLE_WORDS:.0f} articles of 350 words/s\n"
    )
    profile = cProfile.Profile()
    profile.runcall(_seconds, analyser, articles)
    _print_shares(pstats.Stats(profile))


def _seconds(analyser: object, articles: list) -> float:
    began = time.process_time()
    for article in articles:
        analyser.analyse(article)
    return time.process_time() - began


def _print_shares(stats: pstats.Stats) -> None:
    """Time inside each public find_…, read, judge_… and load of the nlp package, callees included."""
    total = stats.total_tt
    rows = [
        (cumulative / total, name, Path(file).stem)
        for (file, _, name), (_, _, _, cumulative, _) in stats.stats.items()
        if "/nlp/" in file and name.startswith(("find_", "read", "judge_", "propose", "reference_date"))
    ]
    for share, name, module in sorted(rows, reverse=True)[:14]:
        sys.stdout.write(f"  {share:6.1%}  {module}.{name}\n")
