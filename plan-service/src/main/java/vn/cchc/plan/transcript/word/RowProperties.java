package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * What matters of the properties of a row (w:trPr, ECMA-376 part 1, 17.4.81).
 *
 * @param before columns of the grid before its first cell (w:gridBefore, 17.4.15)
 * @param heading whether it is marked to be repeated on each page (w:tblHeader, 17.4.78)
 * @param deleted whether it has been deleted or moved away (w:del, 17.13.5.12)
 * @param hidden whether it is hidden (w:hidden, 17.4.20)
 */
record RowProperties(int before, boolean heading, boolean deleted, boolean hidden) {

    /** Reads to the end of the element. */
    static RowProperties read(XmlPart xml) {
        int before = 0;
        boolean heading = false;
        boolean deleted = false;
        boolean hidden = false;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "gridBefore" -> before = columns(xml.value());
                    case "tblHeader" -> heading = xml.isOn();
                    case "del", "moveFrom" -> deleted = true;
                    case "hidden" -> hidden = xml.isOn();
                    // The properties before a change.
                    case "trPrChange" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new RowProperties(before, heading, deleted, hidden);
    }

    /** @throws UnreadableFile for more columns than are read, and for what is no number: all cells after it would be misplaced */
    static int columns(String printed) {
        int columns = Numbers.within(printed, -1, (int) Limit.COLUMNS.most() + 1, -1);
        if (columns < 0) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        Limit.COLUMNS.check(columns);
        return columns;
    }
}
