package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.Optional;
import vn.cchc.plan.Printed;
import vn.cchc.platform.text.VietnameseText;

/**
 * A cell of money as printed. It is read as Vietnamese writes numbers, with dots between thousands and a comma before
 * decimals; what can be meant in another way is not read, since a wrong amount is worse than none.
 *
 * @param figure the only number in the cell; null where the cell states no single number
 * @param unit named in the cell itself
 * @param signed whether a sign stands before the number: "≤", "–", "(", which make it another; or whether it goes on in another line
 */
record MoneyText(String figure, Optional<MoneyUnit> unit, boolean signed, BigDecimal exact) {

    /** What stands between figures on different lines of a cell. */
    static final char DIVIDED = '|';

    /** Above it an amount printed in thousands or more is taken to be in đồng by mistake. */
    private static final BigDecimal DOUBTFUL = new BigDecimal("1000000000000");

    /** Below it no task costs anything: an amount of đồng is then in another unit. */
    private static final long LEAST_DONG = 1_000;

    /** From it on, a number of nghìn is taken to be in đồng by mistake. */
    private static final BigDecimal DOUBTFUL_THOUSANDS = new BigDecimal(1_000_000);

    /** From it on, a number of triệu is taken to be in đồng or nghìn by mistake. */
    private static final BigDecimal DOUBTFUL_MILLIONS = new BigDecimal(10_000);

    /** Digits and separators of a figure, more than any amount has. */
    private static final int LONGEST = 40;

    private static final char DONG_SIGN = '\u20AB';

    /** What was read. */
    record Reading(Long amount, Doubt.Code doubt) {

        private static Reading of(long amount) {
            return new Reading(amount, null);
        }

        private static Reading inDoubt(Doubt.Code code) {
            return new Reading(null, code);
        }

        private static Reading noAmount() {
            return new Reading(null, null);
        }
    }

    /**
     * Reads a cell whose number the file states. Its separators say nothing then, but its format may show words or another currency.
     *
     * @param exact the number that the cell shows; null for a text
     */
    static MoneyText of(String cell, BigDecimal exact) {
        MoneyText text = of(cell);
        if (exact == null) {
            return text;
        }
        boolean negative = exact.signum() < 0;
        boolean plain = !negative && text.figure() != null;
        return new MoneyText(plain ? exact.toPlainString() : null, text.unit(), negative || text.signed(), exact);
    }

    static MoneyText of(String cell) {
        String text = VietnameseText.line(cell);
        int from = 0;
        while (from < text.length() && !isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && (isDigit(text.charAt(to)) || isSeparator(text, to))) {
            to++;
        }
        String before = text.substring(0, from);
        String after = text.substring(to);
        Optional<MoneyUnit> unit = after.indexOf(DONG_SIGN) >= 0 ? Optional.of(MoneyUnit.DONG) : MoneyUnit.in(after);
        boolean plain = before.isBlank()
                && from < text.length()
                && to - from <= LONGEST
                && (after.isBlank() || isEnd(after) || MoneyUnit.is(after));
        boolean signed =
                (!before.isBlank() && from < text.length() && Words.of(before).isEmpty())
                        || after.indexOf(DIVIDED) >= 0;
        return new MoneyText(plain ? text.substring(from, to) : null, unit, signed, null);
    }

