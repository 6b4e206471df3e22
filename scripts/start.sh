#!/bin/sh
# Set up Nämndstöd, write the demonstration and its papers to demo/, and open the window.
# Pasted from README.md: sh scripts/start.sh
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
sh scripts/setup.sh run

program=.venv/bin/namndstod
binder=demo/Demonstration

# The papers are made from a fresh binder each time, so they come out also while the demonstration is open in
# a window or has been changed there; a binder that is already here is left as it is.
fresh=demo/.ny
rm -rf "$fresh"
mkdir -p "$fresh"
trap 'rm -rf "$fresh"' EXIT
trap 'exit 130' INT TERM
"$program" demo "$fresh/Demonstration" >/dev/null
for paper in kallelse handlingar protokoll; do
    "$program" make "$paper" "$fresh/Demonstration" -o "$fresh/$paper.pdf" >/dev/null
    mv -f "$fresh/$paper.pdf" "demo/$paper.pdf"
done
[ -e "$binder" ] || mv "$fresh/Demonstration" "$binder"
rm -rf "$fresh"

echo "Demonstrationen ligger i $(pwd)/demo:"
echo "  Demonstration   pärmen"
for paper in kallelse handlingar protokoll; do
    echo "  $paper.pdf"
done

# A display that does not answer aborts Qt, so a child process tries it first.
ulimit -c 0
try='
import sys
from PySide6.QtGui import QGuiApplication
sys.exit(QGuiApplication([]).platformName() in ("offscreen", "minimal", "vnc"))
'
if timeout 30 .venv/bin/python -c "$try" >/dev/null 2>&1; then
    echo "Öppnar fönstret."
    "$program" open "$binder"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "Skärmen (${DISPLAY:-$WAYLAND_DISPLAY}) svarar inte, så fönstret öppnas inte. Allt annat är klart."
else
    echo "Här finns ingen skärm att öppna fönstret på. Allt annat är klart."
fi
