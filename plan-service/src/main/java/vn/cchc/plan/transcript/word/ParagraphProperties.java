package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.XmlPart;

/**
 * What matters of the properties of a paragraph (w:pPr, ECMA-376 part 1, 17.3.1.26).
 *
 * @param style its paragraph style; null for the default one
 * @param markDeleted whether its mark has been deleted, so that the next paragraph continues it
 */
record ParagraphProperties(String style, ListReference list, boolean markDeleted) {

    static final ParagraphProperties NONE = new ParagraphProperties(null, ListReference.NONE, false);

    /** Reads to the end of the element. */
    static ParagraphProperties read(XmlPart xml) {
        String style = null;
        ListReference list = ListReference.NONE;
        boolean markDeleted = false;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "pStyle" -> style = xml.value();
                    case "numPr" -> list = ListReference.read(xml);
                    case "rPr" -> markDeleted = RunProperties.read(xml).deleted();
                    // The properties before a change.
                    case "pPrChange" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new ParagraphProperties(style, list, markDeleted);
    }
}
