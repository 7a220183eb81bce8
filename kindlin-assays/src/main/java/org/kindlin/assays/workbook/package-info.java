/** XLSX workbooks read as tables, one for each sheet: only the few parts that hold cells, within stated limits. */
package org.kindlin.assays.workbook;
