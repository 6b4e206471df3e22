#!/bin/sh
# Make the three lock files anew from pyproject.toml, with exact versions and hashes.
#
# Needs pip-tools in .venv (`.venv/bin/python -m pip install pip-tools`); run it on Linux with Python 3.11.
# The resolver sees only the platform it runs on, so what Windows needs besides is added with its marker.
# No index address is written: which index to ask is a setting of each machine.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

compile() {
    .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links "$@"
}

# add_for_windows LOCK NAME: lock NAME with the marker for Windows. (Where it is named in an extra, pip-tools
# lists it without the marker.)
add_for_windows() {
    if ! grep -q "^$2==" "$1"; then
        piece=$(mktemp)
        echo "$2" | compile --no-annotate --output-file="$piece" -
        cat "$piece" >>"$1"
        rm -f "$piece"
    fi
    sed "s/^\($2==[^ ]*\) \\\\/\1 ; sys_platform == \"win32\" \\\\/" "$1" >"$1.new"
    mv "$1.new" "$1"
}

rm -f requirements.lock requirements-build.lock requirements-dev.lock
compile --output-file=requirements.lock pyproject.toml
compile --only-build-deps --build-deps-for=wheel --constraint=requirements.lock \
    --output-file=requirements-build.lock pyproject.toml
compile --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml
for lock in requirements.lock requirements-dev.lock; do
    add_for_windows "$lock" tzdata
done
add_for_windows requirements-dev.lock colorama
