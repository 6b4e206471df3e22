"""The kit of widgets that every view of the window is made of.

Dress the application once with `theme.Theme(app)`; then

- `basics`: Label, SectionLabel, Button, KeyHint, Pill, Sign, Card, Hairline, EmptyState, announce
- `fields`, `dates`: LineEdit, Combo, FieldRow, Form, DateEdit, TimeEdit
- `rail`, `header`, `split`, `toast`: Rail, PageHeader, StepBar, SplitPane, Toast
- `item_list` (rows in `item_model`), `data_table`: ItemList, DataTable
- `findings`: FindingsPanel; `dialogs`: Sheet, FormSheet, ask_to_send, show_problem, show_bug
- `preview`: PdfPreview; `text_field`, `text_editor`: TextField, BlockEditor

Widgets change no data: they signal what a person asks for and are given new rows or blocks. Colours come from
`theme.tokens()` when a widget paints, never from a literal.
`python -m namndstod.ui.kit.gallery` shows them all.
"""

from .steady import hold_singletons, read_no_sources

hold_singletons()
read_no_sources()
