"""Charts of Excel's own, beside the table that they show."""

from __future__ import annotations

from .writer import Book, Place, Sheet

_BAR = "#2F6690"


def bars(
    book: Book,
    sheet: Sheet,
    place: Place,
    names: str,
    values: str,
    title: str,
    *,
    upright: bool,
    at: tuple[int, int],
) -> None:
    """Draw a column of a table as bars that say their values, lying or upright.

    `names` and `values` are headings; `at` is the row and column (from 0) of the upper left corner.
    """
    made = book.add_chart("column" if upright else "bar")
    made.add_series(
        {
            "name": values,
            "categories": place.column(names),
            "values": place.column(values),
            "fill": {"color": _BAR},
            "gap": 60,
            "data_labels": {
                "value": True,
                "num_format": "#,##0",
                "position": "outside_end",
                "font": {"size": 9},
            },
        }
    )
    made.set_title({"name": title, "overlay": False, "name_font": {"size": 12}})
    made.set_legend({"none": True})
    unseen = {"visible": False, "major_gridlines": {"visible": False}}  # every bar says its value
    if upright:
        made.set_y_axis(unseen)
        height = 340
    else:
        made.set_x_axis(unseen)
        made.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
        height = max(200, 70 + 28 * (place.last_row - place.first_row + 1))
    made.set_size({"width": 680, "height": height})
    sheet.insert(made, *at, title)
