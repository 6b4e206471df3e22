"""What the parts do not tell by themselves: libraries inside wheels, Qt's own parts, fonts and the like.

From the wheels' own notices (pikepdf, lxml, Pillow, pypdfium2), from Qt's list of third-party code (6.12) and
from the files beside our resources. `texts` are patterns of licence files of the part they are inside of, of
another one («pypdfium2:…») or among our resources («resources:…»).
"""

from __future__ import annotations

from dataclasses import dataclass

LIBRARY, FONT, DATA, PACKAGE, RUNTIME = "bibliotek", "teckensnitt", "data", "paket", "körmiljö"
EVERYWHERE = ("linux", "windows", "macos")


@dataclass(frozen=True, slots=True)
class Known:
    """A part inside another one; `holders` is its copyright notice where no text beside it has it."""

    inside: str
    name: str
    licence: str
    texts: tuple[str, ...] = ()
    holders: str = ""
    declared: str = ""
    on: tuple[str, ...] = EVERYWHERE
    version: str = ""
    kind: str = LIBRARY
    note: str = ""


def _of_pikepdf(name: str, licence: str, *texts: str, on: tuple[str, ...] = EVERYWHERE) -> Known:
    return Known("pikepdf", name, licence, tuple(f"*/third-party-licenses/{t}" for t in texts), on=on)


def _of_pillow(name: str, licence: str) -> Known:
    return Known("pillow", name, licence, note="Villkoren står i Pillows licenstext.")


def _of_pdfium(name: str, licence: str, *texts: str, inside: str = "pypdfium2") -> Known:
    return Known(inside, name, licence, tuple(f"pypdfium2:*/BUILD_LICENSES/{t}" for t in texts))


def _of_qt(
    name: str,
    licence: str,
    holders: str = "",
    *texts: str,
    declared: str = "",
    on: tuple[str, ...] = EVERYWHERE,
) -> Known:
    return Known("PySide6_Essentials", name, licence, texts, holders, declared, on)


_PDFIUM = (
    ("Abseil", "Apache-2.0", "abseil.txt"),
    ("Anti-Grain Geometry 2.3", "LicenseRef-AGG-2.3", "agg23.txt"),
    ("dragonbox", "Apache-2.0 WITH LLVM-exception OR BSL-1.0", "dragonbox-*.txt"),
    ("fast_float", "MIT", "fast_float.txt"),
    ("FreeType", "FTL", "freetype.txt"),
    ("HarfBuzz", "MIT", "harfbuzz.txt"),
    ("Highway", "Apache-2.0 OR BSD-3-Clause", "highway.txt"),
    ("ICU", "Unicode-3.0", "icu.txt"),
    ("Little CMS 2", "MIT", "lcms.txt"),
    ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "libjpeg_turbo.*"),
    ("LLVM libc", "Apache-2.0 WITH LLVM-exception", "all_except_musl/llvm-libc.txt"),
    ("OpenJPEG", "BSD-2-Clause", "libopenjpeg.txt"),
    ("libpng", "libpng-2.0", "libpng.txt"),
    ("libtiff", "libtiff", "libtiff.txt"),
    ("PDFium", "BSD-3-Clause AND Apache-2.0", "pdfium.txt"),
    ("simdutf", "Apache-2.0 OR MIT", "simdutf.txt"),
    ("zlib", "Zlib", "zlib.txt"),
)
_UNICODE = "pypdfium2:*/BUILD_LICENSES/icu.txt"
_FREETYPE = "pypdfium2:*/BUILD_LICENSES/freetype.txt"

