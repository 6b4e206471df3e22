"""The pure parts of the installer of Windows: what is unpacked, imported, packed and read back."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from installer import product
from installer.windows import downloads, imports, launcher, pack, signatures, trial, wine
from installer.windows.tree import LIST, LONGEST, finish, sign

SCRIPT = pack.SCRIPT.read_text(encoding="utf-8")


def _tree(folder: Path) -> Path:
    for name in ("namndstodw.exe", "site-packages/a/b.py", "site-packages/a/c.py"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    finish(folder)
    return folder


class TestTree:
    def test_the_list_names_every_file_as_windows_does_with_its_hash(self, tmp_path: Path) -> None:
        lines = (_tree(tmp_path) / LIST).read_text("ascii").splitlines()
        assert [line[66:] for line in lines] == [
            "namndstodw.exe",
            r"site-packages\a\b.py",
            r"site-packages\a\c.py",
        ]
        assert all(re.fullmatch(r"[0-9a-f]{64}  \S+", line) for line in lines)

    def test_two_trees_are_alike_whenever_they_were_made(self, tmp_path: Path) -> None:
        one, other = _tree(tmp_path / "one"), _tree(tmp_path / "other")
        assert (one / LIST).read_bytes() == (other / LIST).read_bytes()
        assert {p.stat().st_mtime for p in one.rglob("*")} == {float(product.epoch())}

    def test_a_program_is_signed_by_the_command_of_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "ett program.exe"
        program.write_bytes(b"")
        monkeypatch.delenv("NAMNDSTOD_SIGN", raising=False)
        sign(program)
        assert program.read_bytes() == b""
        monkeypatch.setenv("NAMNDSTOD_SIGN", "sh -c 'echo signed >>\"$0\"'")
        sign(program)
        assert program.read_bytes() == b"signed\n"


class TestWheels:
    def _wheel(self, folder: Path, *names: str) -> Path:
        wheel = folder / "x-1-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name in names:
                archive.writestr(name, name)
        return wheel

    def test_a_wheel_is_unpacked_as_pip_does(self, tmp_path: Path) -> None:
        names = (
            "x/__init__.py",
            "x-1.data/platlib/x/y.py",
            "x-1.data/scripts/x.py",
            "x-1.dist-info/METADATA",
        )
        written = downloads.unpack_wheel(self._wheel(tmp_path, *names), tmp_path / "site")
        assert sorted(written) == ["x-1.dist-info/METADATA", "x/__init__.py", "x/y.py"]
        assert sorted(p.name for p in (tmp_path / "site" / "x").iterdir()) == ["__init__.py", "y.py"]

    @pytest.mark.parametrize("name", ["../x.py", "/x.py", "C:/x.py", "x-1.data/data/share/x"])
    def test_nothing_is_written_outside_the_packages(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ValueError, match="a wheel"):
            downloads.unpack_wheel(self._wheel(tmp_path, name), tmp_path / "site")


class TestImports:
    DUMP = """
\tDLL Name: KERNEL32.dll
\tvma:  Hint/Ord Member-Name Bound-To
\t4b94\t 1136  QueryPerformanceCounter
\t4c26\t  928  IsDebuggerPresent

 00008b34\t00000000 00000000 00000000 00009d02 00008020

\tDLL Name: python311.dll
\tvma:  Hint/Ord Member-Name Bound-To
\t4848\t  804  PyThread_release_lock

