package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** The code of an annex row as printed: "5.1.2", "2,2,1", "IV". */
public final class PrintedCode {

    private static final Pattern WELL_FORMED = Pattern.compile("\\d{1,3}(\\.\\d{1,3})*");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.,;:/\\-\\u2010-\\u2015]+");

    private PrintedCode() {}

    /** Whether it consists of numbers separated by full stops. */
    public static boolean isWellFormed(String printed) {
        return WELL_FORMED.matcher(printed).matches();
    }

    /** Numbers separated by full stops, whatever the printed separator; empty when the code has another form. */
    static Optional<String> normalise(String printed) {
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATORS.split(VietnameseText.line(printed), -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return Optional.of(String.join(".", parts)).filter(PrintedCode::isWellFormed);
    }
}
