package vn.cchc.plan.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A ratio as numerator and denominator.
 *
 * @param done accepted milestones, or periods with a progress entry
 * @param of milestones that count, or periods in which an entry is owed
 */
record Share(int done, int of) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Share {
        if (done < 0 || done > of) {
            throw new IllegalArgumentException(done + " of " + of);
        }
    }

    Share plus(Share other) {
        return new Share(done + other.done, of + other.of);
    }

    /** Percent to one decimal; empty for a zero denominator, which is not 0 %. */
    Optional<BigDecimal> percent() {
        return exact().map(Share::rounded);
    }

    /** Unweighted mean of the shares with a non-zero denominator; empty when there is none. */
    static Optional<BigDecimal> mean(Collection<Share> shares) {
        List<BigDecimal> some =
                shares.stream().flatMap(share -> share.exact().stream()).toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(rounded(some.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(some.size()), MathContext.DECIMAL64)));
    }

    private Optional<BigDecimal> exact() {
        return of == 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(done))
                        .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64));
    }

    private static BigDecimal rounded(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.HALF_UP);
    }
}
