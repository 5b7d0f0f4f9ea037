package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.PrintedWording.Words;

/**
 * A figure by which something rises or falls, or that it reaches by rising or falling: {@code change = ("tăng" | "giảm" …) chain n "%"
 * | "tăng" n "lần" | (rise | fall) … ("lên" | "xuống" ["còn"]) n}. A fall is growth below zero.
 */
final class Change {

    private static final Words RISE = Words.of(" tăng(?: thêm)?(?: gấp)? $| gấp $");
    private static final Words FALL = Words.of(" (?:giảm|rút ngắn|tinh giản)(?: đi| được)? $");
    private static final Words RISE_OF_SOMETHING = Words.of(" (?:tăng|nâng|gấp|cải thiện|mở rộng|thêm) ");
    private static final Words FALL_OF_SOMETHING =
            Words.of(" (?:giảm|hạ|rút ngắn|tinh giản|tiết kiệm|cắt|bớt|thu hẹp) ");
    /** Of these a rise "by 5 %" may mean five points. */
    private static final Words IN_POINTS = Words.of(" (?:tỷ lệ|tỉ lệ|mức độ|chỉ số|tăng trưởng|tỷ trọng|tỉ trọng) ");

    private static final Words COMPARED_WITH = Words.of(" so với ");
    private static final Words COMPARED = Words.of("hơn $");

    boolean isRise(Quantity quantity) {
        return quantity.before().has(RISE);
    }

    boolean isFall(Quantity quantity) {
        return quantity.before().has(FALL);
    }

    /** "Cao hơn 5% so với cùng kỳ" has no aim of its own. */
    void refuseComparison(Quantity quantity) {
        if (COMPARED.in(quantity.wording()).matcher(quantity.group(1)).find()
                && quantity.wording().has(COMPARED_WITH)) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
    }

    /** A range of growth; empty where nothing changes. */
    Optional<AimReading> range(Quantity quantity, BigDecimal lower, BigDecimal upper) {
        boolean falls = isFall(quantity);
        if (falls || isRise(quantity)) {
            // "tăng từ 70 đến 80%" may be from one share to another.
            if (!quantity.bounds().isEmpty() || quantity.wording().has(IN_POINTS)) {
                throw new Doubtful(TargetDoubt.CHANGE);
            }
            if (!falls) {
                refuseRiseOfWhatIsBetterLess(quantity);
            }
            return Optional.of(
                    grown(Operator.BETWEEN, falls ? upper.negate() : lower, falls ? lower.negate() : upper, false));
        }
        if (quantity.before().has(RISE_OF_SOMETHING) || quantity.before().has(FALL_OF_SOMETHING)) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        return Optional.empty();
    }

    /** A share that is grown by, or reached; empty where nothing changes. */
    Optional<AimReading> share(Quantity quantity, BigDecimal value, Optional<Bound> bound) {
        Optional<Bound> reached = quantity.reached();
        if (reached.isPresent()) {
            return Optional.of(reached(quantity, value, reached.get(), bound, () -> Aim.PERCENT));
        }
        boolean falls = isFall(quantity);
        if (falls || isRise(quantity)) {
            if (quantity.wording().has(IN_POINTS)) {
                throw new Doubtful(TargetDoubt.CHANGE);
            }
            if (!falls && bound.map(each -> !each.isUpper()).orElse(true)) {
                refuseRiseOfWhatIsBetterLess(quantity);
            }
            return Optional.of(falls ? fallen(value, bound) : risen(value, bound));
        }
        if (quantity.before().has(FALL_OF_SOMETHING)) {
            boolean atLeast = bound.equals(Optional.of(Bound.AT_LEAST));
            if (!atLeast || quantity.wording().has(IN_POINTS) || !fallsDirectly(quantity)) {
                throw new Doubtful(TargetDoubt.CHANGE);
            }
            return Optional.of(fallen(value, bound));
        }
        refuseRise(quantity);
        return Optional.empty();
    }

    /** A count that is a multiple, or reached; empty where nothing changes. */
    Optional<AimReading> count(Quantity quantity, BigDecimal value, Optional<Bound> bound, Supplier<String> unit) {
        Optional<Bound> reached = quantity.reached();
        boolean times = reached.equals(Optional.of(Bound.UP_TO)) && quantity.groupIs(4, "lần");
        if (reached.equals(Optional.of(Bound.DOWN_TO)) && quantity.groupIs(4, "lần") && isFall(quantity)) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        if (reached.isPresent() && !times) {
            return Optional.of(reached(quantity, value, reached.get(), bound, unit));
        }
        if (times || isRise(quantity) || isFall(quantity)) {
            return Optional.of(multiple(quantity, value, bound));
        }
        if (quantity.before().has(FALL_OF_SOMETHING)) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        refuseRise(quantity);
        return Optional.empty();
    }

