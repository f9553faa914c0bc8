"""One digest as HTML that mail programs can show, and as plain text; both in Indonesian."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import css_inline
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.digest.select import Digest
from storage.browse.labels import day, label

TEMPLATES = Path(__file__).parent / "templates"
STATEMENTS_PER_ARTICLE = 3
LONGEST_QUOTE = 280  # characters; a mail is an index, the article page has the whole


def render_digest(digest: Digest, browse_url: str) -> tuple[str, str]:
    """HTML with its styles inlined, and text. `browse_url` is where the corpus is served."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day, "label": label, "short": shortened}
    values = {
        "digest": digest,
        "first_day": digest.week.since.date().isoformat(),
        "last_day": (digest.week.until - timedelta(days=1)).date().isoformat(),
        "most": STATEMENTS_PER_ARTICLE,
        "browse_url": browse_url.rstrip("/"),
    }
    html = environment.get_template("digest.html.j2").render(values)
    text = environment.get_template("digest.txt.j2").render(values)
    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(html), text


def write_digest(digest: Digest, browse_url: str, folder: Path) -> tuple[Path, Path]:
    """Write both forms into `folder` as <week>.html and <week>.txt, in place of an earlier rendering."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = (folder / f"{digest.week.name}.html", folder / f"{digest.week.name}.txt")
    for path, content in zip(paths, render_digest(digest, browse_url), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def shortened(quote: str) -> str:
    """A quotation that fits a mail, cut at a word."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
