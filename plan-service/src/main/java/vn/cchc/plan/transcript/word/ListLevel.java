package vn.cchc.plan.transcript.word;

import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;

/**
 * A level of a list (w:lvl, ECMA-376 part 1, 17.9.6).
 *
 * @param start number of its first paragraph (w:start, 17.9.25), from 0 to {@link NumberFormat#MOST}
 * @param text what is printed, "%1.%2." for instance (w:lvlText, 17.9.11), shortened to {@link #LONGEST_TEXT}
 * @param legal whether the numbers of all levels are printed as decimals (w:isLgl, 17.9.4)
 * @param restart the level, from 1, whose paragraphs let it begin again (w:lvlRestart, 17.9.10): 0 for none; null for every
 *     level above it
 * @param style the paragraph style whose paragraphs have this level (w:pStyle, 17.9.23); null for none
 */
record ListLevel(int start, NumberFormat format, String text, boolean legal, Integer restart, String style) {

    /** Levels of a list. */
    static final int LEVELS = 9;

    /** Nine numbers and the marks between them. */
    static final int LONGEST_TEXT = 60;

    static final ListLevel UNSTATED = new ListLevel(0, NumberFormat.DECIMAL, "", false, null, null);

    /** Reads to the end of the element. */
    static ListLevel read(XmlPart xml) {
        ListLevel level = UNSTATED;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                level = level.with(xml);
            }
        }
        return level;
    }

    private ListLevel with(XmlPart xml) {
        return switch (xml.name()) {
            case "start" -> withStart(number(xml));
            case "numFmt" ->
                new ListLevel(start, NumberFormat.of(xml.value(), xml.value("format")), text, legal, restart, style);
            case "lvlText" -> new ListLevel(start, format, shortened(xml.value()), legal, restart, style);
            case "isLgl" -> new ListLevel(start, format, text, xml.isOn(), restart, style);
            case "lvlRestart" ->
                new ListLevel(start, format, text, legal, Numbers.within(xml.value(), 0, LEVELS, 0), style);
            case "pStyle" -> new ListLevel(start, format, text, legal, restart, xml.value());
            default -> this;
        };
    }

    ListLevel withStart(int number) {
        return new ListLevel(number, format, text, legal, restart, style);
    }

    /** The number of w:start or w:startOverride. */
    static int number(XmlPart xml) {
        return Numbers.within(xml.value(), 0, NumberFormat.MOST, 0);
    }

    private static String shortened(String text) {
        String stated = text == null ? "" : text;
        return stated.length() <= LONGEST_TEXT ? stated : stated.substring(0, LONGEST_TEXT);
    }

    /** Whether a paragraph of the level {@code above} lets this level, from 0, begin again. */
    boolean restartsAfter(int above, int own) {
        return above < own && (restart == null || above < restart);
    }
}
