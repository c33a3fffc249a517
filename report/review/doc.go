// Package review takes what people wrote beside the results of an audit back from
// the workbook, and turns it into decisions that the next audit takes into account.
package review