    private static void refuseRise(Quantity quantity) {
        if (quantity.before().has(RISE_OF_SOMETHING) && !quantity.isToBeReached()) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
    }

    /** "Kiềm chế lạm phát tăng 4%" is no minimum. */
    private static void refuseRiseOfWhatIsBetterLess(Quantity quantity) {
        if (quantity.isAdverse()) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
    }

    /** Whether nothing but the object stands between the fall and its figure. */
    private static boolean fallsDirectly(Quantity quantity) {
        return !quantity.before().text().matches(".*[,;.:()].*");
    }

    private static AimReading reached(
            Quantity quantity, BigDecimal value, Bound reached, Optional<Bound> bound, Supplier<String> unit) {
        PrintedWording before = quantity.before();
        boolean up = reached == Bound.UP_TO;
        boolean rising = before.has(RISE_OF_SOMETHING);
        boolean falling = before.has(FALL_OF_SOMETHING);
        boolean adverse = quantity.isAdverse();
        boolean fits =
                bound.isEmpty() || (up ? bound.get().isLower() : bound.get().isUpper());
        boolean startsWithIt = before.text().isBlank();
        if (!fits || (up ? falling : rising) || !(rising || falling || adverse || startsWithIt)) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        if (up && adverse) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        Operator operator = bound.map(Bound::operator).orElse(up ? Operator.AT_LEAST : Operator.AT_MOST);
        return AimReading.of(operator, value, unit.get(), bound.isEmpty());
    }

    /** "tăng 2 lần": to twice the base, which is a growth of 100 %. */
    private AimReading multiple(Quantity quantity, BigDecimal value, Optional<Bound> bound) {
        boolean minimum = bound.isEmpty() || bound.get() == Bound.AT_LEAST;
        if (!quantity.groupIs(4, "lần") || !isRise(quantity) || !minimum || value.compareTo(BigDecimal.ONE) <= 0) {
            throw new Doubtful(TargetDoubt.CHANGE);
        }
        refuseRiseOfWhatIsBetterLess(quantity);
        return grown(
                Operator.AT_LEAST,
                value.subtract(BigDecimal.ONE).multiply(Figure.HUNDRED).stripTrailingZeros(),
                null,
                true);
    }

    private static AimReading risen(BigDecimal value, Optional<Bound> bound) {
        return grown(bound.map(Bound::operator).orElse(Operator.AT_LEAST), value, null, bound.isEmpty());
    }

    /** A fall by at least 20 % is a growth of at most -20 %. */
    private static AimReading fallen(BigDecimal value, Optional<Bound> bound) {
        if (value.compareTo(Figure.HUNDRED) > 0) {
            throw new Doubtful(TargetDoubt.FIGURE);
        }
        if (bound.isEmpty() || bound.get() == Bound.AT_LEAST) {
            return grown(Operator.AT_MOST, value.negate(), null, bound.isEmpty());
        }
        if (bound.get() == Bound.MORE) {
            return grown(Operator.LESS, value.negate(), null, false);
        }
        // "giảm dưới 5%" is by less than 5 %, or to less; "giảm tối đa 20%" is a limit, or praise.
        throw new Doubtful(TargetDoubt.CHANGE);
    }

    private static AimReading grown(Operator operator, BigDecimal value, BigDecimal upper, boolean assumed) {
        return new Understood(new Aim(operator, value, Optional.ofNullable(upper), Aim.PERCENT_MORE, assumed));
    }

    /** Growth in words. */
    Optional<String> print(Aim aim) {
        boolean falls = aim.value().signum() < 0;
        String value = Figure.print(aim.value().abs()) + "%";
        return switch (aim.operator()) {
            case EQUAL -> Optional.empty();
            case GREATER -> falls ? Optional.empty() : Optional.of("tăng trên " + value);
            case AT_LEAST -> falls ? Optional.empty() : Optional.of("tăng từ " + value + " trở lên");
            case LESS -> Optional.of((falls ? "giảm trên " : "tăng dưới ") + value);
            case AT_MOST -> Optional.of((falls ? "giảm ít nhất " : "tăng không quá ") + value);
            case BETWEEN -> {
                String upper = Figure.print(aim.upper().orElseThrow().abs());
                yield Optional.of(
                        falls
                                ? "giảm " + upper + "-" + value
                                : "tăng " + Figure.print(aim.value()) + "-" + upper + "%");
            }
        };
    }
}
