"""Packs the frozen program as a .deb: what lies where and what it depends on, alike each time."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from installer import product
from installer.environments import clean_environment

FILES = Path(__file__).with_name("files")
ARCHITECTURE = "amd64"
MAINTAINER = f"{product.PUBLISHER} <{product.COMMAND}@{product.COMMAND}.invalid>"  # there is no address yet
PLACE = f"usr/lib/{product.COMMAND}"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
MIME_ICON = product.FILE_MIME.replace("/", "-")

LOADED_AT_RUN = ("libdbus-1-3", "tzdata")
"""Packages that nothing is linked with: QtDBus opens its library by name; the hours need their zones."""

OPTIONAL_LIBRARIES = ("*/platformthemes/libqgtk3.so",)
"""Libraries that do their part only where the desktop has what they need."""

RENAMED = re.compile(r"^(lib(?:glib2\.0-0|ssl3|cups2|gtk-3-0|atk1\.0-0))(?= |$)")
"""Packages that got another name when Debian and Ubuntu changed the size of times (from 2024): name + t64."""


def control(installed_size: int, depends: str, suggests: str) -> str:
    """Return the control file; sizes in kB."""
    return "\n".join(
        (
            f"Package: {product.COMMAND}",
            f"Version: {product.version()}",
            f"Architecture: {ARCHITECTURE}",
            f"Maintainer: {MAINTAINER}",
            f"Installed-Size: {installed_size}",
            f"Depends: {depends}",
            "Recommends: desktop-file-utils, hicolor-icon-theme, shared-mime-info, xdg-utils",
            f"Suggests: libreoffice-writer, libreoffice-calc{f', {suggests}' if suggests else ''}",
            "Section: editors",
            "Priority: optional",
            f"Description: {product.SUMMARY}",
            *(f" {line}" for line in textwrap.wrap(product.DESCRIPTION, 78)),
            "",
        )
    )


def filled(name: str) -> str:
    """Return one of `files/` with what is known of the product filled in."""
    made = datetime.fromtimestamp(product.epoch(), UTC).date().isoformat()
    return Template((FILES / name).read_text(encoding="utf-8")).substitute(
        name=product.NAME,
        summary=product.SUMMARY,
        description=product.DESCRIPTION,
        command=product.COMMAND,
        window_command=product.WINDOW_COMMAND,
        publisher=product.PUBLISHER,
        identifier=product.IDENTIFIER,
        developer=product.IDENTIFIER.rpartition(".")[0],
        mime=product.FILE_MIME,
        mime_icon=MIME_ICON,
        file_type=product.FILE_TYPE_NAME,
        suffix=product.FILE_SUFFIX,
        version=product.version(),
        date=made,
    )


def pack(frozen: Path, copyright_text: str, work: Path, out: Path, *, quick: bool = False) -> Path:
    """Make the .deb of the frozen program in `out`; return it. With `quick` it becomes larger."""
    root = work / "root"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(frozen, root / PLACE, symlinks=True)
    lay_out(root, copyright_text)
    (root / "DEBIAN").mkdir()
    depends, suggests = dependencies(root, work)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    write(root, "DEBIAN/control", control(size, depends, suggests))
    sums = (f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(root).as_posix()}\n" for p in files)
    write(root, "DEBIAN/md5sums", "".join(sums))
    settle(root)
    package = out / f"{product.COMMAND}_{product.version()}_{ARCHITECTURE}.deb"
    out.mkdir(parents=True, exist_ok=True)
    # one thread: with more, the archive depends on how many there are
    how = ["--root-owner-group", "-Zxz", "-z1" if quick else "-z9", "--threads-max=1"]
    subprocess.run(
        ["dpkg-deb", *how, "--build", str(root), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env=clean_environment(),
    )
    return package


def lay_out(root: Path, copyright_text: str) -> None:
    """Put everything but the program itself where a desktop looks for it."""
    command, window = product.COMMAND, product.WINDOW_COMMAND
    (root / "usr/bin").mkdir(parents=True)
    for name in (command, window):
        (root / "usr/bin" / name).symlink_to(f"../lib/{command}/{command}")
    write(root, f"usr/share/applications/{command}.desktop", filled("namndstod.desktop"))
    write(root, f"usr/share/mime/packages/{command}.xml", filled("mime.xml"))
    write(root, f"usr/share/metainfo/{product.IDENTIFIER}.metainfo.xml", filled("metainfo.xml"))
    write(root, f"usr/share/doc/{command}/copyright", copyright_text)
    write(root, f"usr/share/doc/{command}/changelog.gz", packed(_changelog()))
    write(root, f"usr/share/man/sv/man1/{command}.1.gz", packed(filled("namndstod.1")))
    (root / f"usr/share/man/sv/man1/{window}.1.gz").symlink_to(f"{command}.1.gz")
    icons = root / "usr/share/icons/hicolor"
    for drawing, kind, name in (("namndstod", "apps", command), ("binder", "mimetypes", MIME_ICON)):
        for size in ICON_SIZES:
            picture = (product.ICONS / f"{drawing}-{size}.png").read_bytes()
            write(icons, f"{size}x{size}/{kind}/{name}.png", picture)
        write(icons, f"scalable/{kind}/{name}.svg", (product.ICONS / f"{drawing}.svg").read_bytes())


def write(root: Path, name: str, content: str | bytes) -> None:
    """Write a file of the package."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def packed(text: str) -> bytes:
    """Return a text as gzip, alike each time."""
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def settle(root: Path) -> None:
    """Give every file the time of the build, and rights by what it is and not by whoever built it."""
    when = product.epoch()
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (when, when), follow_symlinks=False)
            continue
        program = path.is_dir() or path == root / PLACE / product.COMMAND
        path.chmod(0o755 if program else 0o644)
        os.utime(path, (when, when))


