"""Make resources/fonts from the distributions' own files, so that anybody can see what was changed.

Needs fontTools and Debian's fonts-inter-variable, fonts-sil-charis and fonts-dejavu-core:
    python installer/fonts.py

- Inter (OFL, no reserved name): the four static styles that papers and window use, cut from the variable
  font; reduced to Latin, Greek, Cyrillic and the common signs; figures of equal width as the default, because
  amounts, dates and §§ stand under each other everywhere; the kerning also as a plain `kern` table, which the
  layout can read without a shaping engine.
- Charis SIL (OFL, reserved name) and DejaVu Sans (the fallback): copied untouched.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib import instancer

SOURCE = Path("/usr/share/fonts/truetype")
NOTICES = Path("/usr/share/doc")
TARGET = Path(__file__).parent.parent / "resources" / "fonts"

STYLES = [
    ("Regular", "roman", 400),
    ("Italic", "italic", 400),
    ("SemiBold", "roman", 600),
    ("Bold", "roman", 700),
]
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x27BF),
]  # fmt: skip
# what Swedish uses
KERNED = "abcdefghijklmnopqrstuvwxyzåäöéèüøæABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜØÆ.,:;-–—/()[]”’\"'§%&!?"
LEAST_KERN = 12  # units of 1000: less is not seen


def main() -> None:
    """Write every font and licence anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for style, file, weight in STYLES:
        inter(style, SOURCE / "inter-vf" / f"Inter-{file}.var.ttf", weight)
    for style in ("Regular", "Italic", "Bold", "BoldItalic"):
        shutil.copyfile(SOURCE / "charis" / f"CharisSIL-{style}.ttf", TARGET / f"CharisSIL-{style}.ttf")
    shutil.copyfile(SOURCE / "dejavu" / "DejaVuSans.ttf", TARGET / "DejaVuSans.ttf")
    licences()


def inter(style: str, path: Path, weight: int) -> None:
    """Cut one static style of Inter."""
    font = instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), {"wght": weight})
    tabular_figures(font)
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    cutter.subset(font)
    plain_kerning(font)
    rename(font, style, weight)
    font.save(TARGET / f"Inter-{style}.ttf")


def tabular_figures(font: TTFont) -> None:
    """Let the digits stand for their `tnum` forms."""
    table = font["GSUB"].table
    swap: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swap |= getattr(sub, "ExtSubTable", sub).mapping
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            for digit in range(ord("0"), ord("9") + 1):
                cmap.cmap[digit] = swap.get(cmap.cmap[digit], cmap.cmap[digit])  # tables may share one dict


def plain_kerning(font: TTFont) -> None:
    """Copy the pair kerning of GPOS for `KERNED` into a `kern` table."""
    names = {font.getBestCmap()[ord(c)] for c in KERNED}
    pairs: dict[tuple[str, str], int] = {}
    for left in names:
        for right in names:
            value = kerning(font, left, right)
            if abs(value) * 1000 >= LEAST_KERN * font["head"].unitsPerEm:
                pairs[left, right] = value
    table = KernTable_format_0(apple=False)
    table.coverage, table.kernTable = 1, pairs
    kern = newTable("kern")
    kern.version, kern.kernTables = 0, [table]
    font["kern"] = kern


def kerning(font: TTFont, left: str, right: str) -> int:
    """Return the kerning of a pair: the first subtable that knows it decides."""
    table = font["GPOS"].table
    lookups = {
        i
        for r in table.FeatureList.FeatureRecord
        if r.FeatureTag == "kern"
        for i in r.Feature.LookupListIndex
    }
    for index in sorted(lookups):
        for outer in table.LookupList.Lookup[index].SubTable:
            sub = getattr(outer, "ExtSubTable", outer)
            if left not in sub.Coverage.glyphs:
                continue
            if sub.Format == 1:
                pair_set = sub.PairSet[sub.Coverage.glyphs.index(left)]
                for pair in pair_set.PairValueRecord:
                    if pair.SecondGlyph == right:
                        return pair.Value1.XAdvance if pair.Value1 else 0
            else:
                first = sub.ClassDef1.classDefs.get(left, 0)
                second = sub.ClassDef2.classDefs.get(right, 0)
                value = sub.Class1Record[first].Class2Record[second].Value1
                return getattr(value, "XAdvance", 0) if value else 0
    return 0


def rename(font: TTFont, style: str, weight: int) -> None:
    """Give the static style its own names and weight."""
    ribbi = style in ("Regular", "Italic", "Bold")
    family, sub = ("Inter", style) if ribbi else (f"Inter {style}", "Regular")
    names = {1: family, 2: sub, 3: f"Inter-{style};namndstod", 4: f"Inter {style}", 6: f"Inter-{style}"}
    names |= {} if ribbi else {16: "Inter", 17: style}
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | {"Regular": 64, "Italic": 1, "Bold": 32}.get(style, 64)
    head.macStyle = {"Italic": 2, "Bold": 1}.get(style, 0)
    for tag in ("STAT", "avar", "MVAR", "HVAR", "DSIG"):
        if tag in font:
            del font[tag]


def licences() -> None:
    """Write the licence texts beside the fonts."""
    ofl = TTFont(SOURCE / "charis" / "CharisSIL-Regular.ttf")["name"].getDebugName(13)
    ofl = ofl[ofl.index("This Font Software is licensed") :].replace("\r\n", "\n").strip() + "\n"
    charis = (NOTICES / "fonts-sil-charis" / "copyright").read_text(encoding="utf-8")
    notice = re.sub(r"^ \.?", "", charis.split("Copyright: ", 1)[1].split("License:")[0], flags=re.M).strip()
    (TARGET / "LICENSE-Charis.txt").write_text(f"{notice}\n\n{ofl}", encoding="utf-8")
    inter_notice = "Copyright (c) 2016-2022 The Inter Project Authors (https://github.com/rsms/inter)"
    changed = (
        "Changed by installer/fonts.py: static styles, fewer characters, tabular figures, plain kerning."
    )
    (TARGET / "LICENSE-Inter.txt").write_text(f"{inter_notice}\n{changed}\n\n{ofl}", encoding="utf-8")
    dejavu = (NOTICES / "fonts-dejavu-core" / "copyright").read_text(encoding="utf-8")
    (TARGET / "LICENSE-DejaVu.txt").write_text(re.sub(r"^ \.$", "", dejavu, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    main()
