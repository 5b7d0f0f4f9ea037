package vn.cchc.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Accept} (RFC 9110, 12.5.1). The most specific range that matches a media type gives its quality value;
 * parameters other than {@code q} are ignored. Malformed ranges are skipped; {@code *}, as sent by old Java clients, means
 * any type.
 */
final class Accept {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + "/" + TOKEN + "|\\*)\\s*(?:;(.*))?");
    private static final Pattern WEIGHT = Pattern.compile("(?:^|;)\\s*[qQ]\\s*=\\s*([^;]*)");
    private static final Pattern NUMBER = Pattern.compile("0?\\.[0-9]+|0\\.?|1(?:\\.0*)?");
    private static final Pattern SERVER_WEIGHT = Pattern.compile(";\\s*qs=([0-9.]+)");
    private static final String ANY = "*/*";

    private record Range(String type, double weight) {}

    /**
     * A media type that an operation produces.
     *
     * @param type without parameters, in lower case
     * @param subtypes the range of all subtypes of its type
     * @param weight the server's preference, {@code qs}; 1 by default
     */
    record Offer(String type, String subtypes, double weight) {

        /** @param produced as in {@code @Produces} */
        static Offer of(String produced) {
            String type = produced.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
            Matcher weight = SERVER_WEIGHT.matcher(produced);
            return new Offer(
                    type,
                    type.substring(0, type.indexOf('/')) + "/*",
                    weight.find() ? Double.parseDouble(weight.group(1)) : 1);
        }
    }

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Empty where the headers are absent or blank: everything is acceptable. */
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
     * Selects an offer: the highest quality value of the client, then the highest of the server, then the first.
     *
     * @return the media type without parameters; empty when none is acceptable
     */
    Optional<String> best(List<Offer> offered) {
        Offer best = null;
        double most = 0;
        for (Offer each : offered) {
            double weight = weight(each);
            if (weight > most || (best != null && weight == most && each.weight() > best.weight())) {
                best = each;
                most = weight;
            }
        }
        return Optional.ofNullable(best).map(Offer::type);
    }

    /** Quality value of the most specific range that matches; 0 if none does. */
    private double weight(Offer offer) {
        double exact = weight(offer.type());
        if (exact >= 0) {
            return exact;
        }
        double subtypes = weight(offer.subtypes());
        return subtypes >= 0 ? subtypes : Math.max(0, weight(ANY));
    }

    /** Quality value of this very range; negative where the header does not have it. */
    private double weight(String range) {
        double most = -1;
        for (Range each : ranges) {
            if (each.type().equals(range)) {
                most = Math.max(most, each.weight());
            }
        }
        return most;
    }
}
