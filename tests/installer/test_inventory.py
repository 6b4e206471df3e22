"""The inventory of parts: nothing unknown, unlocked or under the GPL goes out."""

import hashlib
import json
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from installer import inventory, natives
from namndstod.parts.distributions import parts_of
from namndstod.parts.judging import CHOICES, is_copyleft, objection
from namndstod.parts.model import Inventory, Part, Text, as_json, from_json, in_order


def wheel(
    site: Path, name: str, licence: str, files: dict[str, str] | None = None, version: str = "1.0"
) -> PathDistribution:
    """Lay out a distribution as pip does."""
    told = site / f"{name}-{version}.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: {licence}\n"
    )
    rows = []
    for path, content in (files or {}).items():
        file = site / path.replace("INFO", told.name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        rows.append(f"{file.relative_to(site).as_posix()},,\n")
    (told / "RECORD").write_text("".join(rows))
    return PathDistribution(told)


def made(*parts: Part) -> Inventory:
    return Inventory("1.0", "windows", "2026-01-01", in_order(parts))


PART = Part("lera", "2.1", "MIT", "paket", (Text("LICENSE", "Fritt."),))


def test_a_part_has_its_texts_and_what_its_own_sbom_names(tmp_path: Path) -> None:
    sbom = {
        "components": [
            {"name": "ugn", "version": "3", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
            {"name": "lera", "version": "1.0", "licenses": [{"license": {"id": "MIT"}}]},
            {"name": "namnlös", "version": "1"},
        ]
    }
    found = wheel(
        tmp_path,
        "lera",
        "MIT",
        {
            "INFO/licenses/LICENSE": "Fritt.",
            "INFO/licenses/sub/NOTICE": "Tack.",
            "INFO/sboms/a.json": json.dumps(sbom),
        },
    )
    own, inner = parts_of([found], "linux")
    assert (own.name, own.version, own.licence, own.inside) == ("lera", "1.0", "MIT", "")
    assert [(t.title, t.body) for t in own.texts] == [("LICENSE", "Fritt."), ("sub/NOTICE", "Tack.")]
    assert (inner.name, inner.version, inner.inside) == ("ugn", "3", "lera")
    assert [t.title for t in inner.texts] == ["MIT, licensens text", "Apache-2.0, licensens text"]


def test_a_part_inside_without_terms_of_its_own_has_those_around_it(tmp_path: Path) -> None:
    sbom = {"components": [{"name": "glasyr", "licenses": [{"license": {"name": "egen"}}]}]}
    files = {"INFO/LICENSE": "Allt här.", "INFO/sboms/a.json": json.dumps(sbom)}
    _, inner = parts_of([wheel(tmp_path, "lera", "MIT", files)], "linux")
    assert [t.body for t in inner.texts] == ["Allt här."]


def test_of_a_free_choice_the_chosen_licence_stands(tmp_path: Path) -> None:
    declared = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    own, *_ = parts_of([wheel(tmp_path, "shiboken6", declared)], "windows")
    assert (own.licence, own.declared) == ("LGPL-3.0-only", declared)
    assert [t.title.split(",")[0] for t in own.texts] == ["LGPL-3.0", "GPL-3.0"]
    assert objection(own.name, own.licence, own.declared) == ""


@pytest.mark.parametrize(
    ("licence", "declared"),
    [("GPL-3.0-only", ""), ("MIT", "MIT OR GPL-3.0-only"), ("", ""), ("AGPL-3.0-or-later", "")],
)
def test_what_may_not_be_shipped(licence: str, declared: str) -> None:
    assert "lera" in objection("lera", licence, declared)


def test_every_choice_is_of_a_licence_that_was_offered_and_is_free() -> None:
    for choice in CHOICES:
        assert not is_copyleft(choice.chosen), choice
        first = choice.chosen.replace("-only", "").split()[-1].partition("-")[0]
        assert first in choice.declared, choice


def test_json_holds_each_text_once_and_gives_the_same_back() -> None:
    other = Part("tegel", "", "MIT", "bibliotek", (Text("COPYING", "Fritt."),), inside="lera", note="Rött.")
    said = json.loads(json.dumps(as_json(made(PART, other))))
    assert list(said["texts"].values()) == ["Fritt."]
    assert from_json(said) == made(PART, other)


def test_parts_stand_in_order_with_what_is_inside_after_them() -> None:
    inner = Part("aska", "", "MIT", "bibliotek", inside="lera")
    first = Part("Bark", "1", "MIT", "paket")
    assert [p.name for p in in_order([inner, PART, first])] == ["Bark", "lera", "aska"]


def test_a_tree_that_may_be_shipped_and_what_makes_it_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("lera==1.0 \\\n    --hash=sha256:00\n")
    monkeypatch.setattr(inventory, "LOCK", lock)
    site = tmp_path / "site"
    wheel(
        site,
        "lera",
        "MIT",
        {"INFO/LICENSE": "Fritt.", "lera/_lera.pyd": "", "lera/GPL-3.0.txt": "GNU GENERAL PUBLIC LICENSE"},
    )

    def wrong() -> list[str]:
        return inventory.problems(inventory.inventory_of(site, "windows", "3.11.9", "PSF", site), site, site)

    assert wrong() == []
    (site / "reportlab" / "fonts").mkdir(parents=True)
    (site / "reportlab" / "fonts" / "DarkGardenMK.pfb").touch()
    (site / "okänd.dll").touch()
    (site / "COPYING").write_text("  GNU AFFERO GENERAL PUBLIC LICENSE\n")
    wheel(site, "ler", "GPL-3.0-only", {"INFO/LICENSE": "Bundet."})
    assert wrong() == [
        "ler is under GPL-3.0-only",
        "ler 1.0 is not what requirements.lock has: nothing",
        "reportlab/fonts/DarkGardenMK.pfb may not be shipped",
        "COPYING is the GPL: whose licence is it?",
        "okänd.dll belongs to nothing known",
    ]


def test_what_is_told_to_be_absent_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "LOCK", tmp_path / "lock")
    (tmp_path / "lock").write_text("pillow==1.0 \\\n")
    wheel(
        tmp_path / "site",
        "pillow",
        "MIT-CMU",
        {"INFO/LICENSE": "Fritt.", "PIL/_imaging.so": "..liq_attr_create.."},
    )
    made_of = inventory.inventory_of(tmp_path / "site", "windows", "3.11.9", "PSF")
    assert inventory.problems(made_of, tmp_path / "site", tmp_path / "site") == [
        "pillow may hold libimagequant"
    ]


def test_a_library_of_the_system_is_told_by_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = {"libz.so.1": "zlib1g", "libodd.so.8": "libodd8"}
    monkeypatch.setattr(natives, "debian_package", lambda library: packages.get(library, ""))
    for name in ("libz.so.1", "libodd.so.8", "namndstod", "readline.cpython-311-x86_64-linux-gnu.so"):
        (tmp_path / name).touch()
    assert natives.unknown(tmp_path, [], "linux") == [
        "libodd.so.8 belongs to nothing known (libodd8)",
        "readline.cpython-311-x86_64-linux-gnu.so is under the GPL",
    ]


def test_the_readers_list_has_each_wording_once() -> None:
    other = Part("tegel", "1", "MIT", "paket", (Text("COPYING", "Fritt."),))
    text = inventory.as_text(made(PART, other))
    assert text.count("Fritt.") == 1
    assert "Samma text som hos lera." in text


def test_sums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    for name in ("b.exe", "a.deb"):
        (tmp_path / name).write_text(name)
    target = inventory.write_sums([tmp_path / "b.exe", tmp_path / "a.deb"])
    digest = hashlib.sha256(b"a.deb").hexdigest()
    assert target.read_text().splitlines()[0] == f"{digest}  a.deb"


def test_this_program_knows_all_its_parts() -> None:
    from namndstod.parts.installed import collected

    found = collected()
    assert [p.name for p in found.parts if not p.texts] == []
    assert [line for p in found.parts if (line := objection(p.name, p.licence, p.declared))] == []
    names = {p.name for p in found.parts}
    assert {"Python", "Qt", "PySide6_Essentials", "qpdf", "PDFium", "Hunspell", "Inter", "libxml2"} <= names
    assert names.isdisjoint({"pytest", "mypy", "namndstod"})
