"""The corpus in a browser: Datasette with pages of our own, in Indonesian, for readers who know no SQL."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent

SETTINGS = {
    "sql_time_limit_ms": "1500",
    "facet_time_limit_ms": "400",
    "max_returned_rows": "500",
    "default_page_size": "50",
    "truncate_cells_html": "300",
    "num_sql_threads": "3",
    "suggest_facets": "off",
    "allow_csv_stream": "off",
    "allow_download": "off",
}


def datasette_arguments(corpus_path: Path, port: int = 8001, host: str = "127.0.0.1") -> list[str]:
    """What follows the Python interpreter to serve this one corpus; to be started in the folder ROOT.

    `python -m datasette` and not its script, which would not find our packages.
    """
    arguments = ["-m", "datasette", str(corpus_path.resolve()), "--host", host, "--port", str(port)]
    arguments += ["--plugins-dir", str(FOLDER / "plugins"), "--template-dir", str(FOLDER / "templates")]
    arguments += ["--static", f"netra:{FOLDER / 'static'}"]
    for name, value in SETTINGS.items():
        arguments += ["--setting", name, value]
    return arguments