    /** Whether nothing but punctuation, or the sign of đồng, stands behind the figure. */
    private static boolean isEnd(String after) {
        return after.chars().allMatch(c -> c == DONG_SIGN || " .,;)".indexOf(c) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A dot, comma or blank between digits. */
    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',' || c == ' ') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    /** Whether it is plainly an amount of đồng, such as "12.900.000": a million and more, in whole groups. */
    boolean isPlainlyDong() {
        return figure != null && unit.isEmpty() && whole() != null && whole().compareTo(new BigDecimal(1_000_000)) >= 0;
    }

    /**
     * @param heading unit of the column; empty where nothing names one: the amount is then in doubt, unless the cell names it
     * @param dongColumn whether other cells are plainly amounts of đồng, whatever the heading names
     */
    Reading read(Optional<MoneyUnit> heading, boolean dongColumn) {
        if (figure == null) {
            return signed ? Reading.inDoubt(Doubt.Code.AMOUNT_AMBIGUOUS) : Reading.noAmount();
        }
        Optional<MoneyUnit> named = unit.or(() -> heading);
        BigDecimal whole = whole();
        if (whole != null && whole.signum() == 0) {
            return Reading.of(0);
        }
        if (named.isEmpty()) {
            return Reading.inDoubt(Doubt.Code.AMOUNT_WITHOUT_UNIT);
        }
        return read(named.get(), whole, unit.isEmpty() && dongColumn);
    }

    private Reading read(MoneyUnit in, BigDecimal whole, boolean dongColumn) {
        if (in == MoneyUnit.UNCLEAR) {
            return Reading.inDoubt(Doubt.Code.AMOUNT_AMBIGUOUS);
        }
        BigDecimal number = whole;
        if (exact != null && in != MoneyUnit.DONG) {
            number = isCertain(in, exact, dongColumn) ? exact : null;
        } else if (in != MoneyUnit.DONG) {
            number = whole != null && isCertain(in, whole, dongColumn) ? whole : decimal();
        }
        if (number == null) {
            return Reading.inDoubt(Doubt.Code.AMOUNT_AMBIGUOUS);
        }
        BigDecimal amount = number.multiply(BigDecimal.valueOf(in.dong()));
        boolean odd = in == MoneyUnit.DONG
                ? amount.compareTo(BigDecimal.valueOf(LEAST_DONG)) < 0
                : amount.compareTo(DOUBTFUL) >= 0;
        if (odd
                || amount.stripTrailingZeros().scale() > 0
                || amount.compareTo(BigDecimal.valueOf(Printed.LARGEST_AMOUNT)) > 0) {
            return Reading.inDoubt(Doubt.Code.AMOUNT_AMBIGUOUS);
        }
        return Reading.of(amount.longValueExact());
    }

    /** The whole number: digits alone or in groups of three, "3.960.000", "3,960,000"; null for any other figure. */
    private BigDecimal whole() {
        if (exact != null) {
            return exact.stripTrailingZeros().scale() > 0 ? null : exact;
        }
        char separator = 0;
        int group = 0;
        boolean first = true;
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (isDigit(c)) {
                digits.append(c);
                group++;
                continue;
            }
            boolean fits = first ? group <= 3 && digits.charAt(0) != '0' : group == 3 && c == separator;
            if (!fits) {
                return null;
            }
            separator = c;
            first = false;
            group = 0;
        }
        return first || group == 3 ? new BigDecimal(digits.toString()) : null;
    }

    /**
     * Whether a whole number of this unit is no decimal and no amount of đồng: "1.200" triệu may be either number, and
     * "3.960.000" in a column of thousands may be đồng. "12.000" nghìn is certain: nothing costs 12 nghìn, unless other
     * cells of the column are in đồng.
     */
    private boolean isCertain(MoneyUnit in, BigDecimal whole, boolean dongColumn) {
        long separators = exact != null
                ? 0
                : figure.chars().filter(c -> !isDigit((char) c)).count();
        return switch (in) {
            case THOUSAND ->
                whole.compareTo(dongColumn ? BigDecimal.valueOf(LEAST_DONG) : DOUBTFUL_THOUSANDS) < 0
                        && (separators == 0 || figure.indexOf('.') > 0);
            case MILLION -> separators == 0 && whole.compareTo(DOUBTFUL_MILLIONS) < 0;
            default -> separators == 0;
        };
    }

    /** With a comma before one, two or more than three decimals, and dots between thousands; null for any other figure. */
    private BigDecimal decimal() {
        int comma = figure.indexOf(',');
        if (comma < 0 || figure.indexOf(',', comma + 1) >= 0) {
            return null;
        }
        String decimals = figure.substring(comma + 1);
        String before = figure.substring(0, comma);
        boolean grouped = before.indexOf('.') >= 0 || before.indexOf(' ') >= 0;
        BigDecimal whole = new MoneyText(before, Optional.empty(), false, null).whole();
        boolean zero = before.equals("0");
        if (whole == null
                || !decimals.chars().allMatch(c -> isDigit((char) c))
                || (decimals.length() == 3 && !grouped && !zero)) {
            return null;
        }
        return new BigDecimal(whole.toPlainString() + "." + decimals);
    }
}
