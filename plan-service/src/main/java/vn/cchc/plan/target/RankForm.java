package vn.cchc.plan.target;

import java.util.Optional;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.PrintedWording.Words;

/**
 * A place among the first: {@code rank = ("xếp" | "đứng" | "thuộc" …) "top" n | ("xếp" | "đứng") "trong" "nhóm" n}. A group may also
 * be a class, and the rank the name of who has it ("các xã thuộc nhóm 2 …"): an unknown word after it leaves it.
 */
final class RankForm implements QuantityForm {

    private static final Words WORDS = Words.of(
            "(?<= )(?:(?:xếp|đứng|thuộc|nằm|lọt|vào|trong)(?: trong| vào)? (?:top|tốp)|(?:xếp|đứng|nằm) trong nhóm|lọt vào nhóm) "
                    + Figure.PATTERN + " (?!%|/|-)");
    private static final Words AFTER = Words.of(
            "^ (?:$|[,;.()] |¤ |(?:của|toàn|cả|cấp|tỉnh|thành phố|xã|đơn vị|địa phương|trong|về|dẫn đầu|đứng đầu|cao nhất) )");
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
        if (!quantity.after().has(AFTER)) {
            throw new Doubtful(TargetDoubt.FIGURE);
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
