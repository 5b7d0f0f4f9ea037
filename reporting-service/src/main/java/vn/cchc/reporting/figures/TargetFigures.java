package vn.cchc.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.TargetReadingState;

/** Counts the targets that have a reading, and the targets met. */
public final class TargetFigures {

    public static final String READ = "targets.read";
    public static final String MET = "targets.met";

    /** Unit of a target that is a share. */
    public static final String PERCENT = "%";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TargetFigures() {}

    /** The latest valid reading of each target; a later reading supersedes, never overwrites. */
    public static List<HeardVersion<TargetReadingState>> latest(List<HeardVersion<TargetReadingState>> readings) {
        return readings.stream()
                .filter(told -> told.state().targetId() != null && !told.state().withdrawn())
                .collect(Collectors.<HeardVersion<TargetReadingState>, UUID, HeardVersion<TargetReadingState>>toMap(
                        told -> told.state().targetId(),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.<HeardVersion<TargetReadingState>, java.time.Instant>comparing(
                                        told -> told.occurredAt().toInstant())
                                .thenComparing(HeardVersion::id))))
                .values()
                .stream()
                .sorted(Comparator.comparing((HeardVersion<TargetReadingState> told) ->
                                String.valueOf(told.state().target()))
                        .thenComparing(HeardVersion::id))
                .toList();
    }

    public static List<Figure> of(List<HeardVersion<TargetReadingState>> readings) {
        List<HeardVersion<TargetReadingState>> latest = latest(readings);
        return List.of(
                Figure.count(FigureKind.TARGETS_READ, sources(latest)),
                Figure.count(
                        FigureKind.TARGETS_MET,
                        sources(latest.stream()
                                .filter(told -> isMet(told.state()).orElse(false))
                                .toList())));
    }

    /** The measured value: a percentage with one decimal, or the reading itself; empty if nothing was measured. */
    public static Optional<BigDecimal> actual(TargetReadingState reading) {
        if (!isShare(reading)) {
            return Optional.ofNullable(reading.reading() == null ? reading.numerator() : reading.reading());
        }
        return reading.denominator().signum() == 0
                ? Optional.empty()
                : Optional.of(
                        reading.numerator().multiply(HUNDRED).divide(reading.denominator(), 1, RoundingMode.HALF_UP));
    }

    private static boolean isShare(TargetReadingState reading) {
        return PERCENT.equals(reading.unit()) && reading.numerator() != null && reading.denominator() != null;
    }

    /** Whether the target is met, by the exact quotient, not the rounded one; empty if undecidable. */
    public static Optional<Boolean> isMet(TargetReadingState reading) {
        Optional<BigDecimal> actual = actual(reading);
        if (reading.operator() == null || reading.value() == null || actual.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal left = isShare(reading) ? reading.numerator().multiply(HUNDRED) : actual.get();
        BigDecimal scale = isShare(reading) ? reading.denominator() : BigDecimal.ONE;
        int toValue = left.compareTo(reading.value().multiply(scale));
        return switch (reading.operator()) {
            case "=" -> Optional.of(toValue == 0);
            case ">" -> Optional.of(toValue > 0);
            case ">=" -> Optional.of(toValue >= 0);
            case "<" -> Optional.of(toValue < 0);
            case "<=" -> Optional.of(toValue <= 0);
            case "between" ->
                Optional.ofNullable(reading.upper())
                        .map(upper -> toValue >= 0 && left.compareTo(upper.multiply(scale)) <= 0);
            default -> Optional.empty();
        };
    }

    private static List<Source> sources(List<HeardVersion<TargetReadingState>> readings) {
        return readings.stream()
                .map(told -> Source.of(Source.Kind.TARGET_READING, told))
                .toList();
    }
}
