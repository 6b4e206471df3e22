#!/bin/sh
# Set up what Nämndstöd needs on a Debian-like machine: sh scripts/setup.sh run|dev
#
#   run   system libraries, .venv, the locked packages and the program itself: enough to start it
#   dev   the same and the tools of the tests
#
# Can be run again: what is already there is left alone, and when the lock files are unchanged nothing is
# fetched. Works as root without sudo or as a user with sudo; asks for no password itself and reads no input.
# start.sh, test.sh and .ci/run call it.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
unset LANGUAGE PYTHONHOME PYTHONPATH

say() { printf '%s\n' "$*"; }
fail() {
    printf 'Fel: %s\n' "$*" >&2
    exit 1
}

# --- Python ------------------------------------------------------------------------------------------

# find_python: print the first Python that is new enough.
find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

# --- system packages ---------------------------------------------------------------------------------

# Shared libraries that Qt loads and the Debian package of each: first those of every Qt program, then those
# of a window under X11, last printing. Asked by name of library, because the packages change names between
# releases.
QT_LIBRARIES='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libX11-xcb.so.1 libx11-xcb1
libcups.so.2 libcups2
'

# Programs that the tests call to look at PDF files from outside, and the package of each.
TEST_PROGRAMS='
pdftotext poppler-utils
qpdf qpdf
'

# missing_packages: print the Debian packages that this machine lacks.
missing_packages() {
    if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
    printf '%s' "$QT_LIBRARIES" | "$PYTHON" -c '
import ctypes, sys
for library, package in (line.split() for line in sys.stdin if line.strip()):
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
'
    if [ "$MODE" = dev ]; then
        printf '%s' "$TEST_PROGRAMS" | while read -r program package; do
            [ -z "$program" ] || command -v "$program" >/dev/null 2>&1 || say "$package"
        done
    fi
}

# install_packages NAME…: install Debian packages as root or with sudo.
install_packages() {
    command -v apt-get >/dev/null 2>&1 ||
        fail "systempaket saknas ($*) och apt-get finns inte här. Installera motsvarande paket och kör igen."
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        fail "systempaket saknas, men du är inte root och sudo finns inte.
Be den som sköter datorn att köra:
  apt-get install --no-install-recommends $*
och kör sedan kommandot igen."
    fi
    say "Installerar systempaket: $*"
    apt="$as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -o DPkg::Lock::Timeout=300 -qq"
    $apt update </dev/null || say "Paketlistorna gick inte att uppdatera. Försöker ändå."
    $apt install -y --no-install-recommends "$@" </dev/null >/dev/null ||
        fail "apt-get kunde inte installera: $*"
}

# --- the environment ---------------------------------------------------------------------------------

# stamp: print what the environment was made from; if this changes it has to be brought up to date.
stamp() {
    "$PYTHON" -c '
import hashlib, pathlib, sys
digest = hashlib.sha256(repr((sys.version, sys.argv[1])).encode())
for name in sys.argv[2:]:
    digest.update(pathlib.Path(name).read_bytes())
print(digest.hexdigest())
' "$(pwd)" pyproject.toml "$@"
}

# make_environment LOCK…: create or bring up to date .venv with exactly the locked packages.
make_environment() {
    if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        say "Skapar Pythonmiljön i .venv"
        "$PYTHON" -m venv --clear .venv || fail "Pythonmiljön gick inte att skapa i $(pwd)/.venv"
    fi
    say "Hämtar de låsta paketen (första gången tar det några minuter)"
    set -- "$@" -- # turn LOCK… into -r LOCK…
    while [ "$1" != -- ]; do
        set -- "$@" -r "$1"
        shift
    done
    shift
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --only-binary=:all: --require-hashes "$@" </dev/null ||
        fail "paketen gick inte att installera. Kontrollera nätet och kör kommandot igen."
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable . </dev/null ||
        fail "Nämndstöd gick inte att installera i .venv"
}

MODE=${1:-run}
case $MODE in
run) LOCKS='requirements.lock requirements-build.lock' ;;
dev) LOCKS=requirements-dev.lock ;;
*) fail "användning: sh scripts/setup.sh run|dev" ;;
esac

PYTHON=$(find_python)
[ -n "$PYTHON" ] || fail "Python 3.11 eller nyare behövs, men hittades inte (python3).
På Debian 12 och nyare: apt-get install python3"

packages=$(missing_packages)
if [ -n "$packages" ]; then
    # shellcheck disable=SC2086  # one word per package
    install_packages $packages
fi

# The tools of the tests include everything that the program needs, so a dev environment is also a run one.
# shellcheck disable=SC2086  # one word per lock
wanted=$(stamp $LOCKS)
full=$(stamp requirements-dev.lock)
have=$(cat .venv/namndstod-stamp 2>/dev/null || true)
if [ "$have" != "$wanted" ] && [ "$have" != "$full" ]; then
    rm -f .venv/namndstod-stamp
    # shellcheck disable=SC2086
    make_environment $LOCKS
    say "$wanted" >.venv/namndstod-stamp
fi

# The validator of PDF/UA and PDF/A needs Java: without it the tests that call it are skipped.
if [ "$MODE" = dev ] && ! tools/verapdf/verapdf --ready; then
    say "Hämtar veraPDF och Java till testerna"
    tools/verapdf/verapdf --install || say "veraPDF saknas: testerna av PDF/UA och PDF/A hoppas över."
fi

# Every start after this one reads bytecode, also where Python has been told not to write any by itself.
.venv/bin/python -m compileall -q src || true
