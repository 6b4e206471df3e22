"""Lists of delegated decisions, understood from the cells of a workbook."""
