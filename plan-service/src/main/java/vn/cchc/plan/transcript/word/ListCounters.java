package vn.cchc.plan.transcript.word;

import java.util.HashMap;
import java.util.Map;
import vn.cchc.plan.transcript.word.Numbering.Numbered;
import vn.cchc.platform.text.VietnameseText;

/** Numbers the paragraphs of a document one after the other, as Word prints them. */
final class ListCounters {

    /** The counters of a definition: the last number of each level; null for a level that begins anew. */
    private static final class Counters {
        private final Integer[] last = new Integer[ListLevel.LEVELS];
    }

    private final Numbering numbering;
    private final Styles styles;
    private final Map<String, Counters> counters = new HashMap<>();
    /** For each list the levels that it has counted, as bits. */
    private final Map<String, Integer> counted = new HashMap<>();

    ListCounters(Numbering numbering, Styles styles) {
        this.numbering = numbering;
        this.styles = styles;
    }

    /** The number or bullet of the next paragraph; null where it has none. */
    String next(ParagraphProperties paragraph) {
        Styles.Inherited style = styles.paragraph(paragraph.style());
        boolean own = paragraph.list().list() != null;
        ListReference reference = own ? paragraph.list() : style.list();
        Numbered list = reference.isNone() ? null : numbering.list(reference.list());
        String definition = list == null ? null : numbering.definitionOf(list, styles);
        if (definition == null) {
            return null;
        }
        Integer level = paragraph.list().level();
        if (level == null && !own) {
            Integer linked = numbering.levelOfStyle(list, definition, style.lister());
            level = linked == null ? reference.level() : linked;
        }
        String number = count(reference.list(), list, definition, level == null ? 0 : level);
        return number.isEmpty() ? null : number;
    }

    private String count(String id, Numbered list, String definition, int level) {
        Integer[] last = counters.computeIfAbsent(definition, any -> new Counters()).last;
        ListLevel own = numbering.level(list, definition, level);
        int before = counted.getOrDefault(id, 0);
        boolean first = (before & 1 << level) == 0;
        counted.put(id, before | 1 << level);
        boolean begins = last[level] == null || (first && list.starts().containsKey(level));
        last[level] = begins ? own.start() : Math.min(last[level] + 1, NumberFormat.MOST);
        // A level that is passed over has begun with the first paragraph below it.
        for (int above = 0; above < level; above++) {
            if (last[above] == null) {
                last[above] = numbering.level(list, definition, above).start();
            }
        }
        for (int below = level + 1; below < ListLevel.LEVELS; below++) {
            if (numbering.level(list, definition, below).restartsAfter(level, below)) {
                last[below] = null;
            }
        }
        return own.format() == NumberFormat.BULLET ? Symbols.bullet(own.text()) : print(list, definition, level, last);
    }

    private String print(Numbered list, String definition, int level, Integer[] last) {
        ListLevel own = numbering.level(list, definition, level);
        StringBuilder number = new StringBuilder();
        String text = own.text();
        int at = 0;
        while (at < text.length()) {
            int shown = text.charAt(at) == '%' && at + 1 < text.length() ? text.charAt(at + 1) - '1' : -1;
            if (shown < 0 || shown >= ListLevel.LEVELS) {
                number.append(text.charAt(at));
                at++;
                continue;
            }
            at += 2;
            // A level below its own has no number here.
            if (shown <= level) {
                NumberFormat format = numbering.level(list, definition, shown).format();
                number.append((own.legal() ? format.legal() : format).write(last[shown]));
            }
        }
        return VietnameseText.line(number.toString());
    }
}
