"""What the .app says of itself, and the commands that sign it, pack it and have it notarised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from installer import product

SUFFIX = product.FILE_SUFFIX.removeprefix(".")
FILE_TYPE = f"{product.IDENTIFIER.lower()}.parm"
ENTITLEMENTS = {
    # cffi and ctypes make small pieces of code in memory
    "com.apple.security.cs.allow-unsigned-executable-memory": True,
}


def info() -> dict[str, Any]:
    """Return what Info.plist holds beside what PyInstaller writes."""
    return {
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        "CFBundleShortVersionString": product.version(),
        "CFBundleVersion": product.version(),
        "CFBundleDevelopmentRegion": "sv",
        "CFBundleLocalizations": ["sv"],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "14.0",  # of the wheels of Qt 6.12
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": product.COPYRIGHT,
        "NSSupportsAutomaticTermination": False,
        "NSSupportsSuddenTermination": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": product.FILE_TYPE_NAME,
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "binder.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": product.FILE_TYPE_NAME,
                "UTTypeIconFile": "binder.icns",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX],
                    "public.mime-type": [product.FILE_MIME],
                },
            }
        ],
    }


def signing(app: Path, libraries: list[Path], identity: str, entitlements: Path) -> list[list[str]]:
    """Return the commands that sign the libraries of an app, the innermost first, and then the app.

    Without an identity («-») it is signed for this machine only, which Apple's own processors ask for.
    """
    sign = ["codesign", "--force", "--sign", identity]
    if identity != "-":
        sign += ["--timestamp", "--options", "runtime"]
    inner = sorted(libraries, key=lambda path: (-len(path.parts), str(path)))
    return [
        *([*sign, str(library)] for library in inner),
        [*sign, "--entitlements", str(entitlements), str(app)],
        ["codesign", "--verify", "--deep", "--strict", str(app)],
    ]


def packing(folder: Path, image: Path) -> list[str]:
    """Return the command that packs a folder as a disk image."""
    name = ["-volname", f"{product.NAME} {product.version()}"]
    return [
        "hdiutil",
        "create",
        *name,
        "-srcfolder",
        str(folder),
        "-fs",
        "HFS+",
        "-format",
        "UDZO",
        str(image),
    ]


def notarising(image: Path, profile: str) -> list[list[str]]:
    """Return the commands that let Apple look at a disk image; `profile` is one of notarytool's."""
    return [
        ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(image)],
    ]
