package vn.cchc.platform.workbook;

import java.util.List;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.PrintedDocument.Row;

/**
 * What a sheet holds.
 *
 * @param rows from the first row of the sheet to the last with text; empty where it has none
 * @param remarks with the numbers of their rows; the block is not known here
 * @param covered texts that the merged cell above them hides
 * @param drawing whether pictures, charts or text boxes lie over it
 * @param margins texts of the headers and footers of its pages
 */
record SheetContent(
        List<Row> rows, List<Remark> remarks, List<String> covered, boolean drawing, List<String> margins) {}
