#!/bin/sh
# Make the lock files from pyproject.toml and installer/, with exact versions and hashes: sh scripts/lock.sh [--upgrade]
#
# Needs pip-tools in .venv (`.venv/bin/python -m pip install pip-tools`); run it on Linux with Python 3.11.
# What is locked already keeps its version, unless --upgrade is given. No index address is written: which index
# to ask is a setting of each machine.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

compile() {
    .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "$@"
}

compile "$@" --output-file=requirements.lock pyproject.toml
compile "$@" --only-build-deps --build-deps-for=wheel --constraint=requirements.lock \
    --output-file=requirements-build.lock pyproject.toml
compile "$@" --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml
compile "$@" --constraint=requirements-dev.lock --output-file=installer/requirements-freeze.lock \
    installer/requirements-freeze.in
compile "$@" --output-file=installer/requirements-inventory.lock installer/requirements-inventory.in

# pip-tools leaves out the marker of what only Windows needs.
sed 's/^\(colorama==[^ ]*\) \\/\1 ; sys_platform == "win32" \\/' requirements-dev.lock >requirements-dev.lock.new
mv requirements-dev.lock.new requirements-dev.lock
