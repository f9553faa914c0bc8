"""What Datasette is started with."""

from __future__ import annotations

from pathlib import Path

from datasette.app import DEFAULT_SETTINGS

from storage.browse import ROOT, SETTINGS, datasette_arguments


def test_one_file_is_served_on_loopback_with_limits():
    arguments = datasette_arguments(Path("data/corpus.db"), port=8001)
    assert arguments[:3] == ["-m", "datasette", str(Path("data/corpus.db").resolve())]
    assert arguments[arguments.index("--host") + 1] == "127.0.0.1"
    assert "--crossdb" not in arguments
    settings = {arguments[n + 1]: arguments[n + 2] for n, word in enumerate(arguments) if word == "--setting"}
    assert settings == SETTINGS
    assert settings["allow_download"] == "off"


def test_every_setting_is_one_that_datasette_knows():
    assert set(SETTINGS) <= set(DEFAULT_SETTINGS)


def test_the_folders_that_are_named_exist():
    arguments = datasette_arguments(Path("corpus.db"))
    for option in ("--plugins-dir", "--template-dir"):
        assert Path(arguments[arguments.index(option) + 1]).is_dir()
    assert (ROOT / "storage" / "browse").is_dir()
