package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.Optional;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.PrintedWording.Words;

/** A share that is to be reached from another: {@code fromTo = "từ" n "%" ("lên" | "xuống") [bound] n "%"}. */
final class FromToForm implements QuantityForm {

    private static final Words WORDS = Words.of("(?<= )từ " + Figure.PATTERN
            + " (?:% )?(lên|xuống)(?: còn| đến| tới| mức)? (?:(ít nhất|tối thiểu|trên|dưới|tối đa) )?" + Figure.PATTERN
            + " (%) ");

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public AimReading read(Quantity quantity) {
        BigDecimal from = Figure.share(quantity.group(1));
        BigDecimal to = Figure.share(quantity.group(4));
        boolean up = quantity.groupIs(2, "lên");
        boolean unbounded = quantity.group(3) == null;
        Bound bound = unbounded ? (up ? Bound.AT_LEAST : Bound.AT_MOST) : Bound.of(quantity.group(3));
        if (up != from.compareTo(to) < 0 || up != bound.isLower() || quantity.hasLooseBound()) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        return new Understood(
                new Aim(bound.operator(), to, Optional.empty(), Aim.PERCENT, unbounded),
                Optional.of(from.toPlainString() + " %"));
    }

    @Override
    public Optional<String> print(Aim aim) {
        return Optional.empty();
    }
}
