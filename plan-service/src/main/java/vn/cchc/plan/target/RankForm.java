package vn.cchc.plan.target;

import java.util.Optional;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.PrintedWording.Words;

/** A place among the first: {@code rank = ("xếp" | "đứng" | "thuộc" …) ("nhóm" | "top") n}. */
final class RankForm implements QuantityForm {

    private static final Words WORDS = Words.of(
            "(?<= )(?:xếp|đứng|thuộc|nằm|lọt)(?: trong| vào)? (?:nhóm|top|tốp) " + Figure.PATTERN + " (?!%|/|-)");
    private static final Words LAST = Words.of(" (?:cuối|thấp|kém|dưới) ");

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public AimReading read(Quantity quantity) {
        if (quantity.hasLooseBound() || quantity.after().has(LAST)) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        return AimReading.of(Operator.AT_MOST, Figure.count(quantity.group(1)), Aim.RANK, false);
    }

    @Override
    public Optional<String> print(Aim aim) {
        return aim.unit().equals(Aim.RANK) && aim.operator() == Operator.AT_MOST
                ? Optional.of("xếp trong nhóm " + Figure.print(aim.value()))
                : Optional.empty();
    }
}
