// Package xlsxread reads workbooks that come back from people, and holds them
// against the report that they were written from. A workbook is foreign input:
// what it may cost is bounded, and what could be read in two ways is refused.
package xlsxread
