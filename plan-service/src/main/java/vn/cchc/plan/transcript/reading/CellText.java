package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.text.VietnameseText;

/**
 * The text of a cell. A merged cell is one for all its rows, thousands perhaps: what is made of its text is made once and shared.
 */
final class CellText {

    static final CellText EMPTY = new CellText(List.of(), null);

    /**
     * Entries that are told apart: so many different ones exceed every bound of a plan document, a list's by their number and a
     * text's by their length.
     */
    static final int ENTRIES = 200;

    /** What people type in front of an entry. A capital or a slash belongs to it: "P. Tư pháp", "Đ/c Chủ tịch", "V/v". */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3})*|[a-zđ])[.)](?: +|$)");

    /** A line that goes on with the one before it. */
    private static final Pattern CONJUNCTION = Pattern.compile("(?:và|hoặc|cùng|của) .*");

    private static final Pattern OPEN_END = Pattern.compile(".* (?:và|hoặc|cùng|của|với)");

    /**
     * A paragraph; one that goes on in the next is one with it.
     *
     * @param number its automatic number or bullet; empty for none
     */
    private record Line(String number, StringBuilder text) {

        String printed() {
            return VietnameseText.line(number + " " + text);
        }
    }

    /** Numbers below it are shown without a separator of thousands. */
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final List<Line> lines;
    /** Null for a text. */
    private final BigDecimal number;

    private String joined;
    private String clauses;
    private List<String> entries;

    private CellText(List<Line> lines, BigDecimal number) {
        this.lines = lines;
        this.number = number;
    }

    static CellText of(Cell cell) {
        List<Line> lines = new ArrayList<>();
        for (Paragraph paragraph : cell.paragraphs()) {
            String text = VietnameseText.line(paragraph.text());
            String number = paragraph.number() == null ? "" : VietnameseText.line(paragraph.number());
            if (text.isEmpty() && number.isEmpty()) {
                continue;
            }
            Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last != null && number.isEmpty() && !last.text().isEmpty() && goesOn(last.text(), text)) {
                last.text().append(' ').append(text);
            } else {
                lines.add(new Line(number, new StringBuilder(text)));
            }
        }
        return lines.isEmpty() ? EMPTY : new CellText(lines, cell.number());
    }

    /**
     * Whether people broke one text into two paragraphs to fit it into the cell: "Văn phòng –", "Thống kê". A small letter alone
     * says nothing: lists of units begin with one too.
     */
    private static boolean goesOn(CharSequence before, String next) {
        if (Mark.typed(next).kind() != Mark.Kind.NONE) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        boolean open = last == ',' || last == '(' || (before.length() > 1 && "-–—".indexOf(last) >= 0);
        return open
                || CONJUNCTION.matcher(next).matches()
                || OPEN_END.matcher(before.subSequence(Math.max(0, before.length() - 6), before.length()))
                        .matches();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** In one line. */
    String joined() {
        if (joined == null) {
            joined = String.join(" ", lines.stream().map(Line::printed).toList());
        }
        return joined;
    }

    /** Figures of two lines are not one: "500", "000" may be two amounts. They are divided by {@link MoneyText#DIVIDED}. */
    String money() {
        StringBuilder money = new StringBuilder();
        for (Line line : lines) {
            String text = line.printed();
            boolean figures = !money.isEmpty()
                    && Character.isDigit(money.charAt(money.length() - 1))
                    && !text.isEmpty()
                    && Character.isDigit(text.charAt(0));
            money.append(money.isEmpty() ? "" : figures ? " " + MoneyText.DIVIDED + " " : " ")
                    .append(text);
        }
        return money.toString();
    }

    /** The number that the cell shows; null for a text. */
    BigDecimal number() {
        return number;
    }

    /** As a code of a row: where the file states a number, 1.1 is a code of two parts and no decimal number. */
    String code() {
        return number != null && number.abs().compareTo(THOUSAND) < 0 ? joined().replace(',', '.') : joined();
    }

    /** In one line, paragraphs separated by semicolons. */
    String clauses() {
        if (clauses == null) {
            StringBuilder all = new StringBuilder();
            for (Line line : lines) {
                if (!all.isEmpty()) {
                    char last = all.charAt(all.length() - 1);
                    all.append(last == ';' || last == ':' || last == ',' ? " " : "; ");
                }
                all.append(line.printed());
            }
            clauses = withoutEnd(all.toString());
        }
        return clauses;
    }

    /**
     * The different entries of a list: by paragraph, and by semicolon outside brackets, without marks. At most {@link #ENTRIES}:
     * the last one is then the rest of the cell.
     */
    List<String> entries() {
        if (entries == null) {
            entries = List.copyOf(split());
        }
        return entries;
    }

    private Set<String> split() {
        Set<String> split = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().toString();
            int lastClosed = text.lastIndexOf(')');
            int depth = 0;
            int from = 0;
            for (int at = 0; at <= text.length(); at++) {
                char sign = at < text.length() ? text.charAt(at) : ';';
                if (sign == '(') {
                    depth++;
                } else if (sign == ')') {
                    depth = Math.max(0, depth - 1);
                } else if (sign == ';' && (depth == 0 || at > lastClosed)) {
                    String entry =
                            withoutEnd(withoutMark(text.substring(from, at).strip()));
                    from = at + 1;
                    if (!entry.isEmpty()) {
                        split.add(entry);
                    }
                    if (split.size() == ENTRIES - 1) {
                        addRest(split, text.substring(Math.min(from, text.length())), i + 1);
                        return split;
                    }
                }
            }
        }
        return split;
    }

    private void addRest(Set<String> split, String behind, int next) {
        StringBuilder rest = new StringBuilder(behind);
        lines.subList(next, lines.size())
                .forEach(line -> rest.append(rest.isEmpty() ? "" : "; ").append(line.printed()));
        String entry = withoutEnd(rest.toString().strip());
        if (!entry.isEmpty()) {
            split.add(entry);
        }
    }

    private static String withoutMark(String entry) {
        Matcher number = NUMBER.matcher(entry);
        if (number.lookingAt()) {
            return entry.substring(number.end());
        }
        Mark mark = Mark.typed(entry);
        return mark.isBullet() ? mark.rest() : entry;
    }

    /** Without semicolons and commas at the end. */
    static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ';' || text.charAt(end - 1) == ',' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }
}