INSIDE: tuple[Known, ...] = (
    Known("chunspell", "Hunspell", "MPL-1.1", ("resources:spelling/LICENSE-Hunspell.txt",),
          declared="MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later", version="1.7.2"),
    Known("cffi", "libffi", "MIT", (), "Copyright (c) 1996-2024 Anthony Green, Red Hat, Inc and others."),
    Known("lxml", "libxml2", "MIT", ("*/LICENSES.txt",)),
    Known("lxml", "libxslt och libexslt", "MIT", ("*/LICENSES.txt",)),
    Known("lxml", "zlib", "Zlib", ("*/LICENSES.txt",)),
    Known("lxml", "libiconv", "LGPL-2.1-or-later", ("resources:licences/LGPL-2.1.txt",),
          note="Inbyggd i lxml:s bibliotek, som är egna filer och kan bytas."),
    _of_pikepdf("qpdf", "Apache-2.0", "qpdf.txt"),
    _of_pikepdf("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "libjpeg-turbo*.txt"),
    _of_pikepdf("OpenSSL", "Apache-2.0", "openssl.txt", on=("windows",)),
    _of_pikepdf("zlib", "Zlib", "zlib.txt", on=("windows",)),
    _of_pikepdf("Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Distributable",
                "microsoft-visual-cpp-runtime.txt", on=("windows",)),
    _of_pikepdf("veraPDF, regler", "CC-BY-4.0", "CC-BY-4.0-veraPDF.txt"),
    _of_pikepdf("pdfminer.six, kodtabell", "MIT", "pdfminer.six.txt"),
    _of_pikepdf("sRGB-profil", "Zlib", "sRGB-icc-profile.txt"),
    _of_pillow("AOM", "BSD-2-Clause"),
    _of_pillow("Brotli", "MIT"),
    _of_pillow("dav1d", "BSD-2-Clause"),
    _of_pillow("liblzma", "0BSD"),
    _of_pillow("libpng", "libpng-2.0"),
    _of_pillow("libXau", "MIT"),
    _of_pillow("libyuv", "BSD-3-Clause"),
    _of_pillow("zstd", "BSD-3-Clause"),
    *(_of_pdfium(name, licence, *texts) for name, licence, *texts in _PDFIUM),
    # --- Qt: Core, Gui, Network, Svg, Widgets, PrintSupport and their plugins; what the wheels do not tell
    Known("PySide6_Essentials", "Qt", "LGPL-3.0-only",
          ("resources:licences/LGPL-3.0.txt", "resources:licences/GPL-3.0.txt"),
          "Copyright (C) The Qt Company Ltd. and other contributors. https://code.qt.io",
          "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
          note="Qt:s bibliotek är egna filer och kan bytas mot en annan version."),
    _of_qt("Apache Tika, MIME-typer", "Apache-2.0", "Copyright The Apache Software Foundation"),
    _of_qt("BLAKE2", "Apache-2.0", "Copyright 2012 Samuel Neves", declared="CC0-1.0 OR Apache-2.0"),
    _of_qt("D3D12 Memory Allocator", "MIT", "Copyright (c) 2019-2022 Advanced Micro Devices, Inc.",
           on=("windows",)),
    _of_qt("double-conversion", "BSD-3-Clause", "Copyright 2006-2012, the V8 project authors"),
    _of_qt("Easing Equations", "BSD-3-Clause", "Copyright (c) 2001 Robert Penner. All rights reserved."),
    _of_qt("emoji-segmenter", "Apache-2.0", "Copyright 2019 Google LLC"),
    _of_qt("forkfd", "MIT", "Copyright (C) Intel Corporation", on=("linux", "macos")),
    _of_qt("FreeBSD strtoll och strtoull", "BSD-3-Clause", "Copyright (c) 1992, 1993 The Regents of the "
           "University of California. All rights reserved."),
    _of_qt("FreeType", "FTL", "Copyright 2006-2024 by David Turner, Robert Wilhelm, and Werner Lemberg.",
           _FREETYPE, declared="FTL OR GPL-2.0-only"),
    _of_qt("HarfBuzz", "MIT", "", "pypdfium2:*/BUILD_LICENSES/harfbuzz.txt"),
    _of_qt("ICU", "Unicode-3.0", "", _UNICODE, on=("linux",)),
    _of_qt("Imlib2, skalning", "BSD-2-Clause AND Imlib2", "Copyright (C) 2004, 2005 Daniel M. Duley. (C) "
           "Carsten Haitzler and various contributors. (C) Willem Monsuwe <willem@stack.nl>",
           "resources:licences/BSD-2-Clause.txt", "resources:licences/Imlib2.txt"),
    _of_qt("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "",
           "pypdfium2:*/BUILD_LICENSES/libjpeg_turbo.*"),
    _of_qt("libpng", "libpng-2.0", "", "pypdfium2:*/BUILD_LICENSES/libpng.txt"),
    _of_qt("libtiff", "libtiff", "", "pypdfium2:*/BUILD_LICENSES/libtiff.txt"),
    _of_qt("libwebp", "BSD-3-Clause", "Copyright (c) 2010, Google Inc. All rights reserved."),
    _of_qt("MD4C", "MIT", "Copyright (c) 2016-2024 Martin Mitáš"),
    _of_qt("Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Distributable", "",
           "pikepdf:*/microsoft-visual-cpp-runtime.txt", on=("windows",)),
    _of_qt("PCRE2", "BSD-3-Clause WITH PCRE2-exception", "Copyright (c) 1997-2007 University of Cambridge; "
           "2007-2024 Philip Hazel; 2010-2024 Zoltan Herczeg", "resources:licences/BSD-3-Clause.txt"),
    _of_qt("PCRE2, sljit", "BSD-2-Clause", "Copyright Zoltan Herczeg"),
    _of_qt("Public Suffix List", "MPL-2.0", "The list was originally provided by Jo Hermans; it is "
           "maintained at https://publicsuffix.org", "certifi:*LICENSE*"),
    _of_qt("QEventDispatcher på macOS", "BSD-3-Clause", "Copyright (c) 2007-2008, Apple, Inc.",
           on=("macos",)),
    _of_qt("RFC 6234 SHA", "BSD-3-Clause", "Copyright (c) 2011 IETF Trust and the persons identified as "
           "authors of the code. All rights reserved."),
    _of_qt("SHA-1", "LicenseRef-Public-Domain", "Dominik Reichl <dominik.reichl@t-online.de>: public domain"),
    _of_qt("SHA-3 (brg_endian, keccak)", "BSD-2-Clause AND CC0-1.0", "Copyright (c) 1998-2013, Brian "
           "Gladman, Worcester, UK. All rights reserved.", "resources:licences/BSD-2-Clause.txt"),
    _of_qt("SipHash", "CC0-1.0", "Copyright (c) 2012-2014 Jean-Philippe Aumasson; Copyright (c) 2012-2014 "
           "Daniel J. Bernstein: dedicated to the public domain"),
    _of_qt("TinyCBOR", "MIT", "Copyright (C) 2015-2021 Intel Corporation"),
    _of_qt("Unicode Character Database och CLDR", "Unicode-3.0", "", _UNICODE),
    _of_qt("Vulkan Memory Allocator", "MIT", "Copyright (c) 2017-2024 Advanced Micro Devices, Inc."),
    _of_qt("Wayland-protokoll", "MIT", "Copyright (c) 2008-2023 the authors of the Wayland protocols",
           on=("linux",)),
    _of_qt("Wintab", "LicenseRef-Wintab", "Copyright (c) 1991-2020 by LCS/Telegraphics; may be freely used, "
           "copied and distributed", on=("windows",)),
    _of_qt("X Server helper", "X11 AND HPND", "Copyright (c) 1987, 1988 X Consortium; Copyright 1987, 1988 "
           "by Digital Equipment Corporation, Maynard, Massachusetts", "resources:licences/X11.txt"),
    _of_qt("zlib", "Zlib", "", "pypdfium2:*/BUILD_LICENSES/zlib.txt"),
    # --- QtPdf is built of PDFium with Chromium's copies of the same libraries
    Known("PySide6_Pdf", "Chromium, grundbibliotek", "BSD-3-Clause", (),
          "Copyright 2015 The Chromium Authors. All rights reserved."),
    *(_of_pdfium(name, licence, *texts, inside="PySide6_Pdf") for name, licence, *texts in _PDFIUM),
)  # fmt: skip
"""Parts inside packages."""

RESOURCES: tuple[Known, ...] = (
    Known("", "Inter", "OFL-1.1", ("resources:fonts/LICENSE-Inter.txt",), kind=FONT),
    Known("", "Charis SIL", "OFL-1.1", ("resources:fonts/LICENSE-Charis.txt",), kind=FONT),
    Known("", "DejaVu Sans", "Bitstream-Vera", ("resources:fonts/LICENSE-DejaVu.txt",), kind=FONT),
    Known("", "Den stora svenska ordlistan", "LGPL-3.0-only",
          ("resources:spelling/LICENSE-DSSO.txt", "resources:spelling/LICENSE-GPL-3.txt"), kind=DATA,
          note="Oförändrad, som egna filer: kan bytas mot en annan."),
    Known("", "sRGB-färgprofil", "CC0-1.0", ("resources:colour/LICENSE-sRGB.txt",), kind=DATA),
)  # fmt: skip
"""What lies in resources/ and was made by others."""

_BUILT_INTO_PYTHON = ("Expat", "libmpdec")  # everywhere, unless Debian built it
OF_PYTHON: tuple[Known, ...] = (
    Known("Python", "Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Distributable", on=("windows",)),
    *(Known(
        "Python", name, licence,
        on=EVERYWHERE if name in _BUILT_INTO_PYTHON else ("windows", "macos"),
        holders=holders,
    )
    for name, licence, holders in (
        ("bzip2", "bzip2-1.0.6", ""),
        ("Expat", "MIT", "Copyright (c) 1998-2024 Thai Open Source Software Center Ltd, Clark Cooper and the "
         "Expat maintainers"),
        ("libffi", "MIT", "Copyright (c) 1996-2024 Anthony Green, Red Hat, Inc and others."),
        ("libmpdec", "BSD-2-Clause", "Copyright (c) 2008-2020 Stefan Krah. All rights reserved."),
        ("OpenSSL", "Apache-2.0", "Copyright (c) 1998-2024 The OpenSSL Project Authors"),
        ("SQLite", "LicenseRef-Public-Domain", "The authors disclaim copyright to this source code."),
        ("xz", "LicenseRef-Public-Domain", "liblzma is in the public domain."),
        ("zlib", "Zlib", "Copyright (C) 1995-2024 Jean-loup Gailly and Mark Adler"),
    )),
)  # fmt: skip
"""Libraries that come in Python's own builds; the others are the system's on Linux."""
