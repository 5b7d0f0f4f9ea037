package vn.cchc.plan.transcript.word;

import java.util.HashMap;
import java.util.Map;
import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Limit;

/**
 * The lists of a document (ECMA-376 part 1, 17.9): lists (w:num) that share a definition (w:abstractNum) count on from one another,
 * unless they state where to begin.
 */
final class Numbering {

    static final Numbering NONE = new Numbering();

    /** How often a definition may refer to a style of lists, and this to another definition. */
    private static final int MOST_LINKS = 10;

    /**
     * A definition.
     *
     * @param levels by their place from 0
     * @param link style of lists whose definition counts in its place (w:numStyleLink, 17.9.21); null for none
     */
    record Definition(Map<Integer, ListLevel> levels, String link) {}

    /**
     * A list.
     *
     * @param definition id of its definition
     * @param levels levels that it states itself (w:lvlOverride, 17.9.8)
     * @param starts where it begins to count (w:startOverride, 17.9.26), by level; the other levels count on
     */
    record Numbered(String definition, Map<Integer, ListLevel> levels, Map<Integer, Integer> starts) {}

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Numbered> lists = new HashMap<>();

    private Numbering() {}

    /** Reads the part of numbering. */
    static Numbering read(XmlPart xml) {
        Numbering numbering = new Numbering();
        while (xml.next()) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "abstractNum" ->
                        numbering.definitions.put(ListReference.id(xml.value("abstractNumId")), definition(xml));
                    case "num" -> numbering.lists.put(ListReference.id(xml.value("numId")), list(xml));
                    default -> {}
                }
                Limit.LISTS.check(numbering.definitions.size());
                Limit.LISTS.check(numbering.lists.size());
            }
        }
        return numbering;
    }

    private static Definition definition(XmlPart xml) {
        Map<Integer, ListLevel> levels = new HashMap<>();
        String link = null;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "lvl" -> readLevel(xml, level(xml), levels);
                    case "numStyleLink" -> link = xml.value();
                    default -> {}
                }
            }
        }
        return new Definition(levels, link);
    }

    private static Numbered list(XmlPart xml) {
        String definition = "";
        Map<Integer, ListLevel> levels = new HashMap<>();
        Map<Integer, Integer> starts = new HashMap<>();
        int level = -1;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "abstractNumId" -> definition = ListReference.id(xml.value());
                    case "lvlOverride" -> level = level(xml);
                    case "lvl" -> readLevel(xml, level, levels);
                    case "startOverride" -> {
                        if (level >= 0) {
                            starts.put(level, ListLevel.number(xml));
                        }
                    }
                    default -> {}
                }
            }
        }
        return new Numbered(definition, levels, starts);
    }

    /** From 0 to 8; -1 for a level that Word does not have. */
    private static int level(XmlPart xml) {
        int level = Numbers.within(xml.value("ilvl"), -1, ListLevel.LEVELS, -1);
        return level < ListLevel.LEVELS ? level : -1;
    }

    private static void readLevel(XmlPart xml, int level, Map<Integer, ListLevel> levels) {
        ListLevel read = ListLevel.read(xml);
        if (level >= 0) {
            levels.put(level, read);
        }
    }

    /** The list of this id; null where there is none. */
    Numbered list(String id) {
        return lists.get(id);
    }

    /** The id of the definition of a list, after the links of styles of lists; null where there is none. */
    String definitionOf(Numbered list, Styles styles) {
        String id = list.definition();
        for (int links = 0; links < MOST_LINKS; links++) {
            Definition definition = definitions.get(id);
            if (definition == null || definition.link() == null) {
                return definition == null ? null : id;
            }
            Numbered linked = lists.get(styles.list(definition.link()).list());
            if (linked == null) {
                return null;
            }
            id = linked.definition();
        }
        return null;
    }

    /** The level of a list, with its own start where it states one. */
    ListLevel level(Numbered list, String definition, int level) {
        ListLevel shared = definitions.get(definition).levels().getOrDefault(level, ListLevel.UNSTATED);
        ListLevel stated = list.levels().getOrDefault(level, shared);
        Integer start = list.starts().get(level);
        return start == null ? stated : stated.withStart(start);
    }

    /** The level that a definition links to a paragraph style; null for none. */
    Integer levelOfStyle(Numbered list, String definition, String style) {
        for (int level = 0; level < ListLevel.LEVELS; level++) {
            if (style != null && style.equals(level(list, definition, level).style())) {
                return level;
            }
        }
        return null;
    }
}