[Ordinal/Name Pointer] Table
\t[   0] PyInit__queue
\t[   1] +base[   2]  0001 other
"""

    def test_what_a_library_imports_and_exports_is_read(self) -> None:
        library = imports.parse(self.DUMP)
        assert library.imports["python311.dll"] == {"PyThread_release_lock"}
        assert library.imports["KERNEL32.dll"] == {"QueryPerformanceCounter", "IsDebuggerPresent"}
        assert library.exports == {"PyInit__queue", "other"}

    @pytest.mark.parametrize(
        ("name", "there"),
        [("KERNEL32.dll", True), ("api-ms-win-crt-heap-l1-1-0.dll", True), ("WINSPOOL.DRV", True),
         ("MSVCP140.dll", False), ("python311.dll", False)],
    )  # fmt: skip
    def test_what_comes_with_windows_is_known(self, name: str, there: bool) -> None:
        assert imports.of_windows(name) is there

    def test_what_is_missing_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("python311.dll", "_queue.pyd"):
            (tmp_path / name).write_bytes(b"")
        monkeypatch.setattr(imports, "_objdump", lambda path: self.DUMP if path.suffix == ".pyd" else "")
        assert imports.missing(tmp_path) == ["_queue.pyd: python311.dll lacks PyThread_release_lock"]
        (tmp_path / "python311.dll").unlink()
        assert imports.missing(tmp_path) == ["_queue.pyd: python311.dll is not in the tree"]


class TestPacking:
    def test_every_file_is_packed_where_it_belongs_and_the_list_first(self, tmp_path: Path) -> None:
        lines = pack.file_list(_tree(tmp_path)).splitlines()
        assert lines[0] == 'SetOutPath "$INSTDIR"'
        assert lines[1] == f'File "{tmp_path.as_posix()}/{LIST}"'  # else what was cut off cannot be removed
        assert lines[3] == r'SetOutPath "$INSTDIR\site-packages\a"'
        assert lines[4].endswith('/site-packages/a/b.py"')
        assert sum(line.startswith("File ") for line in lines) == 4

    def test_the_script_uses_what_it_is_told_and_nothing_else(self, tmp_path: Path) -> None:
        told = set(
            re.findall(r"!define (\w+) ", pack.definitions(_tree(tmp_path), tmp_path / "x.exe", "1.2.3"))
        )
        own = set(re.findall(r"!define (\w+)", SCRIPT))
        used = set(re.findall(r"\$\{([A-Z_]+)\}", SCRIPT))
        functions = {"UN", "WM_SETTEXT"}
        assert used - own - functions <= told
        assert told - used == {"PROGRAM"} - used

    def test_signing_is_left_to_the_command_of_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NAMNDSTOD_SIGN", "sign --now")
        told = pack.definitions(_tree(tmp_path), tmp_path / "x.exe", "1.2.3")
        assert "!finalize 'sign --now \"%1\"' = 0" in told
        assert "!uninstfinalize 'sign --now \"%1\"' = 0" in told

    @pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not here")
    def test_the_script_compiles_without_warnings(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("NAMNDSTOD_SIGN", raising=False)
        made = pack.pack(_tree(tmp_path / "tree"), tmp_path, tmp_path / "out", "1.2.3", quick=True)
        assert made.name == "Namndstod-1.2.3-setup.exe"
        assert made.read_bytes()[:2] == b"MZ"

    def test_no_folder_is_deleted_with_what_is_in_it(self) -> None:
        assert "RMDir /r" not in SCRIPT
        assert "RMDir /REBOOTOK" not in SCRIPT

    def test_a_changed_list_deletes_nothing_outside_the_folder(self) -> None:
        before, _, _ = SCRIPT.partition(r'Delete "$INSTDIR\$1"')
        guard = before[before.index('StrCpy $1 $1 "" 66') :]
        assert all(f'StrCpy $2 "{what}"' in guard for what in (":*?/", ".."))
        assert guard.index('${AndIf} $2 != "\\"') < guard.index("${AndIf} $3 == 0")
        assert guard.index("${AndIf} $3 == 0") < guard.index("${AndIf} $5 == 0")

    def test_a_persons_own_copy_goes_before_everybodys_comes(self) -> None:
        section = SCRIPT[SCRIPT.index("\nSection\n") :]
        assert section.index("Call RemoveOwn") < section.index("Call StopIfRunning")
        told = (product.ROOT / "docs" / "administrator.md").read_text(encoding="utf-8")
        for name, code in re.findall(r"!define (DENIED|RUNNING|THERE_FOR_ALL) (\d+)", SCRIPT):
            assert f"{code} " in told, name
        assert "`/FORCE`" in told
        assert '"/FORCE"' in SCRIPT

    def test_what_another_installation_registered_is_left(self) -> None:
        asked = SCRIPT.index('ReadRegStr $0 SHCTX "${APP_PATHS}"')
        assert SCRIPT.index(r'${If} $0 == "$INSTDIR\${WINDOW_PROGRAM}"', asked) < SCRIPT.index(
            'DeleteRegKey SHCTX "${APP_PATHS}"', asked
        )
        assert SCRIPT.count('DeleteRegKey SHCTX "${APP_PATHS}"') == 1

    def test_the_trial_and_the_script_mean_the_same_codes_and_names(self) -> None:
        assert f"!define RUNNING {trial.RUNNING}" in SCRIPT
        assert f'!define UNINSTALLER "{trial.UNINSTALLER}"' in SCRIPT
        assert "RequestExecutionLevel user" in SCRIPT


class TestLauncher:
    def test_the_properties_are_swedish_and_tell_the_version(self) -> None:
        script = launcher.resource_script("namndstodw.exe", "1.2.3")
        assert "FILEVERSION 1,2,3,0" in script
        assert 'VALUE "ProductName", L"N\\x00e4mndst\\x00f6d\\0"' in script
        assert script.isascii()

    @pytest.mark.parametrize(
        ("version", "numbers"),
        [("1.2.3", (1, 2, 3, 0)), ("2.0rc1", (2, 0, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
    )
    def test_a_version_is_four_numbers(self, version: str, numbers: tuple[int, ...]) -> None:
        assert product.version_numbers(version) == numbers

    def test_nobody_is_asked_for_an_administrator(self) -> None:
        manifest = launcher.MANIFEST.read_text(encoding="utf-8")
        for wanted in ('level="asInvoker"', "PerMonitorV2", "<longPathAware", ">UTF-8<"):
            assert wanted in manifest

    def test_the_icons_have_the_sizes_that_windows_asks_for(self) -> None:
        for name in ("namndstod", "binder"):
            data = (product.ICONS / f"{name}.ico").read_bytes()
            count = int.from_bytes(data[4:6], "little")
            assert [data[6 + 16 * n] or 256 for n in range(count)] == [16, 20, 24, 32, 40, 48, 64, 128, 256]


class TestSignatures:
    def test_changed_bytecode_is_not_proved(self) -> None:
        import hashlib
        import marshal

        source = b"x = 1\n"
        catalogue = hashlib.sha256(b"x = 1\r\n").digest()
        code = bytes(16) + marshal.dumps(compile(source, "x.py", "exec", optimize=2))
        other = bytes(16) + marshal.dumps(compile(b"x = 2\n", "x.py", "exec", optimize=2))
        assert signatures._is_compiled(code, source, catalogue)
        assert not signatures._is_compiled(other, source, catalogue)
        assert not signatures._is_compiled(code, source, b"")


class TestWine:
    REGISTRY = r"""WINE REGISTRY Version 2
