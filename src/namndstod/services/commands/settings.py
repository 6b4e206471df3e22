"""Settings of the binder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from namndstod.domain.records import Setting, new_id

from .base import Command, Desk


@dataclass(frozen=True)
class SetSetting(Command):
    """Set a setting of the binder by key; `value` is anything that JSON can hold."""

    label: ClassVar[str] = "ändra inställning"
    key: str
    value: Any

    def run(self, desk: Desk) -> None:
        """Store the value."""
        setting = desk.work.first(Setting, key=self.key)
        if setting is None:
            desk.work.add(Setting(id=new_id(), key=self.key, value=self.value))
        else:
            desk.work.change(setting, value=self.value)
