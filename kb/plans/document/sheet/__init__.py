"""The measures, indicators and sources of a plan as a workbook."""
