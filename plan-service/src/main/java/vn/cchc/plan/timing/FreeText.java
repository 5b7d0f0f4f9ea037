package vn.cchc.plan.timing;

import java.util.List;
import java.util.Set;

/**
 * Words that the grammar keeps without reading them. What tells a time is never among them: it would be swallowed, and the
 * rule read from the rest would be wrong.
 */
enum FreeText {
    /** Names the work. Words that open a clause of their own are not part of it. */
    LABEL,
    /** Names an event, a request, whoever makes one, or a plan. */
    NAME;

    /** Open a clause, or limit the one that follows. */
    private static final Set<String> OPENING = Set.of(
            "khi", "sau", "truoc", "trong", "theo", "tu", "den", "ke", "khong", "chua", "tru", "rieng", "ngoai", "som",
            "khoang", "tro", "qua", "hon", "vao", "hoac", "neu", "moi", "du", "hay", "gan", "muon", "cham");

    /** Open no label: what is paused until a day is not due on it. */
    private static final List<String> PAUSES = List.of("tam dung", "tam hoan", "tam ngung", "nghỉ", "miễn");

    private static final Set<String> PARTS = Set.of(",", "va", "hoac", "/", "+", "-", "&");

    boolean accepts(Tokens tokens, int from, int to) {
        return end(tokens, from, to) == to && isClosed(tokens, from, to) && !holdsClause(tokens, from, to);
    }

    /** The first position that is not to be among the words, or the last one given. */
    int end(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (TimeWords.at(tokens, i) || (this == LABEL && opens(tokens, i, from)) || isBracket(tokens.get(i))) {
                return i;
            }
        }
        return to;
    }

    /** Whether the words may begin and end there. */
    boolean isClosed(Tokens tokens, int from, int to) {
        // "Văn bản số 15/6" has no day.
        return !tokens.get(to - 1).lower().equals("số")
                && !TimeWords.isInseparable(tokens, to - 1)
                && (this == NAME || PAUSES.stream().noneMatch(words -> tokens.startsWith(from, words)))
                && tokens.get(from).kind() != Token.Kind.SYMBOL
                && tokens.get(to - 1).kind() != Token.Kind.SYMBOL;
    }

    /** "Đột xuất, báo cáo": what is told after a comma, or before one, is a clause of its own. */
    boolean holdsClause(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean first =
                    i == from ? this == LABEL : PARTS.contains(tokens.get(i - 1).folded());
            boolean last = i + 2 < to && PARTS.contains(tokens.get(i + 2).folded());
            boolean sudden = (first || last) && tokens.startsWith(i, "dot xuat");
            boolean opens = first && this == NAME && opens(tokens, i, i);
            if (sudden || opens || (i > from && tokens.get(i).is("khi"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean opens(Tokens tokens, int index, int from) {
        String word = tokens.get(index).folded();
        // "báo cáo hoặc thông báo" names one work; "theo dõi", "đầu tư" and "dự án" are other words.
        return OPENING.contains(word)
                && !(word.equals("hoac") && index > from)
                && !(word.equals("theo") && tokens.startsWith(index, "theo doi"))
                && !(word.equals("ke") && !tokens.startsWith(index, "ke tu"))
                && !(word.equals("tu")
                        && !Set.of("từ", "tu").contains(tokens.get(index).lower()))
                && !(word.equals("du") && !tokens.startsWith(index, "du kien"));
    }

    private static boolean isBracket(Token token) {
        return token.is("(") || token.is(")") || token.is(";") || token.is(":");
    }
}
