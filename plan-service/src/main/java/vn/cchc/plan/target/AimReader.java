package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * Parses the quantitative aim from a target's text. A text without figures, or with contradictory ones, is qualitative.
 */
public final class AimReader {

    private static final String FIGURE = "(\\d{1,3}(?:[.,]\\d{1,2})?)";
    private static final String PERCENT = "\\s*%";

    private static final List<Form> FORMS = List.of(
            Form.between(FIGURE + "(?:" + PERCENT + ")?\\s*(?:-|den)\\s*" + FIGURE + PERCENT),
            Form.of(Operator.GREATER, "\\btren " + FIGURE + PERCENT),
            Form.of(Operator.LESS, "\\bduoi " + FIGURE + PERCENT),
            Form.of(Operator.AT_MOST, "\\b(?:khong qua|toi da) " + FIGURE + PERCENT),
            Form.of(Operator.AT_LEAST, "\\b(?:tu|it nhat|toi thieu) " + FIGURE + PERCENT),
            Form.of(Operator.AT_LEAST, FIGURE + PERCENT + " tro len"),
            Form.of(Operator.EQUAL, "\\b(100)" + PERCENT));
    private static final Pattern BARE = Pattern.compile("(?<![\\d.,])" + FIGURE + PERCENT);
    private static final Pattern NO_CASE = Pattern.compile("\\bkhong co truong hop\\b");
    private static final Pattern ALL = Pattern.compile("\\btat ca\\b");
    private static final Pattern GROWTH = Pattern.compile("\\btang (?:tu |tren |it nhat )?\\d");

    private AimReader() {}

    private record Form(Operator operator, Pattern pattern) {
        static Form of(Operator operator, String pattern) {
            return new Form(operator, Pattern.compile(pattern));
        }

        static Form between(String pattern) {
            return new Form(Operator.BETWEEN, Pattern.compile(pattern));
        }
    }

    /** The aim; empty for a qualitative target. */
    public static Optional<Aim> read(String text) {
        String folded = VietnameseText.fold(text);
        String unit = GROWTH.matcher(folded).find() ? Aim.PERCENT_MORE : Aim.PERCENT;
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(folded);
            if (matcher.find()) {
                boolean another =
                        BARE.matcher(folded.substring(0, matcher.start())).find()
                                || BARE.matcher(folded.substring(matcher.end())).find();
                return another ? Optional.empty() : Optional.of(aim(form.operator(), matcher, unit));
            }
        }
        Matcher bare = BARE.matcher(folded);
        if (bare.find()) {
            BigDecimal value = figure(bare.group(1));
            return bare.find()
                    ? Optional.empty()
                    // A bare percentage below 100 % is a minimum: exceeding it is no failure.
                    : Optional.of(new Aim(Operator.AT_LEAST, value, Optional.empty(), unit, true));
        }
        if (NO_CASE.matcher(folded).find()) {
            return Optional.of(new Aim(Operator.EQUAL, BigDecimal.ZERO, Optional.empty(), "trường hợp", false));
        }
        return ALL.matcher(folded).find()
                ? Optional.of(new Aim(Operator.EQUAL, BigDecimal.valueOf(100), Optional.empty(), Aim.PERCENT, true))
                : Optional.empty();
    }

    private static Aim aim(Operator operator, Matcher matcher, String unit) {
        Optional<BigDecimal> upper =
                operator == Operator.BETWEEN ? Optional.of(figure(matcher.group(2))) : Optional.empty();
        return new Aim(operator, figure(matcher.group(1)), upper, unit, false);
    }

    private static BigDecimal figure(String printed) {
        return new BigDecimal(printed.replace(',', '.'));
    }
}
