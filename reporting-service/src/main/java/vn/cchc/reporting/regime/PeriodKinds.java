package vn.cchc.reporting.regime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The known kinds of periods. */
public record PeriodKinds(List<PeriodKind> all) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(\\w+))?");

    public PeriodKinds {
        all = List.copyOf(all);
    }

    /** Parses a period code such as {@code 2021-Q1} or {@code 2021}; empty if invalid. */
    public Optional<ReportingPeriod> period(String code) {
        Matcher matcher = CODE.matcher(code);
        if (!matcher.matches() || PeriodKind.YEAR.equals(matcher.group(2))) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        String kind = matcher.group(2) == null ? PeriodKind.YEAR : matcher.group(2);
        return kind(kind).map(known -> new ReportingPeriod(year, known));
    }

    /** Display name of a period; the code itself if invalid. */
    public String label(String code) {
        return period(code).map(ReportingPeriod::label).orElse(code);
    }

    Optional<PeriodKind> kind(String code) {
        return all.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
