import os
import plistlib
import re
from pathlib import Path

import pytest

from installer import environments, product
from installer.freeze import begin, choosing
from installer.macos import bundle


@pytest.fixture
def choice(tmp_path: Path) -> choosing.Choice:
    return choosing.Choice(tmp_path / "site-packages", tmp_path / "lib/python3", "linux")


def binary(place: Path, goal: str) -> choosing.Entry:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch()
    return (goal, str(place), "BINARY")


def test_what_the_system_has_is_left_to_the_system(choice: choosing.Choice, tmp_path: Path) -> None:
    assert not choice.keeps(binary(tmp_path / "usr/lib/libssl.so.3", "libssl.so.3"))
    assert choice.keeps(binary(tmp_path / "usr/lib/libpython3.11.so.1.0", "libpython3.11.so.1.0"))
    assert choice.keeps(binary(tmp_path / "lib/python3/lib-dynload/_ssl.so", "python3/lib-dynload/_ssl.so"))


def test_on_macos_libraries_from_elsewhere_go_along(tmp_path: Path) -> None:
    mac = choosing.Choice(tmp_path / "site-packages", tmp_path / "lib/python3", "darwin")
    assert mac.keeps(binary(tmp_path / "Frameworks/libssl.3.dylib", "libssl.3.dylib"))


def test_what_is_not_installed_on_windows_is_not_frozen_either(
    choice: choosing.Choice, tmp_path: Path
) -> None:
    site = tmp_path / "site-packages"
    lib = "PySide6/Qt/lib/libQt6Qml.so.6"
    assert not choice.keeps(binary(site / lib, lib))
    assert not choice.keeps(("libQt6Qml.so.6", lib, "SYMLINK"))
    core = "PySide6/Qt/lib/libQt6Core.so.6"
    assert choice.of([binary(site / core, core), ("libQt6Core.so.6", core, "SYMLINK")])[1][2] == "SYMLINK"


def test_programs_that_are_started_find_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/namndstod/_internal")
    begin.leave_the_loader_alone()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/namndstod/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    begin.leave_the_loader_alone()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_the_window_is_what_was_asked_for_by_name_or_with_a_file(tmp_path: Path) -> None:
    binder = tmp_path / "nämnd.namndstod"
    binder.touch()
    assert begin.by_window(["/usr/bin/namndstodw", str(binder)], "linux")
    assert not begin.by_window(["/usr/bin/namndstod", str(binder)], "linux")
    assert begin.by_window(["namndstod", str(binder)], "darwin")
    assert begin.by_window(["namndstod"], "darwin")
    assert not begin.by_window(["namndstod", "--self-test"], "darwin")


def test_the_tools_are_locked_with_hashes() -> None:
    for lock in (environments.TOOLS_LOCK, environments.INVENTORY_LOCK):
        named = re.findall(
            r"^([a-z0-9-]+)==\S+ \\\n    --hash=sha256:", lock.read_text("utf-8"), re.MULTILINE
        )
        assert len(named) == len(re.findall(r"^[a-z0-9-]+==", lock.read_text("utf-8"), re.MULTILINE)) > 3


def test_a_build_hears_nothing_of_the_callers_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    found = environments.clean_environment()
    assert "PYTHONPATH" not in found
    assert found["PYTHONHASHSEED"] == "0"
    assert found["SOURCE_DATE_EPOCH"] == str(product.epoch())


def test_the_app_owns_the_file_type_of_binders() -> None:
    told = plistlib.loads(plistlib.dumps(bundle.info()))
    (document,), (kind,) = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["namndstod"]
    assert told["CFBundleShortVersionString"] == product.version()


def test_an_app_is_signed_from_the_inside_out() -> None:
    app = Path("X.app")
    inner = [app / "Contents/Frameworks/a.so", app / "Contents/Frameworks/Qt/lib/b.so"]
    commands = bundle.signing(app, inner, "Developer ID Application: X", Path("e.plist"))
    assert [command[-1] for command in commands] == [str(inner[1]), str(inner[0]), str(app), str(app)]
    assert all("runtime" in command for command in commands[:-1])
    assert all("runtime" not in c for c in bundle.signing(app, inner, "-", Path("e.plist")))
