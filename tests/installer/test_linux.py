import configparser
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from installer import product
from installer.linux import deb


def test_the_desktop_opens_binders_with_the_program_without_a_console() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str  # type: ignore[assignment,method-assign]  # keys as they are
    desktop.read_string(deb.filled("namndstod.desktop"))
    entry = desktop["Desktop Entry"]
    assert entry["Exec"] == f"{product.WINDOW_COMMAND} %f"
    assert entry["MimeType"] == f"{product.FILE_MIME};"
    assert entry["Name"] == product.NAME


def test_the_file_type_is_known_by_the_ending_of_a_binder() -> None:
    mime = ET.fromstring(deb.filled("mime.xml"))
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = mime
    assert kind.get("type") == product.FILE_MIME
    glob = kind.find(f"{space}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*{product.FILE_SUFFIX}"


def test_the_shop_of_programs_is_told_the_version_and_what_starts_it() -> None:
    component = ET.fromstring(deb.filled("metainfo.xml"))
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == product.version()
    assert component.findtext("launchable") == f"{product.COMMAND}.desktop"


@pytest.mark.parametrize("name", ["namndstod.desktop", "mime.xml", "metainfo.xml", "namndstod.1"])
def test_nothing_is_left_to_fill_in(name: str) -> None:
    assert "${" not in deb.filled(name)


def test_packages_that_were_renamed_go_by_both_names() -> None:
    assert deb.relations("libssl3 (>= 3.0.0), libc6 (>= 2.35)", ("tzdata", "libc6")) == (
        "libc6 (>= 2.35), libssl3t64 (>= 3.0.0) | libssl3 (>= 3.0.0), tzdata"
    )
    assert deb.relations("libglib2.0-bin, libglib2.0-0") == "libglib2.0-0t64 | libglib2.0-0, libglib2.0-bin"


def test_the_control_file_has_one_paragraph_and_no_empty_field() -> None:
    text = deb.control(1234, "libc6", "")
    assert text.endswith("\n")
    assert "\n\n" not in text
    fields = [line for line in text.splitlines() if not line.startswith(" ")]
    assert all(line.partition(": ")[2].strip() for line in fields)
    assert f"Version: {product.version()}" in fields


def test_what_lies_where_is_alike_each_time_and_belongs_to_nobody(tmp_path: Path) -> None:
    for name in ("first", "second"):
        root = tmp_path / name
        deb.write(root, f"{deb.PLACE}/{product.COMMAND}", b"\x7fELF")
        deb.lay_out(root, "Licenser\n")
        (root / deb.PLACE / product.COMMAND).chmod(0o700)
        deb.settle(root)
    assert _listed(tmp_path / "first") == _listed(tmp_path / "second")
    root = tmp_path / "first"
    assert (root / "usr/bin/namndstodw").resolve() == root / deb.PLACE / product.COMMAND
    assert (root / deb.PLACE / product.COMMAND).stat().st_mode & 0o777 == 0o755
    assert (root / "usr/share/applications/namndstod.desktop").stat().st_mode & 0o777 == 0o644
    assert (root / f"usr/share/icons/hicolor/48x48/mimetypes/{deb.MIME_ICON}.png").stat().st_size


def _listed(root: Path) -> list[tuple[str, int, float, bytes]]:
    return [
        (
            str(p.relative_to(root)),
            p.lstat().st_mode,
            p.lstat().st_mtime,
            p.read_bytes() if p.is_file() else b"",
        )
        for p in sorted(root.rglob("*"))
    ]