[Software\\Classes\\Namndstod.Parm.1] 1795374766
#time=1dc
@="P\xe4rm i N\xe4mndst\x00f6d"
"EstimatedSize"=dword:0002f432

[Software\\Classes\\Namndstod.Parm.1\\shell\\open\\command] 1795374766
@="\"C:\\x\\namndstodw.exe\" \"%1\""
"""

    def test_the_registry_is_read_back(self) -> None:
        read = wine.parse_registry(self.REGISTRY)
        key = r"software\classes\namndstod.parm.1"
        assert read[key, ""] == "Pärm i Nämndstöd"
        assert read[key, "EstimatedSize"] == "dword:0002f432"
        assert read[rf"{key}\shell\open\command", ""] == r'"C:\x\namndstodw.exe" "%1"'

    def test_paths_of_both_worlds(self, tmp_path: Path) -> None:
        here = wine.Wine(tmp_path)
        assert here.here(r"C:\users\x") == tmp_path / "drive_c" / "users" / "x"
        assert here.there(tmp_path / "drive_c" / "a b") == r"C:\a b"
        assert here.there(Path("/tmp/ö")) == r"Z:\tmp\ö"


def test_paths_fit_below_a_long_user_name() -> None:
    before = rf"C:\Users\{'x' * 20}\AppData\Local\Programs\{product.SHORT_NAME}" + "\\"
    assert len(before) + LONGEST < 260
