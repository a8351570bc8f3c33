# make run    set everything up and open the window; without a display, reconstruct the bundled samples into out/
# make test   set everything up and check everything: format, lint, types, imports, tests
# make clean  throw away what was set up and built

.PHONY: run test clean

run:
	@bash tools/run.sh

test:
	@bash tools/test.sh

clean:
	rm -rf .venv build dist out *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
