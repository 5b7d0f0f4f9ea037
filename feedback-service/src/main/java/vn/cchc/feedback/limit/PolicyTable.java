package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cchc.feedback.Classification;

/** All policies, the selection rule, and what must hold of them together. */
public record PolicyTable(List<HandlingPolicy> policies) {

    private static final Comparator<HandlingPolicy> NARROWEST = Comparator.comparingInt(
                    (HandlingPolicy policy) -> policy.scope().weight())
            .thenComparing(HandlingPolicy::validFrom)
            .thenComparing(HandlingPolicy::id);

    public PolicyTable {
        policies = List.copyOf(policies);
    }

    /** The most specific policy valid on that day; on a tie, the one valid from the later day. */
    public Optional<HandlingPolicy> choose(HandlingPolicy.Scope one, LocalDate day) {
        return policies.stream()
                .filter(policy -> policy.validOn(day) && policy.scope().covers(one))
                .max(NARROWEST);
    }

    /** Policies of just the same scope that are valid on a day on which this one is. */
    public List<HandlingPolicy> overlapping(HandlingPolicy one) {
        return policies.stream()
                .filter(other ->
                        !other.id().equals(one.id()) && other.scope().equals(one.scope()) && other.overlaps(one))
                .toList();
    }

    /**
     * The first day from the given one on for which no policy of the whole country answers for every case of the category;
     * empty where there is none. On such a day nothing could be taken in.
     *
     * @param category {@code null} for answers, {@link Classification#REGULATION_OTHER} for referrals
     */
    public Optional<LocalDate> firstDayWithout(Classification category, LocalDate from) {
        HandlingPolicy.Scope everyone = new HandlingPolicy.Scope(null, null, category, null);
        LocalDate day = from;
        while (true) {
            LocalDate looked = day;
            List<HandlingPolicy> valid = policies.stream()
                    .filter(policy -> policy.scope().equals(everyone) && policy.validOn(looked))
                    .toList();
            if (valid.isEmpty()) {
                return Optional.of(day);
            }
            if (valid.stream().anyMatch(policy -> policy.validTo().isEmpty())) {
                return Optional.empty();
            }
            day = valid.stream()
                    .map(policy -> policy.validTo().orElseThrow())
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .plusDays(1);
        }
    }

    /** The table with one more policy. */
    public PolicyTable with(HandlingPolicy more) {
        return new PolicyTable(Stream.concat(policies.stream(), Stream.of(more)).toList());
    }
}
