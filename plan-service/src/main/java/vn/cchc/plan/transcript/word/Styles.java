package vn.cchc.plan.transcript.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;

/**
 * What styles say of lists, of hidden text and of text above the line (ECMA-376 part 1, 17.7). A style inherits what it does not state from the style that
 * it is based on.
 */
final class Styles {

    /** Styles that are followed, each based on the next: no office needs so many, and a circle of styles has no end. */
    private static final int LONGEST_CHAIN = 100;

    static final Styles NONE = new Styles(new HashMap<>(), null);

    /**
     * A style as it stands in the file.
     *
     * @param basis the style that it is based on; null for none
     * @param text what it states of its text
     */
    private record Style(String basis, ListReference list, RunProperties text) {}

    /**
     * A style with what it inherits.
     *
     * @param lister id of the nearest style that states a list or a level; null where none does
     */
    record Inherited(ListReference list, String lister, boolean hidden, boolean raised) {}

    private static final Inherited NOTHING = new Inherited(ListReference.NONE, null, false, false);

    private final Map<String, Style> styles;
    private final String standard;
    private final Map<String, Inherited> inherited = new HashMap<>();

    private Styles(Map<String, Style> styles, String standard) {
        this.styles = styles;
        this.standard = standard;
    }

    /** Reads the part of styles. */
    static Styles read(XmlPart xml) {
        Map<String, Style> styles = new HashMap<>();
        String standard = null;
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("style")) {
                String id = xml.value("styleId");
                String byDefault = xml.value("default");
                boolean paragraph = "paragraph".equals(xml.value("type"));
                if (paragraph
                        && byDefault != null
                        && !Set.of("0", "false", "off").contains(byDefault)) {
                    standard = id;
                }
                styles.put(id, style(xml));
                Limit.STYLES.check(styles.size());
            }
        }
        return new Styles(styles, standard);
    }

    private static Style style(XmlPart xml) {
        String basis = null;
        ListReference list = ListReference.NONE;
        RunProperties text = RunProperties.NONE;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "basedOn" -> basis = xml.value();
                    case "numPr" -> list = ListReference.read(xml);
                    case "rPr" -> text = RunProperties.read(xml);
                    // Properties of parts of a table, and those before a change.
                    case "tblStylePr", "pPrChange" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new Style(basis, list, text);
    }

    /** @param style id of a paragraph style; null for the default one */
    Inherited paragraph(String style) {
        return of(style == null ? standard : style);
    }

    /** Whether text of this style is hidden. */
    boolean isHidden(RunProperties run, String paragraphStyle) {
        if (run.hidden() != null) {
            return run.hidden();
        }
        return (run.style() != null && of(run.style()).hidden())
                || paragraph(paragraphStyle).hidden();
    }

    /** Whether text stands above the line, by itself or by its character style: Word's own style of footnote marks does so. */
    boolean isRaised(RunProperties run) {
        return run.raised() != null
                ? run.raised()
                : run.style() != null && of(run.style()).raised();
    }

    /** The list that a style of lists (w:type numbering) stands for. */
    ListReference list(String style) {
        return of(style).list();
    }

    private Inherited of(String style) {
        return styles.containsKey(style) ? inherited.computeIfAbsent(style, this::inherit) : NOTHING;
    }

    private Inherited inherit(String style) {
        String list = null;
        Integer level = null;
        String lister = null;
        Boolean hidden = null;
        Boolean raised = null;
        String id = style;
        for (int chain = 0; chain < LONGEST_CHAIN && styles.containsKey(id); chain++) {
            Style stated = styles.get(id);
            boolean lists = stated.list().list() != null || stated.list().level() != null;
            lister = lister == null && lists ? id : lister;
            // What a style is based on states the list of a level, but no level of a list.
            level = level == null && list == null ? stated.list().level() : level;
            list = list == null ? stated.list().list() : list;
            hidden = hidden == null ? stated.text().hidden() : hidden;
            raised = raised == null ? stated.text().raised() : raised;
            id = stated.basis();
        }
        return new Inherited(
                new ListReference(list, level), lister, hidden != null && hidden, raised != null && raised);
    }
}
