"""What the program remembers of the person at this computer, in the user's own place, never in a binder."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

RECENT = 8


class Place(NamedTuple):
    """Where one was in a binder: the view, and in a meeting its step and the item or § chosen there."""

    view: str = "overview"
    meeting_id: str = ""
    step: str = ""
    chosen: str = ""


class Memory:
    """Remembers; every value has a sensible one when nothing is remembered."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self.splits: MutableMapping[str, list[int]] = _Splits(settings)

    @property
    def scheme(self) -> str:
        """The choice of light, dark or system."""
        return self._text("fonster/utseende") or "system"

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._settings.setValue("fonster/utseende", value)

    @property
    def person(self) -> str:
        """Who sits here: what the journal is signed with."""
        return self._text("person/namn") or user_name()

    @person.setter
    def person(self, value: str) -> None:
        self._settings.setValue("person/namn", value.strip())

    @property
    def spelling(self) -> bool:
        """Whether misspelt words are underlined."""
        return self._text("sprak/stavning") != "nej"

    @spelling.setter
    def spelling(self, value: bool) -> None:
        self._settings.setValue("sprak/stavning", "ja" if value else "nej")

    @property
    def own_words(self) -> Path:
        """The file of the person's own words, beside the settings."""
        return Path(self._settings.fileName()).with_name("egna-ord.txt")

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt says it; empty at first."""
        value = self._settings.value("fonster/lage")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("fonster/lage", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Binders that were open, the last one first."""
        return tuple(Path(p) for p in self._json("parmar/senaste", []) if isinstance(p, str) and p)

    def opened(self, binder: Path) -> None:
        """Remember that this binder is open now."""
        others = [p for p in self.recent if p != binder]
        self._settings.setValue("parmar/senaste", _json_of([str(p) for p in [binder, *others][:RECENT]]))
        self.reopen = True

    def forget(self, binder: Path) -> None:
        """Take a binder off the list of recent ones."""
        self._settings.setValue("parmar/senaste", _json_of([str(p) for p in self.recent if p != binder]))

    @property
    def reopen(self) -> bool:
        """Whether the last binder is opened at start (not when it was closed by hand)."""
        return self._text("parmar/oppna") != "nej"

    @reopen.setter
    def reopen(self, value: bool) -> None:
        self._settings.setValue("parmar/oppna", "ja" if value else "nej")

    def place(self, binder_id: str) -> Place:
        """Return where one was in that binder."""
        stored = self._json(f"plats/{binder_id}", {})
        known = {k: v for k, v in stored.items() if k in Place._fields and isinstance(v, str)}
        return Place(**known)

    def set_place(self, binder_id: str, place: Place) -> None:
        """Remember where one is in that binder; on disk at once, since the battery may go."""
        self._settings.setValue(f"plats/{binder_id}", _json_of(place._asdict()))
        self._settings.sync()

    def save(self) -> None:
        """Write everything to disk."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _json(self, key: str, default: Any) -> Any:
        try:
            value = _json_in(self._text(key))
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default


class _Splits(MutableMapping[str, list[int]]):
    """How panes were shared out, by the name of the pane."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def __getitem__(self, key: str) -> list[int]:
        try:
            return [int(n) for n in _json_in(str(self._settings.value(f"delning/{key}", "")))]
        except (ValueError, TypeError) as error:
            raise KeyError(key) from error

    def __setitem__(self, key: str, sizes: list[int]) -> None:
        self._settings.setValue(f"delning/{key}", _json_of(sizes))

    def __delitem__(self, key: str) -> None:
        self._settings.remove(f"delning/{key}")

    def __iter__(self) -> Iterator[str]:
        self._settings.beginGroup("delning")
        names = [str(name) for name in self._settings.childKeys()]
        self._settings.endGroup()
        return iter(names)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _json_of(value: object) -> str:
    import json  # loaded at the first use, after the first frame

    return json.dumps(value)


def _json_in(text: str) -> Any:
    import json

    return json.loads(text)


def open_memory() -> Memory:
    """Return the memory of the user at this computer."""
    from ..folders import settings_file  # not above: PySide reads the source of what is loaded before the kit

    return Memory(QSettings(str(settings_file()), QSettings.Format.IniFormat))


def user_name() -> str:
    """Return what the operating system calls the user, or nothing."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
