package vn.cchc.platform.certificate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The period of validity of a certificate: {@code notBefore} and {@code notAfter} of X.509. */
record Validity(Instant from, Instant to) {

    private static final Comparator<Validity> BY_END = Comparator.comparing(Validity::to);

    /**
     * The one that ends first of those that have not ended: an expired authority beside its successor harms nobody. The one that
     * ended last, when all have. Empty when there is none.
     */
    static Optional<Validity> nextToEnd(List<Validity> all, Instant now) {
        return all.stream().filter(each -> each.to.isAfter(now)).min(BY_END).or(() -> all.stream()
                .max(BY_END));
    }
}
