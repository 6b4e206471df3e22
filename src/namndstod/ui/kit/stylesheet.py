"""The one style sheet of the window, generated from the tokens.

Fonts are set in code (theme.font), since a font from a style sheet loses its tabular figures. Widgets choose
an area by the property `area` (surface, background, rail, card) and labels a colour by `tone`.
"""

from __future__ import annotations

from .tokens import CARD_RADIUS, RADIUS, Tokens


def stylesheet(t: Tokens) -> str:
    """Return the QSS of a scheme."""
    return _areas(t) + _fields(t) + _lists(t) + _bars(t)


def _areas(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.background}; }}
QWidget[area="surface"] {{ background: {t.surface}; }}
QWidget[area="background"] {{ background: {t.background}; }}
QWidget[area="rail"] {{ background: {t.rail}; }}
QWidget[area="card"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: {CARD_RADIUS}px; }}
QWidget[area="line"] {{ background: {t.line}; }}
QLabel {{ color: {t.text}; background: transparent; }}
QLabel[tone="muted"] {{ color: {t.muted}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QLabel[tone="done"] {{ color: {t.done}; }}
QLabel[tone="look"] {{ color: {t.look}; }}
QLabel[tone="mend"] {{ color: {t.mend}; }}
QLabel[tone="rail"] {{ color: {t.rail_muted}; }}
QLabel[tone="rail-strong"] {{ color: {t.rail_strong}; }}
QToolTip {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line_strong}; padding: 4px 6px; }}
QScrollArea, QScrollArea > QWidget > QWidget[area="plain"] {{ background: transparent; border: none; }}
"""


def _fields(t: Tokens) -> str:
    fields = "QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QTextEdit"
    return f"""
{fields} {{
  color: {t.text}; background: {t.surface}; border: 1px solid {t.line_strong}; border-radius: {RADIUS}px;
  padding: 6px 10px; placeholder-text-color: {t.muted};
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QTextEdit, QPlainTextEdit {{ border-radius: {CARD_RADIUS}px; border-color: {t.line}; padding: 8px 8px; }}
QLineEdit:hover, QComboBox:hover, QSpinBox:hover {{ border-color: {t.muted}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {t.accent}; padding: 5px 9px; }}
QTextEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 7px 7px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QTextEdit[wrong="true"] {{ border-color: {t.mend}; }}
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled,
QLineEdit[frozen="true"], QTextEdit[frozen="true"] {{
  color: {t.muted}; background: {t.background};
}}
QComboBox {{ padding-left: 12px; padding-right: 26px; combobox-popup: 0; }}
QComboBox:focus {{ padding-left: 11px; padding-right: 25px; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; outline: none;
  selection-background-color: {t.accent_soft}; selection-color: {t.text};
}}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 8px; }}
QCheckBox, QRadioButton {{ color: {t.text}; spacing: 8px; padding: 3px; border-radius: 5px;
  border: 2px solid transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.accent}; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QListView, QTableView, QTreeView {{
  background: {t.surface}; color: {t.text}; border: none; outline: none; gridline-color: {t.line};
  selection-background-color: {t.accent_soft}; selection-color: {t.text};
}}
QTableView {{ alternate-background-color: {t.surface}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line_strong};
  padding: 6px 8px; font-size: 11px; font-weight: 600;
}}
QHeaderView::section:hover {{ color: {t.text}; background: {t.hover}; }}
QListView[area="popup"] {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong};
  border-radius: 6px; padding: 3px; outline: none; }}
QListView[area="popup"]::item {{ padding: 5px 8px; border-radius: 4px; }}
QListView[area="popup"]::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QCalendarWidget QWidget {{ background: {t.surface}; color: {t.text};
  alternate-background-color: {t.background}; }}
QCalendarWidget QAbstractItemView:enabled {{
  color: {t.text}; selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {t.muted}; }}
QCalendarWidget QToolButton {{
  color: {t.text}; background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px 8px;
}}
QCalendarWidget QToolButton:hover {{ background: {t.hover}; }}
QCalendarWidget QToolButton:focus {{ border-color: {t.accent}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QSpinBox {{ padding: 2px 6px; }}
"""


def _bars(t: Tokens) -> str:
    return f"""
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line_strong}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; margin: 2px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {t.line}; }}
QProgressBar {{ background: {t.neutral_soft}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""
