package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.transcript.word.WordDocument.Cell;
import vn.cchc.plan.transcript.word.WordDocument.Paragraph;
import vn.cchc.platform.text.VietnameseText;

/**
 * The text of a cell.
 *
 * @param lines its paragraphs as printed, with their marks; a paragraph that goes on in the next is one with it
 */
record CellText(List<String> lines) {

    static CellText of(Cell cell) {
        List<StringBuilder> lines = new ArrayList<>();
        boolean numbered = false;
        for (Paragraph paragraph : cell.paragraphs()) {
            String text = VietnameseText.line(paragraph.text());
            boolean automatic = paragraph.number() != null;
            String printed = automatic ? VietnameseText.line(paragraph.number() + " " + text) : text;
            if (printed.isEmpty()) {
                continue;
            }
            StringBuilder last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (last != null && !automatic && !numbered && goesOn(last, text)) {
                last.append(' ').append(text);
            } else {
                lines.add(new StringBuilder(printed));
            }
            numbered = automatic && text.isEmpty();
        }
        return new CellText(lines.stream().map(StringBuilder::toString).toList());
    }

    /** Whether people broke one text into two paragraphs to fit it into the cell: "Văn phòng –", "Thống kê". */
    private static boolean goesOn(CharSequence before, String next) {
        if (Mark.typed(next).kind() != Mark.Kind.NONE) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        boolean open = last == ',' || last == '(' || (before.length() > 1 && "-–—".indexOf(last) >= 0);
        return open || (Character.isLowerCase(next.codePointAt(0)) && last != ';' && last != '.');
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** In one line. */
    String joined() {
        return String.join(" ", lines);
    }

    /** In one line, paragraphs separated by semicolons. */
    String clauses() {
        StringBuilder clauses = new StringBuilder();
        for (String line : lines) {
            if (!clauses.isEmpty()) {
                char last = clauses.charAt(clauses.length() - 1);
                clauses.append(last == ';' || last == ':' || last == ',' ? " " : "; ");
            }
            clauses.append(line);
        }
        return withoutEnd(clauses.toString());
    }

    /** Entries of a list: by paragraph and semicolon, without marks. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (String line : lines) {
            for (String part : line.split(";", -1)) {
                Mark mark = Mark.typed(part.strip());
                String entry = withoutEnd(mark.kind() == Mark.Kind.NONE ? part.strip() : mark.rest());
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return entries;
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
