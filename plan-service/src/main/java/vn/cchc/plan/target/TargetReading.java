package vn.cchc.plan.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;

/**
 * A measured value of a target for a period. Immutable: a correction supersedes it. A reading whose source is lost by a
 * restore is withdrawn.
 */
@Entity
@Table(name = "target_reading")
public class TargetReading {

    /** Figures have 15 digits before the comma. */
    static final String ABOVE_FIGURES = "1000000000000000";

    /** Growth to nothing. */
    static final String LEAST_VALUE = "-100";

    /** The largest figure as a percentage of the smallest, 0.0001. */
    static final String LARGEST_VALUE = "1000000000000000000000";

    /** Of a period, in characters. */
    public static final int LONGEST_PERIOD = 7;

    /** Periods of a year: itself, its quarters, months, first 6 and 9 months, and the two of yearly reports. */
    public static final int PERIODS = 21;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Id
    private UUID id;

    @Column(name = "target_id")
    private UUID targetId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "authority_id")
    private UUID authorityId;

    private String period;
    private BigDecimal numerator;
    private BigDecimal denominator;
    private BigDecimal value;
    private String source;

    @Column(name = "source_id")
    private UUID sourceId;

    @Column(name = "source_version")
    private Long sourceVersion;

    @Column(name = "source_epoch")
    private Integer sourceEpoch;

    @Column(name = "source_at")
    private Instant sourceAt;

    private boolean withdrawn;

    @Column(name = "supersedes_id")
    private UUID supersedesId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_by_name")
    private String recordedByName;

    protected TargetReading() {}

    /**
     * The figures of a reading.
     *
     * @param period reported period: {@code 2021-Q1}
     * @param denominator the total, or last year's figure as base; null when the numerator is the value
     * @param source origin of the figures, as free text
     */
    public record Figures(String period, BigDecimal numerator, BigDecimal denominator, String source) {}

    /**
     * The state of another service's aggregate that figures come from.
     *
     * @param id the aggregate
     * @param epoch with {@code version} the position in the aggregate's history
     * @param at business time of the fact
     */
    public record Source(UUID id, int epoch, long version, Instant at) {}

    /** Last valid state of a source. */
    public record Last(int epoch, long version) {

        /** No valid state is left. */
        public static final Last NONE = new Last(0, 0);
    }

    /**
     * @param from the fact that the figures come from; empty when entered by people
     * @param supersedes the previous reading; the new one is never dated before it
     */
    static TargetReading recorded(
            Target target,
            Figures figures,
            Optional<Source> from,
            Optional<TargetReading> supersedes,
            Actor by,
            Instant now) {
        TargetReading reading = new TargetReading();
        reading.id = Ids.next();
        reading.targetId = target.id();
        reading.planId = target.planId();
        reading.authorityId = target.authorityId();
        reading.period = figures.period();
        reading.numerator = figures.numerator();
        reading.denominator = figures.denominator();
        reading.value = value(target, figures);
        reading.source = figures.source();
        reading.supersedesId = supersedes.map(TargetReading::id).orElse(null);
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        reading.recordedAt = supersedes
                .map(TargetReading::recordedAt)
                .filter(superseded -> superseded.isAfter(at))
                .orElse(at);
        reading.recordedBy = by.subject();
        reading.recordedByName = by.name();
        from.ifPresent(fact -> {
            reading.sourceId = fact.id();
            reading.sourceEpoch = fact.epoch();
            reading.sourceVersion = fact.version();
            reading.sourceAt = fact.at();
        });
        return reading;
    }

    /**
     * Whether other figures of its period supersede it. What people enter always does; a fact does not if it is older,
     * or the same source says the same again.
     */
    boolean isSupersededBy(Figures figures, Optional<Source> from) {
        return from.isEmpty() || !(knew(from.get()) || (from.get().id().equals(sourceId) && saysTheSameAs(figures)));
    }

    /**
     * Whether it was made from an event of its source that is lost.
     *
     * @param last last valid state of the source
     * @param epoch the new epoch of the source; events of it or later ones are not lost
     */
    boolean isLost(Last last, int epoch) {
        return sourceEpoch() < epoch && isBehind(last);
    }

    /** Withdraws the reading: its source is lost. */
    void withdraw() {
        withdrawn = true;
    }

    /** Whether it was made from a later state of its source than the given one. */
    private boolean isBehind(Last last) {
        return sourceEpoch() > last.epoch() || (sourceEpoch() == last.epoch() && sourceVersion > last.version());
    }

    /** Epoch of its source; 0 for readings from before epochs were introduced. */
    private int sourceEpoch() {
        return sourceEpoch == null ? 0 : sourceEpoch;
    }

    /** Whether the given state of a source is the same as or older than the one this reading was made from. */
    private boolean knew(Source told) {
        if (sourceId == null) {
            return false;
        }
        if (sourceId.equals(told.id())) {
            return isBehind(new Last(told.epoch(), told.version() - 1));
        }
        Instant at = sourceAt == null ? recordedAt : sourceAt;
        return Comparator.comparing(Source::at)
                        .thenComparing(Source::version)
                        .thenComparing(Source::id)
                        .compare(told, new Source(sourceId, 0, sourceVersion, at))
                < 0;
    }

    /** To two decimals, half up; null for a zero denominator, and for a share or growth without one. */
    private static BigDecimal value(Target target, Figures figures) {
        String unit = target.aim().map(Aim::unit).orElse("");
        boolean share = unit.equals(Aim.PERCENT);
        boolean growth = unit.equals(Aim.PERCENT_MORE);
        if (!share && !growth && target.aim().isPresent()) {
            // A count is compared as it is; as a percentage of anything it would be another measure.
            return figures.numerator();
        }
        if (!share && !growth) {
            return figures.denominator() == null ? figures.numerator() : percent(figures.numerator(), figures);
        }
        if (figures.denominator() == null) {
            return null;
        }
        return percent(share ? figures.numerator() : figures.numerator().subtract(figures.denominator()), figures);
    }

    private static BigDecimal percent(BigDecimal part, Figures figures) {
        return figures.denominator().signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(figures.denominator(), 2, RoundingMode.HALF_UP);
    }

    public UUID id() {
        return id;
    }

    public UUID targetId() {
        return targetId;
    }

    public UUID planId() {
        return planId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public String period() {
        return period;
    }

    public BigDecimal numerator() {
        return numerator;
    }

    public Optional<BigDecimal> denominator() {
        return Optional.ofNullable(denominator);
    }

    /** In the unit of the target; empty for a zero denominator, and for a share or growth without one. */
    public Optional<BigDecimal> value() {
        return Optional.ofNullable(value);
    }

    public String source() {
        return source;
    }

    public Optional<UUID> sourceId() {
        return Optional.ofNullable(sourceId);
    }

    public Optional<Long> sourceVersion() {
        return Optional.ofNullable(sourceVersion);
    }

    public Optional<UUID> supersedesId() {
        return Optional.ofNullable(supersedesId);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    public Actor recordedBy() {
        return new Actor(recordedBy, recordedByName);
    }

    private boolean saysTheSameAs(Figures figures) {
        return period.equals(figures.period())
                && numerator.compareTo(figures.numerator()) == 0
                && (denominator == null
                        ? figures.denominator() == null
                        : figures.denominator() != null && denominator.compareTo(figures.denominator()) == 0);
    }
}
