package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import vn.cchc.plan.finding.TargetDoubt;

/** A Vietnamese figure: decimal comma, thousands separated by full stops. A full stop may also be a decimal one, "99.5". */
final class Figure {

    /** A group of a pattern. */
    static final String PATTERN = "(\\d+(?:[.,]\\d+)*)";

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:,\\d{1,2}|\\.\\d{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3}){1,2}(?:,\\d{1,2})?");

    private Figure() {}

    /** Of a share: "1.000 %" is in doubt. */
    static BigDecimal share(String printed) {
        if (DECIMAL.matcher(printed).matches()) {
            return new BigDecimal(printed.replace(',', '.'));
        }
        throw new Doubtful(TargetDoubt.FIGURE);
    }

    /** Of what is counted. */
    static BigDecimal count(String printed) {
        return THOUSANDS.matcher(printed).matches()
                ? new BigDecimal(printed.replace(".", "").replace(',', '.'))
                : share(printed);
    }

    static String print(BigDecimal figure) {
        return figure.toPlainString().replace('.', ',');
    }
}
