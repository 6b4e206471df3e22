#!/bin/sh
# Set up Nämndstöd with its test tools and check everything: format, lint, types, layers, tests.
# Pasted from README.md: sh scripts/test.sh [arguments to pytest]
#
# The tests come last, so their summary ends the output. The exit code is theirs, or 1 if only an earlier
# check failed; such a failure is said just before the tests begin.
set -u
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
sh scripts/setup.sh dev || exit

# Tests never show a window of their own accord, whatever the machine.
export QT_QPA_PLATFORM=offscreen
unset DISPLAY WAYLAND_DISPLAY

failed=
check() {
    echo "== $1"
    label=$1
    shift
    .venv/bin/python -m "$@" </dev/null || failed="$failed $label"
}
check Format ruff format --check --quiet .
check Lint ruff check --quiet .
check Typer mypy

if [ -n "$failed" ]; then
    echo "== FEL i:$failed (se ovan)"
fi
echo "== Tester"
# One process per core. Each begins on a run of neighbouring tests, which share what they have made, and takes
# over from the others when it is done. `-n 0` among the arguments: all in one process.
.venv/bin/python -m pytest -n auto --dist worksteal "$@" </dev/null
code=$?
[ "$code" -ne 0 ] || [ -z "$failed" ] || code=1
exit "$code"
