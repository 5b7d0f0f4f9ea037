package vn.cchc.platform.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Accept} (RFC 9110, 12.5.1). Of several ranges that a media type lies in, the most exact tells its weight;
 * parameters but for the weight are not looked at. A range that cannot be read counts for nothing; {@code *} is one, as old Java
 * clients send it.
 */
final class Accept {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + "/" + TOKEN + "|\\*)\\s*(?:;(.*))?");
    private static final Pattern WEIGHT = Pattern.compile("(?:^|;)\\s*[qQ]\\s*=\\s*([^;]*)");
    private static final Pattern NUMBER = Pattern.compile("0?\\.[0-9]+|0\\.?|1(?:\\.0*)?");
    private static final Pattern SERVER_WEIGHT = Pattern.compile(";\\s*qs=([0-9.]+)");
    private static final String ANY = "*/*";

    private record Range(String type, double weight) {}

    private record Offer(String type, double weight, double ofServer) {}

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Empty where the headers say nothing, which is to accept everything. */
    static Optional<Accept> of(List<String> headers) {
        List<Range> ranges = new ArrayList<>();
        boolean says = false;
        for (String header : headers) {
            for (String part : header.split(",", -1)) {
                if (!part.isBlank()) {
                    says = true;
                    range(part.strip()).ifPresent(ranges::add);
                }
            }
        }
        return says ? Optional.of(new Accept(ranges)) : Optional.empty();
    }

    private static Optional<Range> range(String part) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return Optional.empty();
        }
        String type = range.group(1).equals("*") ? ANY : range.group(1).toLowerCase(Locale.ROOT);
        Matcher weight = WEIGHT.matcher(range.group(2) == null ? "" : range.group(2));
        if (!weight.find()) {
            return Optional.of(new Range(type, 1));
        }
        String number = weight.group(1).strip();
        return NUMBER.matcher(number).matches()
                ? Optional.of(new Range(type, Double.parseDouble(number)))
                : Optional.empty();
    }

    /**
     * The best of what is offered: of the highest weight that the caller gives, then of the highest that the server gives ({@code
     * qs}), then the first.
     *
     * @param offered as in {@code @Produces}
     * @return without parameters; empty when none is acceptable
     */
    Optional<String> best(List<String> offered) {
        return offered.stream()
                .map(this::weigh)
                .filter(offer -> offer.weight() > 0)
                .max(Comparator.comparingDouble(Offer::weight).thenComparingDouble(Offer::ofServer))
                .map(Offer::type);
    }

    private Offer weigh(String offered) {
        String type = offered.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        Matcher ofServer = SERVER_WEIGHT.matcher(offered);
        return new Offer(type, weight(type), ofServer.find() ? Double.parseDouble(ofServer.group(1)) : 1);
    }

    private double weight(String type) {
        for (String range : List.of(type, type.replaceFirst("/.*", "/*"), ANY)) {
            var weight = ranges.stream()
                    .filter(each -> each.type().equals(range))
                    .mapToDouble(Range::weight)
                    .max();
            if (weight.isPresent()) {
                return weight.getAsDouble();
            }
        }
        return 0;
    }
}