def dependencies(root: Path, work: Path) -> tuple[str, str]:
    """Return what must and what may be installed, from the libraries that each of ours is linked with."""
    libraries = [p for p in root.rglob("*") if not p.is_symlink() and p.is_file() and _is_elf(p)]
    optional = [p for p in libraries if any(p.match(pattern) for pattern in OPTIONAL_LIBRARIES)]
    source = work / "shlibdeps" / "debian"
    source.mkdir(parents=True)
    write(source, "control", f"Source: {product.COMMAND}\n\nPackage: {product.COMMAND}\nArchitecture: any\n")
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-x{product.COMMAND}"]
    command += [f"-l{folder}" for folder in sorted({str(p.parent) for p in libraries})]
    command += [f"-e{p}" for p in sorted(set(libraries) - set(optional))]
    command += ["-dSuggests", *(f"-e{p}" for p in sorted(optional))]
    done = subprocess.run(
        command, check=True, cwd=source.parent, env=clean_environment(), stdout=subprocess.PIPE, text=True
    )
    found = dict(line.removeprefix("shlibs:").split("=", 1) for line in done.stdout.splitlines())
    return relations(found["Depends"], LOADED_AT_RUN), relations(found.get("Suggests", ""))


def relations(found: str, more: tuple[str, ...] = ()) -> str:
    """Return a list of packages in order, with `more`, and with both names of those that were renamed."""
    listed = [entry.strip() for entry in found.split(",") if entry.strip()]
    names = {entry.split(" ")[0] for entry in listed}
    listed += [name for name in more if name not in names]
    return ", ".join(RENAMED.sub(_both_names, entry) for entry in sorted(listed))


def _both_names(match: re.Match[str]) -> str:
    name, versions = match[1], match.string[match.end() :]
    return f"{name}t64{versions} | {name}"


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _changelog() -> str:
    made = datetime.fromtimestamp(product.epoch(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    head = f"{product.COMMAND} ({product.version()}) stable; urgency=medium"
    return f"{head}\n\n  * Version {product.version()}.\n\n -- {MAINTAINER}  {made}\n"
