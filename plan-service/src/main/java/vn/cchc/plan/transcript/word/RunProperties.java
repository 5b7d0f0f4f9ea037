package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.XmlPart;

/**
 * What matters of the properties of a run (w:rPr, ECMA-376 part 1, 17.3.2.28).
 *
 * @param style its character style; null for none
 * @param hidden whether its text is hidden (w:vanish, 17.3.2.41); null where nothing is stated
 * @param font its font, "Symbol" or "Wingdings" for instance; null where none is stated
 * @param raised whether it stands above the line (w:vertAlign, 17.3.2.42); null where nothing is stated
 * @param deleted of the mark of a paragraph: whether it has been deleted (w:del, 17.13.5.15) or moved away
 */
record RunProperties(String style, Boolean hidden, String font, Boolean raised, boolean deleted) {

    static final RunProperties NONE = new RunProperties(null, null, null, null, false);

    /** Reads to the end of the element. */
    static RunProperties read(XmlPart xml) {
        String style = null;
        Boolean hidden = null;
        String font = null;
        Boolean raised = null;
        boolean deleted = false;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "rStyle" -> style = xml.value();
                    case "vanish" -> hidden = xml.isOn();
                    case "rFonts" -> font = xml.value("ascii");
                    case "vertAlign" -> raised = "superscript".equals(xml.value());
                    case "del", "moveFrom" -> deleted = true;
                    // The properties before a change.
                    case "rPrChange" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new RunProperties(style, hidden, font, raised, deleted);
    }
}
