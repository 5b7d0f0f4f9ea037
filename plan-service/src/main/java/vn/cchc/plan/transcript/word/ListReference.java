package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;

/**
 * The list to which a paragraph, or the paragraphs of a style, belong (w:numPr, ECMA-376 part 1, 17.3.1.19).
 *
 * @param list id of the list (w:numId): "0" takes a paragraph out of the list of its style; null where none is stated
 * @param level its level (w:ilvl) from 0 to 8; null where none is stated
 */
record ListReference(String list, Integer level) {

    static final ListReference NONE = new ListReference(null, null);

    private static final int LONGEST_ID = 20;

    /** Reads to the end of the element. */
    static ListReference read(XmlPart xml) {
        String list = null;
        Integer level = null;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "numId" -> list = id(xml.value());
                    case "ilvl" -> level = Numbers.within(xml.value(), 0, ListLevel.LEVELS - 1, 0);
                    default -> {}
                }
            }
        }
        return new ListReference(list, level);
    }

    /** An id as it is compared: without zeros before it. */
    static String id(String printed) {
        if (printed == null || printed.length() > LONGEST_ID) {
            return "";
        }
        String id = printed.strip();
        int from = 0;
        while (from < id.length() - 1 && id.charAt(from) == '0') {
            from++;
        }
        return id.substring(from);
    }

    /** Whether it names no list. */
    boolean isNone() {
        return list == null || list.equals("0");
    }
}
