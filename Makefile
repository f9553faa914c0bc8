# Netra's commands. Each sets up what it needs first: `.venv` with the locked packages, once, and again only when a lock changes.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
REFERENCE ?= ../shared
UV_VERSION := 0.13.9
export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1

digest_of = $(shell cat $(1) 2>/dev/null | sha256sum | cut -c1-16)
RUNTIME := $(VENV)/.installed-$(call digest_of,requirements.txt)
DEV := $(VENV)/.installed-dev-$(call digest_of,requirements.txt requirements-dev.txt)

# install LOCK…: with uv where it can be had, with pip otherwise.
define install
	@$(PY) -m uv --version >/dev/null 2>&1 || $(PY) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) >/dev/null 2>&1 || true
	@if $(PY) -m uv --version >/dev/null 2>&1 && $(PY) -m uv pip install --quiet --python $(PY) $(1) 2>/dev/null; then \
		echo "Packages installed with uv."; \
	else \
		echo "Installing packages with pip (uv could not be used) …"; \
		$(PY) -m pip install --quiet --disable-pip-version-check $(1); \
	fi
endef

.PHONY: help run serve test lint accept bench docs lock train clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUNTIME) ## crawl the built-in sample newsroom, read it, and show what was found
	@$(PY) -m pipeline run --sample

serve: $(RUNTIME) ## browse what was collected, on http://127.0.0.1:8001
	@$(PY) -m pipeline serve

test: $(DEV) lint ## every test
	@$(PY) -m pytest -q -n auto --dist loadfile

lint: $(DEV) ## format, style, types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

accept: $(DEV) ## measure against the reference folder (REFERENCE=…)
	@$(PY) -m tests.acceptance "$(REFERENCE)"

bench: $(DEV) ## how fast it is on this machine
	@$(PY) -m tests.benchmarks "$(REFERENCE)"

train: $(DEV) ## train the name recogniser again on REFERENCE/ner (minutes)
	@$(PY) -m nlp.training.train --data "$(REFERENCE)/ner"

docs: $(DEV) ## write the generated reference pages again
	@$(PY) -m pipeline.reference_pages

lock: $(DEV) ## resolve requirements*.in again
	@$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --upgrade requirements.in -o requirements.txt
	@$(PY) -m uv pip compile --quiet --universal --python-version 3.11 --upgrade requirements-dev.in -o requirements-dev.txt

clean: ## remove .venv and everything that a run wrote
	rm -rf $(VENV) data

$(PY):
	@command -v git >/dev/null || { echo "git is missing. On Debian: sudo apt install git"; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing. On Debian: sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Netra needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Name another one: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment. On Debian: sudo apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUNTIME): | $(PY)
	$(call install,-r requirements.txt)
	@rm -f $(VENV)/.installed-*; touch $@

$(DEV): | $(PY)
	$(call install,-r requirements.txt -r requirements-dev.txt)
	@rm -f $(VENV)/.installed-*; touch $@ $(RUNTIME)
