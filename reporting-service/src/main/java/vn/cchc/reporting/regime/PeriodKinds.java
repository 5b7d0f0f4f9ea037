package vn.cchc.reporting.regime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of periods there are. */
public record PeriodKinds(List<PeriodKind> all) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(\\w+))?");

    public PeriodKinds {
        all = List.copyOf(all);
    }

    /** Reads the code of a period, as {@code 2021-Q1} or {@code 2021}; empty when it is none. */
    public Optional<ReportingPeriod> period(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches() || PeriodKind.YEAR.equals(matcher.group(2))) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        String kind = matcher.group(2) == null ? PeriodKind.YEAR : matcher.group(2);
        return kind(kind).map(known -> new ReportingPeriod(year, known));
    }

    /** How staff call a period; what is none is called by its code. */
    public String label(String code) {
        return period(code).map(ReportingPeriod::label).orElse(code);
    }

    Optional<PeriodKind> kind(String code) {
        return all.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
