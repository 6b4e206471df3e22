#!/bin/sh
# Set up Nämndstöd, write the demonstration and its papers to demo/, and open the window.
# Pasted from README.md: sh scripts/start.sh
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
sh scripts/setup.sh run

program=.venv/bin/namndstod
binder=demo/Demonstration

# What is being made lies aside until it is whole, so a broken run leaves nothing half made behind.
fresh=demo/.ny
rm -rf "$fresh"
mkdir -p "$fresh"
trap 'rm -rf "$fresh"' EXIT
trap 'exit 130' INT TERM

write_papers() {
    for paper in kallelse handlingar protokoll; do
        "$program" make "$paper" "$1" -o "$fresh/$paper.pdf" >/dev/null || return
    done
}

# A demonstration that is already here is left as it is, and the papers are its own. Where they can't be made
# (its coming meeting is past, it was changed, it belongs to a newer version), they are of a fresh one.
if [ ! -e "$binder" ]; then
    echo "Skapar demonstrationen"
    "$program" demo "$fresh/Demonstration" >/dev/null
    mv "$fresh/Demonstration" "$binder"
fi
echo "Skriver kallelse, handlingar och protokoll"
if ! write_papers "$binder" 2>/dev/null; then
    "$program" demo "$fresh/Demonstration" >/dev/null
    write_papers "$fresh/Demonstration"
fi
for paper in kallelse handlingar protokoll; do
    mv -f "$fresh/$paper.pdf" "demo/$paper.pdf"
done
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
