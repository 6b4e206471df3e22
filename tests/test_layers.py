"""The layers of docs/architecture.md, enforced: a forbidden import anywhere in the package fails."""

import ast
from pathlib import Path

import namndstod

ROOT = Path(namndstod.__file__).parent
MAY_IMPORT = {
    "domain": {"domain"},
    "storage": {"domain", "storage", "resources", "__version__"},
    "documents": {"domain", "documents", "resources"},
    "exchange": {"domain", "exchange", "resources"},
    "services": {"domain", "storage", "documents", "exchange", "services", "resources", "__version__"},
    "demo": {"domain", "services", "demo"},
    "parts": {"parts", "resources", "__version__"},
    "ui": {
        "domain",
        "services",
        "demo",
        "parts",
        "ui",
        "folders",
        "hard_stops",
        "self_test",
        "resources",
        "__version__",
    },
}
ONLY_UNDER = {
    "PySide6": {"ui"},
    "reportlab": {"documents"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "sqlite3": {"storage"},
}
# fmt: off
DOMAIN_LIBRARIES = {
    "__future__", "abc", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "difflib",
    "enum", "fractions", "functools", "hashlib", "itertools", "json", "math", "operator", "re", "string",
    "types", "typing", "unicodedata", "uuid",
}
# fmt: on


def imports(path: Path, root: Path) -> list[str]:
    """Return dotted names of everything that a file imports, at any depth of nesting."""
    names: list[str] = []
    package = ("namndstod", *path.relative_to(root).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join((*package[: len(package) - node.level + 1], *filter(None, [base])))
            names += [f"{base}.{alias.name}" for alias in node.names]
    return names


def violations(root: Path = ROOT) -> list[str]:
    found = []
    for path in sorted(root.rglob("*.py")):
        relative = path.relative_to(root)
        layer = relative.parts[0] if len(relative.parts) > 1 else ""
        for name in imports(path, root):
            top, *rest = name.split(".")
            if top == "namndstod":
                if layer in MAY_IMPORT and (not rest or rest[0] not in MAY_IMPORT[layer]):
                    found.append(f"{relative}: {name}")
            elif (layer == "domain" and top not in DOMAIN_LIBRARIES) or (
                layer and layer not in ONLY_UNDER.get(top, {layer})
            ):
                found.append(f"{relative}: {name}")
    return found


def test_layers_hold() -> None:
    assert violations() == []
    assert len(list(ROOT.rglob("*.py"))) > 10  # it looked at something


def test_a_broken_layer_is_found(tmp_path: Path) -> None:
    (tmp_path / "domain").mkdir()
    (tmp_path / "domain" / "bad.py").write_text(
        "def f():\n    import sqlite3\n    from ..storage import store\n"
    )
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "bad.py").write_text("from namndstod.storage.store import Work\n")
    assert len(violations(tmp_path)) == 3
