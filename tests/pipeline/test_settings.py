"""Settings: defaults, the file, the environment, and what a person is told who got one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import Settings, load_settings
from storage.errors import SettingsError


def test_defaults_need_no_file(tmp_path):
    assert load_settings(tmp_path, {}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path):
    (tmp_path / "netra.toml").write_text('contact = "file@example.org"\nserve_port = 9000\n', encoding="utf-8")
    settings = load_settings(tmp_path, {"NETRA_CONTACT": "env@example.org", "HOME": "/nowhere"})
    assert (settings.contact, settings.serve_port) == ("env@example.org", 9000)


def test_lists_in_the_environment_are_split(tmp_path):
    settings = load_settings(tmp_path, {"NETRA_ALLOW_HOSTS": "127.0.0.1:1, 127.0.0.1:2"})
    assert settings.allow_hosts == ("127.0.0.1:1", "127.0.0.1:2")


@pytest.mark.parametrize(
    ("file", "environment", "said"),
    [
        ("", {"NETRA_DATA_FODLER": "x"}, "NETRA_DATA_FODLER: there is no such setting"),
        ("colour = 1", {}, "netra.toml: colour: there is no such setting. Known: data_folder"),
        ("serve_port = 0", {}, "netra.toml: serve_port"),
        ('timezone = "Asia/Bandung"', {}, "Indonesia has Asia/Jakarta"),
        ('digest_weekday = "senin"', {}, "use one of mon, tue"),
        ("contact = ", {}, "netra.toml: not a TOML file"),
        ("", {"NETRA_SERVE_PORT": "many"}, "NETRA_SERVE_PORT: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, file: str, environment: dict[str, str], said: str):
    (tmp_path / "netra.toml").write_text(file, encoding="utf-8")
    with pytest.raises(SettingsError, match=said.replace(".", r"\.")):
        load_settings(tmp_path, environment)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "netra.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="not a TOML file"):
        load_settings(tmp_path, {})
