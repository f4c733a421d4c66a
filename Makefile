# `make demo` builds the sample catalogue, `make test` runs the tests, `make validate` hands
# all editions of the samples to EPUBCheck, Ace, veraPDF, qpdf and Ghostscript, and
# `make benchmark` times guidepub beside what people use today.
# All of them set up all that they need: system libraries (asks for root only if some are
# missing), a virtual environment in .venv, the locked dependencies, and guidepub.

VENV ?= .venv
PYTHON ?= python3
# What `make against` measures beside: the first build that was measured.
COMMIT ?= 8197977
BIN = $(VENV)/bin

.PHONY: demo test validate soak losses variants siege benchmark against house tables references faces gallery docs lint-scores import-scores audit wheel check format lock clean

demo: $(VENV)/.runtime
	$(BIN)/guidepub build guides -o dist

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy & package=$$!; $(BIN)/mypy --config-file tests/mypy.toml --cache-dir .mypy_cache/tests && wait $$package
	$(BIN)/python -m compileall -q guidepub  # hundreds of tests start a command
	$(BIN)/pytest

# How precise lint is, and how much it misses, on labelled sentences; written into its docs.
lint-scores: $(VENV)/.dev
	PYTHONPATH=. $(BIN)/python tests/linting/scores.py --write
	PYTHONPATH=. $(BIN)/python tests/linting/unseen.py --write

import-scores: $(VENV)/.dev
	PYTHONPATH=. $(BIN)/python tests/importing/labelled_scores.py --write

validate: $(VENV)/.validate
	sh .ci/validate $(BIN)

# Kill a batch of 100 books 30 times, poison 50 of 1,000, change nothing in 1,000: hours.
soak: $(VENV)/.dev
	$(BIN)/python benchmarks/soak.py kills --books 100 --kills 30
	$(BIN)/python benchmarks/soak.py poison --books 1000 --poisoned 50
	$(BIN)/python benchmarks/soak.py unchanged --books 1000

# 2,000 guides made by chance, in all editions, themes and trims, read back: an hour or less;
# and 100 of them handed to the validators.
losses: $(VENV)/.validate
	$(BIN)/python -m benchmarks.losses --guides 2000
	sh .ci/validate-generated $(BIN) benchmarks.losses --guides 100

# 60 books that nobody has looked at: the samples with other titles, figures and lengths, guides
# made by chance, and hard ones, in all themes and trims; measured, checked and validated.
variants: $(VENV)/.validate
	sh .ci/validate-generated $(BIN) benchmarks.variants

# Hostile files and broken machines by the thousand; which cases, and one by itself: see
# docs/security.md.
siege: $(VENV)/.dev
	$(BIN)/python -m benchmarks.siege

benchmark: $(VENV)/.bench
	$(BIN)/python -m benchmarks.speed

# This build beside an earlier one and today's tools, an hour or so; or a part of that:
# make against PARTS="--only cold --rounds 3"
against: $(VENV)/.bench
	$(BIN)/python -m benchmarks.against $(COMMIT) $(PARTS)

# Rooms, arrows, circles and names used twice, from the package's own imports.
house: $(VENV)/.dev
	$(BIN)/python -m benchmarks.house

# The lists of finding codes and of modules in docs/.
tables: $(VENV)/.dev
	$(BIN)/python -m tools.code_tables
	$(BIN)/python -m tools.module_tables

# What the pages of the samples look like; `make test` compares. Look at them before you commit.
references: $(VENV)/.dev
	$(BIN)/python -m tools.references

# The Latin parts of the shipped fonts, which EPUBs carry along.
faces: $(VENV)/.dev
	$(BIN)/python -m tools.latin_faces

# Pictures of the samples' pages for the docs.
gallery: $(VENV)/.dev
	$(BIN)/python -m tools.gallery

# The documentation as a site, in build/site/; a link that leads nowhere fails.
docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 PYTHONPATH=. $(BIN)/mkdocs build

# Licences, bill of materials and known vulnerabilities of all that guidepub needs.
audit: $(VENV)/.dev
	sh .ci/supply $(VENV) audit

# The wheel and its bill of materials (CycloneDX), in build/.
wheel: $(VENV)/.runtime
	sh .ci/supply $(VENV) wheel

check: test

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What every set-up reads, beside the packages of its own.
SETUP = pyproject.toml .ci/setup .ci/requirements-build.txt

$(VENV)/.runtime: $(SETUP) .ci/requirements.txt
	PYTHON=$(PYTHON) sh .ci/setup $(VENV) runtime
	touch $@

$(VENV)/.dev: $(SETUP) .ci/requirements-dev.txt
	PYTHON=$(PYTHON) sh .ci/setup $(VENV) dev
	touch $@ $(VENV)/.runtime

$(VENV)/.validate: $(VENV)/.dev .ci/validators/package-lock.json .ci/requirements-validate.txt
	PYTHON=$(PYTHON) sh .ci/setup $(VENV) validate
	touch $@

$(VENV)/.docs: $(VENV)/.dev .ci/requirements-docs.txt
	PYTHON=$(PYTHON) sh .ci/setup $(VENV) docs
	touch $@

$(VENV)/.bench: $(SETUP) .ci/requirements-bench.txt
	PYTHON=$(PYTHON) sh .ci/setup $(VENV) bench
	touch $@ $(VENV)/.runtime

# Lock what is installed: exact versions with hashes, for all platforms. What builds is what
# tests have seen.
LOCK = $(VENV)/audit/bin/uv pip compile --quiet --universal --generate-hashes \
  --python-version 3.11 --custom-compile-command "make lock"
lock: $(VENV)/.dev
	$(BIN)/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/pip install --quiet --require-hashes -r .ci/requirements-audit.txt
	$(LOCK) pyproject.toml -o .ci/requirements.txt
	$(LOCK) --group dev pyproject.toml -o .ci/requirements-dev.txt
	$(LOCK) --group docs -c .ci/requirements-dev.txt pyproject.toml -o .ci/requirements-docs.txt
	$(LOCK) --group bench pyproject.toml -o .ci/requirements-bench.txt
	$(LOCK) --all-extras -c .ci/requirements-dev.txt pyproject.toml -o .ci/requirements-all.txt
	$(LOCK) --group build -c .ci/requirements-dev.txt -o .ci/requirements-build.txt
	$(LOCK) --group audit -o .ci/requirements-audit.txt
	$(LOCK) --no-deps --group validate -c .ci/requirements-dev.txt -o .ci/requirements-validate.txt

clean:
	rm -rf $(VENV) .validators dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
