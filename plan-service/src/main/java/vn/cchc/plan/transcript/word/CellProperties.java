package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.XmlPart;

/**
 * What matters of the properties of a cell (w:tcPr, ECMA-376 part 1, 17.4.69).
 *
 * @param span columns of the grid that it covers (w:gridSpan, 17.4.17), at least 1
 * @param vertical its part in a vertical merge (w:vMerge, 17.4.84)
 * @param joinsLeft whether it continues the cell to its left (w:hMerge, ECMA-376 part 4, 14.3.6), as Word 97 merged cells
 * @param deleted whether it has been deleted (w:cellDel, 17.13.5.2)
 */
record CellProperties(int span, Merge vertical, boolean joinsLeft, boolean deleted) {

    /** Part in a vertical merge. */
    enum Merge {
        NONE,
        FIRST,
        CONTINUED
    }

    static final CellProperties NONE = new CellProperties(1, Merge.NONE, false, false);

    /** Reads to the end of the element. */
    static CellProperties read(XmlPart xml) {
        int span = 1;
        Merge vertical = Merge.NONE;
        boolean joinsLeft = false;
        boolean deleted = false;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "gridSpan" -> span = Math.max(1, RowProperties.columns(xml.value()));
                    case "vMerge" -> vertical = "restart".equals(xml.value()) ? Merge.FIRST : Merge.CONTINUED;
                    case "hMerge" -> joinsLeft = !"restart".equals(xml.value());
                    case "cellDel" -> deleted = true;
                    // The properties before a change.
                    case "tcPrChange" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new CellProperties(span, vertical, joinsLeft, deleted);
    }
}
