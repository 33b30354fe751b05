# Every target sets up what it needs: the first run makes .venv and installs what pyproject.toml
# names, later runs only look at the stamps kept there.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# Qt's name for where it draws: a screen if there is one, else memory.
ifeq ($(shell uname -s),Darwin)
platform := cocoa
else ifneq ($(DISPLAY),)
platform := xcb
else ifneq ($(WAYLAND_DISPLAY),)
platform := wayland
else
platform := offscreen
endif

# An environment whose Python has gone from the system cannot be mended, only made again.
$(shell for link in .venv*/bin/python; do \
	if [ -h $$link ] && [ ! -e $$link ]; then rm -rf $${link%/bin/python}; fi; \
done)

# PYTHON=python3.13 (or a path) chooses the Python of a new environment.
python_name := $(notdir $(PYTHON))
venv_python := .venv-$(python_name)
venv_lowest := .venv-lowest$(addprefix -,$(python_name))

case := out/example.caseboard
picture := out/example.png

pip_install := -m pip --disable-pip-version-check --quiet install
pytest := -m pytest --quiet
on_every_core := --numprocesses auto --dist worksteal
offscreen := QT_QPA_PLATFORM=offscreen
define install
echo "Installing what pyproject.toml names into $(@D); the first time takes a minute or two."
$(@D)/bin/python $(pip_install) --editable '.[test]'
touch $@
endef
check_qt = $(@D)/bin/python .ci/qt_libraries.py $* && touch $@

.PHONY: help run test soak test-lowest test-python bench fuzz lint format wheel clean

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-12s %s\n", $$1, $$2 }'

run: .venv/.qt-$(platform) $(case) ## Open the example case; with no display, draw it as a PNG
ifeq ($(platform),offscreen)
	@$(offscreen) .venv/bin/caseboard export $(case) --png $(picture) --scale 2
	@echo "There is no display here. The board is drawn in $(picture)"
else
	@.venv/bin/caseboard $(case)
endif

test: .venv/.qt-offscreen ## Run the tests without a display (ARGS="-k name" for some of them)
	@$(offscreen) .venv/bin/python $(pytest) $(on_every_core) -m "not soak" $(ARGS)

soak: .venv/.qt-offscreen ## Run the long tests, and every property with many more examples
	@$(offscreen) .venv/bin/python $(pytest) -m soak $(ARGS)
	@$(offscreen) .venv/bin/python $(pytest) $(on_every_core) -m "hypothesis and not soak" --hypothesis-profile thorough $(ARGS)

test-lowest: $(venv_lowest)/.qt-offscreen ## Run the tests with the oldest dependencies allowed
	@$(offscreen) $(venv_lowest)/bin/python $(pytest) $(on_every_core) -m "not soak" $(ARGS)

test-python: $(if $(PYTHON),$(venv_python)/.qt-offscreen) ## Run the tests with PYTHON=python3.13
	@test -n "$(PYTHON)" || { echo "Say which Python: make test-python PYTHON=python3.13"; exit 1; }
	@$(offscreen) $(venv_python)/bin/python $(pytest) $(on_every_core) -m "not soak" $(ARGS)

bench: .venv/.qt-offscreen ## Run every benchmark in tests/bench
	@for script in $$(grep -ls '^if __name__ == "__main__"' tests/bench/*.py | grep -v /fuzz_); do \
		echo "== $$script" && $(offscreen) .venv/bin/python "$$script" || exit 1; \
	done

fuzz: .venv/.installed ## Let in broken files (MINUTES=15; SEED=7 NUMBER=42 for one of them again)
	@.venv/bin/python tests/bench/fuzz_intake.py $(addprefix --minutes=,$(MINUTES)) \
		$(addprefix --seed=,$(SEED)) $(addprefix --number=,$(NUMBER))

lint: .venv/.linters ## Check style, form and types
	@.venv/bin/python -m ruff check --quiet --output-format concise
	@.venv/bin/python -m ruff format --check
	@PYRIGHT_PYTHON_IGNORE_WARNINGS=1 .venv/bin/python -m pyright

format: .venv/.linters ## Put the code into the agreed form
	@.venv/bin/python -m ruff check --quiet --fix
	@.venv/bin/python -m ruff format

wheel: .venv/.installed ## Build the wheel into dist/
	@.venv/bin/python -m pip --disable-pip-version-check --quiet wheel --no-deps --wheel-dir dist .
	@ls dist/*.whl

clean: ## Remove what make has made: environments, wheels, caches, the example
	@rm -rf .venv .venv-* build dist .ruff_cache .hypothesis
	@rm -rf out/bench; rm -f $(case) $(picture) && { rmdir out 2>/dev/null || true; }
	@find desktop db assets tests .ci -name __pycache__ -prune -exec rm -rf {} +

$(case): | .venv/.qt-$(platform)
	@mkdir -p $(@D)
	@$(offscreen) .venv/bin/caseboard example $@

.venv/bin/python $(venv_python)/bin/python $(venv_lowest)/bin/python:
	@.ci/create-venv $(@:/bin/python=)

.venv/.installed: pyproject.toml .venv/bin/python
	@$(install)

$(venv_python)/.installed: pyproject.toml $(venv_python)/bin/python
	@$(install)

.venv/.linters: .venv/.installed
	@echo "Installing ruff and pyright into $(@D)."
	@$(@D)/bin/python $(pip_install) --editable '.[dev]'
	@touch $@

$(venv_lowest)/.installed: pyproject.toml .ci/lowest.py $(venv_lowest)/bin/python
	@echo "Installing the oldest versions that pyproject.toml allows into $(@D)."
	@$(@D)/bin/python .ci/lowest.py test > $(@D)/constraints.txt
	@$(@D)/bin/python $(pip_install) --editable '.[test]' --constraint $(@D)/constraints.txt
	@touch $@

.venv/.qt-%: .venv/.installed .ci/qt_libraries.py
	@$(check_qt)

$(venv_python)/.qt-%: $(venv_python)/.installed .ci/qt_libraries.py
	@$(check_qt)

$(venv_lowest)/.qt-%: $(venv_lowest)/.installed .ci/qt_libraries.py
	@$(check_qt)
