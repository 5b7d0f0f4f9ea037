package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.PrintedWording.Words;

/** A percentage, or a range of two: {@code share = chain n [("-" | "đến") n] "%" ["trở lên" | "trở xuống"]}. */
final class ShareForm implements QuantityForm {

    private static final Words WORDS =
            Words.of("(?<= )" + Quantity.CHAIN + Figure.PATTERN + " (?:(?:% )?(?:-|đến) " + Figure.PATTERN + " )?(%) ");
    /** Verbs that make a bare level an upper bound. */
    private static final Words HELD_AT = Words.of(" (?:hạn chế|khống chế|kiềm chế|giới hạn) ");
    /** Words that may make it one. */
    private static final Words CAPPED = Words.of(
            " (?:kiểm soát|giữ|duy trì|ổn định|trần|ngưỡng|hạn mức|định mức|cho phép|hạn chế|khống chế|kiềm chế|giới hạn) ");

    private static final Words LEVEL = Words.of("mức $");
    /** In percent: below it a bare share is in doubt. */
    private static final BigDecimal LOW = BigDecimal.valueOf(20);

    private final Change change = new Change();

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public AimReading read(Quantity quantity) {
        return quantity.group(3) == null ? single(quantity) : range(quantity);
    }

    private AimReading range(Quantity quantity) {
        BigDecimal lower = Figure.share(quantity.group(2));
        BigDecimal upper = Figure.share(quantity.group(3));
        List<Bound> bounds = quantity.bounds();
        if (lower.compareTo(upper) >= 0
                || !(bounds.isEmpty() || bounds.equals(List.of(Bound.FROM)))
                || quantity.hasLooseBound()) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        Optional<AimReading> changed = change.range(quantity, lower, upper);
        if (changed.isPresent()) {
            return changed.get();
        }
        if (quantity.isAdverse()) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        return new Understood(new Aim(Operator.BETWEEN, lower, Optional.of(upper), Aim.PERCENT, false));
    }

    private AimReading single(Quantity quantity) {
        BigDecimal value = Figure.share(quantity.group(2));
        Optional<Bound> bound = quantity.bound();
        Optional<AimReading> changed = change.share(quantity, value, bound);
        if (changed.isPresent()) {
            return changed.get();
        }
        return bound.isEmpty() ? bare(quantity, value) : bounded(quantity, value, bound.get());
    }

    private static AimReading bare(Quantity quantity, BigDecimal value) {
        boolean held = quantity.before().has(HELD_AT)
                && LEVEL.in(quantity.wording()).matcher(quantity.group(1)).find();
        if (held && value.compareTo(Figure.HUNDRED) < 0) {
            return AimReading.of(Operator.AT_MOST, value, Aim.PERCENT, true);
        }
        if (value.signum() == 0 || value.compareTo(Figure.HUNDRED) == 0) {
            return AimReading.of(Operator.EQUAL, value, Aim.PERCENT, false);
        }
        if (quantity.isAdverse() || quantity.before().has(CAPPED) || !Promise.isMinimum(quantity)) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        if (value.compareTo(LOW) < 0 && !quantity.isToBeReached()) {
            // So low a share is seldom a minimum, and the list of what is better less is never complete.
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        // A bare figure is a minimum: exceeding it is no failure.
        return AimReading.of(Operator.AT_LEAST, value, Aim.PERCENT, true);
    }

    private AimReading bounded(Quantity quantity, BigDecimal value, Bound bound) {
        if (quantity.isAdverse() && (bound.isLower() || bound == Bound.FROM)) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        if (bound == Bound.AT_MOST && value.compareTo(Figure.HUNDRED) >= 0) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        change.refuseComparison(quantity);
        return AimReading.of(bound.operator(), value, Aim.PERCENT, false);
    }

    @Override
    public Optional<String> print(Aim aim) {
        if (aim.unit().equals(Aim.PERCENT_MORE)) {
            return change.print(aim);
        }
        if (!aim.unit().equals(Aim.PERCENT)) {
            return Optional.empty();
        }
        String value = Figure.print(aim.value()) + "%";
        return Optional.of(
                switch (aim.operator()) {
                    case EQUAL -> aim.value().compareTo(Figure.HUNDRED) == 0 ? "đạt " + value : "= " + value;
                    case GREATER -> "trên " + value;
                    case AT_LEAST -> "từ " + value + " trở lên";
                    case LESS -> "dưới " + value;
                    case AT_MOST -> (aim.value().compareTo(Figure.HUNDRED) < 0 ? "không quá " : "xuống còn ") + value;
                    case BETWEEN ->
                        "từ " + value + " đến " + Figure.print(aim.upper().orElseThrow()) + "%";
                });
    }
}
