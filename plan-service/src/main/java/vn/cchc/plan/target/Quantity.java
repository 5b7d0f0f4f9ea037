package vn.cchc.plan.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.PrintedWording.Words;

/** One figure, or two, as found in a wording, with the words around. */
final class Quantity {

    private static final String CHAINED = "(?:" + Bound.pattern() + "|đạt|là|mức|ở|tỷ lệ|tỉ lệ|được|phải|cần|chiếm|:) ";
    /** Of at most eight words or phrases, tried from each word of a text: the effort grows with its length, not its square. */
    static final String CHAIN = "((?:" + CHAINED + "){0,8}+)";

    static final Words NOT_FOLLOWED_BY =
            Words.of("^ (?:hoặc|-|đến|tới|điểm|±|\\+|\\*|:|lên|xuống|\\d+|/ (?!(?:tổng|năm|kế hoạch) )) ?");

    /** The chain before a figure is longer than that. */
    private static final Words CHAIN_GOES_ON = Words.of(" " + CHAINED + "$");

    private static final Words LINK = Words.of("(?:" + Bound.pattern() + ") ");
    private static final Words UPWARD = Words.of("^ (?:[^\\d ;,.()]+ ){0,4}?trở lên ");
    private static final Words DOWNWARD = Words.of("^ (?:[^\\d ;,.()]+ ){0,4}?trở xuống ");
    /** After a quantity, these belong to it in a way that is not read. */
    private static final Words LOOSE_BOUND =
            Words.of(" (?:trở lên|trở xuống|tối đa|tối thiểu|ít nhất|nhiều nhất|không quá|không dưới|trở đi) ");

    private static final Words LOOSE_BEFORE =
            Words.of(" (?:trở lên|trở xuống|tối đa|tối thiểu|ít nhất|nhiều nhất|khoảng|gần) ");
    private static final Words NEGATION = Words.of(
            " (?:không|chưa|chẳng|đừng|tránh|trừ|nếu|thay vì|thay cho|so với|hoặc|nhóm|top|tốp|vượt|sai số|chênh lệch) ");
    /** A sign that is no punctuation, or a figure, directly before: "↓30%", "1 000", "98, 75%". */
    private static final Pattern SIGNED_OR_FRACTION = Pattern.compile("(?:[\\p{S}/*\\-&&[^|¤⌛◇]]|\\d(?: [.,])?) $");
    /** Such a sign directly after: "30% ↓". */
    private static final Pattern SIGNED_AFTER = Pattern.compile("^ [\\p{S}&&[^|¤⌛◇]]");

    /** A comparison that is not with the figure: "thấp hơn năm trước 20%". */
    private static final Words COMPARED_BEFORE = Words.of(" hơn (?![,.;]|nữa )");

    /** Before "hơn" another word may be compared: "nhanh hơn 20%". */
    private static final Words MORE_ALONE = Words.of("^hơn ");

    private static final Words MORE_THAN_AFTER =
            Words.of("(?:^ |[,;.:()] |¤ | (?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|có|giải quyết|trong đó|tăng|giảm) )$");
    private static final Words APART = Words.of(" riêng ");

    private final QuantityForm form;
    private final PrintedWording wording;
    private final String[] groups;
    private final PrintedWording before;
    private final PrintedWording after;

    Quantity(QuantityForm form, Matcher matcher, PrintedWording wording) {
        this.form = form;
        this.wording = wording;
        groups = new String[matcher.groupCount() + 1];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = matcher.group(i);
        }
        before = wording.part(0, matcher.start());
        after = wording.part(matcher.end() - 1, wording.text().length());
    }

    /** The comparisons in a chain of words before a figure. */
    static List<Bound> bounds(String chain, PrintedWording wording) {
        return LINK.in(wording)
                .matcher(chain)
                .results()
                .map(link -> Bound.of(link.group().strip()))
                .toList();
    }

    boolean isAskedFor() {
        return form.isAskedFor(this);
    }

    AimReading read() {
        if (wording.has(APART)) {
            throw new Doubtful(TargetDoubt.SEVERAL_FIGURES);
        }
        if (after.has(form.notFollowedBy())) {
            throw new Doubtful(TargetDoubt.APPROXIMATE);
        }
        if (before.has(LOOSE_BEFORE) || before.has(CHAIN_GOES_ON)) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        if (SIGNED_OR_FRACTION.matcher(before.text()).find()
                || SIGNED_AFTER.matcher(after.text()).find()) {
            throw new Doubtful(TargetDoubt.FIGURE);
        }
        if (before.has(COMPARED_BEFORE)
                || (MORE_ALONE.in(wording).matcher(groups[1]).find() && !before.has(MORE_THAN_AFTER))) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        if (BoundSlip.in(before) || BoundSlip.in(after)) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        if (before.has(NEGATION)) {
            throw new Doubtful(TargetDoubt.NEGATION);
        }
        return form.read(this);
    }

    /** Of the form's pattern; null where it did not match. */
    String group(int index) {
        return groups[index];
    }

    /** Whether a group is these words. */
    boolean groupIs(int index, String words) {
        return groups[index].equals(wording.written(words));
    }

    /** The whole text. */
    PrintedWording wording() {
        return wording;
    }

    PrintedWording before() {
        return before;
    }

    PrintedWording after() {
        return after;
    }

    /** The comparisons in the first group. */
    List<Bound> bounds() {
        return bounds(groups[1], wording);
    }

    /** Whether the first group has the verb of reaching, which says that more is better. */
    boolean isToBeReached() {
        return groups[1].contains(wording.written("đạt "));
    }

    /** Whether no word stands before it. */
    boolean isAtStart() {
        return before.text().isBlank() && groups[1].isEmpty();
    }

    boolean isUpward() {
        return after.has(UPWARD);
    }

    boolean isDownward() {
        return after.has(DOWNWARD);
    }

    boolean hasLooseBound() {
        return after.has(LOOSE_BOUND);
    }

    boolean isAdverse() {
        return before.has(Adverse.SUBJECT) || after.has(Adverse.SUBJECT);
    }

    Optional<Bound> reached() {
        return bounds().stream()
                .filter(bound -> bound == Bound.UP_TO || bound == Bound.DOWN_TO)
                .findFirst();
    }

    /** The one comparison that words before and after the figure make. */
    Optional<Bound> bound() {
        List<Bound> bounds = bounds();
        List<Bound> compared = new ArrayList<>(bounds);
        if (compared.contains(Bound.ABOUT)) {
            throw new Doubtful(TargetDoubt.APPROXIMATE);
        }
        compared.removeIf(bound -> bound == Bound.UP_TO || bound == Bound.DOWN_TO);
        if (bounds.size() - compared.size() > 1 || compared.contains(Bound.UNCLEAR)) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        if (compared.size() > 1) {
            compared.remove(Bound.FROM);
        }
        if (compared.size() > 1) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        return withWordsAfter(compared.stream().findFirst());
    }

    private Optional<Bound> withWordsAfter(Optional<Bound> bound) {
        boolean upward = isUpward();
        boolean downward = isDownward();
        if (!upward && !downward) {
            if (hasLooseBound()) {
                throw new Doubtful(TargetDoubt.BOUNDS);
            }
            return bound;
        }
        boolean open = bound.isEmpty() || bound.get() == Bound.FROM;
        if (upward && (open || bound.get() == Bound.AT_LEAST)) {
            return Optional.of(Bound.AT_LEAST);
        }
        if (downward && (open || bound.get() == Bound.AT_MOST)) {
            return Optional.of(Bound.AT_MOST);
        }
        throw new Doubtful(TargetDoubt.BOUNDS);
    }
}
