package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.PrintedWording.Words;

/**
 * A count, or a range of two: {@code count = chain n [("-" | "đến") n] counted ["/" unit] ["trở lên" | "trở xuống"]}. It needs a bound
 * or a promise, since most numbers in a text are names.
 */
final class CountForm implements QuantityForm {

    /** What is counted. Other nouns are left, since a number before them may be a name ("trên 3 lĩnh vực"). */
    static final String COUNTED = "(?:tin , bài|mô hình|sáng kiến|cuộc|lượt|lần|lớp|hội nghị|buổi|đợt|chuyên đề|văn bản"
            + "|hồ sơ|bài|tin|người|đơn vị|dịch vụ|thủ tục|công trình|phần mềm|phút|giờ làm việc|giờ|ngày làm việc|ngày|điểm|tỷ đồng|triệu đồng)";

    private static final Words WORDS = Words.of(
            "(?<= )" + Quantity.CHAIN + Figure.PATTERN + " (?:(?:-|đến) " + Figure.PATTERN + " )?(" + COUNTED + ") ");
    /** Before a count without a bound: only then is it a promise. */
    private static final Words PROMISED = Words.of(" (?:đạt|tổ chức|mở) $");
    /** These promise what is done or made; before the others a number may be a name. */
    private static final Words DONE = Words.of(" (?:thực hiện|tiến hành|xây dựng|kiểm tra|hoàn thành|có) $");

    private static final Words DOINGS =
            Words.of(" (?:mô hình|sáng kiến|cuộc|lượt|lớp|hội nghị|buổi|đợt|chuyên đề|tin , bài|đơn vị) ");
    /** Without a bound it may be the most or the least. */
    private static final Words DURATION = Words.of("(?:phút|(?:giờ|ngày)(?: làm việc)?) ");

    /** "2 giờ 30 phút" is one quantity. */
    private static final Words NOT_FOLLOWED_BY =
            Words.of("^ (?:hoặc|-|đến|tới|±|%|lên|xuống|rưỡi|(?:và |, )?\\d+(?:[.,]\\d+)*|và nửa) ");

    /** A count of another period than the plan's, away from its figure. */
    private static final Words EACH_ELSEWHERE =
            Words.of(" (?:/ (?:một )?|mỗi |hàng |hằng |từng )(?:ngày|tuần|tháng|quý) ");

    private static final Words EACH = Words.of("^ / (ngày|tuần|tháng|quý|năm) ");
    private static final Words MONEY_EACH = Words.of("^ / ");

    private final Change change = new Change();

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Words notFollowedBy() {
        return NOT_FOLLOWED_BY;
    }

    @Override
    public boolean isAskedFor(Quantity quantity) {
        return quantity.bounds().stream()
                        .anyMatch(bound -> bound.isLower()
                                || bound.isUpper()
                                || (bound == Bound.DOWN_TO && change.isFall(quantity)))
                || quantity.isUpward()
                || quantity.isDownward()
                || quantity.before().has(PROMISED)
                || (isOfDoings(quantity)
                        && (quantity.isAtStart() || quantity.before().has(DONE)))
                || quantity.isToBeReached()
                || (quantity.groupIs(4, "lần") && change.isRise(quantity));
    }

    private static boolean isOfDoings(Quantity quantity) {
        return DOINGS.in(quantity.wording())
                .matcher(" " + quantity.group(4) + " ")
                .matches();
    }

    @Override
    public AimReading read(Quantity quantity) {
        return quantity.group(3) == null ? single(quantity) : range(quantity);
    }

    private static AimReading range(Quantity quantity) {
        BigDecimal lower = Figure.count(quantity.group(2));
        BigDecimal upper = Figure.count(quantity.group(3));
        List<Bound> bounds = quantity.bounds();
        boolean plain = bounds.isEmpty() || bounds.equals(List.of(Bound.FROM));
        if (lower.compareTo(upper) >= 0 || !plain || quantity.hasLooseBound() || quantity.isAdverse()) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        return new Understood(new Aim(Operator.BETWEEN, lower, Optional.of(upper), unit(quantity), false));
    }

    private AimReading single(Quantity quantity) {
        BigDecimal value = Figure.count(quantity.group(2));
        Optional<Bound> bound = quantity.bound();
        Optional<AimReading> changed = change.count(quantity, value, bound, () -> unit(quantity));
        if (changed.isPresent()) {
            return changed.get();
        }
        if (bound.isEmpty()) {
            boolean duration = DURATION.in(quantity.wording())
                    .matcher(quantity.group(4) + " ")
                    .matches();
            if (quantity.isAdverse() || duration) {
                throw new Doubtful(TargetDoubt.DIRECTION);
            }
            return AimReading.of(Operator.AT_LEAST, value, unit(quantity), true);
        }
        if (quantity.isAdverse() && (bound.get().isLower() || bound.get() == Bound.FROM)) {
            throw new Doubtful(TargetDoubt.DIRECTION);
        }
        if (bound.get() == Bound.FROM) {
            throw new Doubtful(TargetDoubt.BOUNDS);
        }
        change.refuseComparison(quantity);
        return AimReading.of(bound.get().operator(), value, unit(quantity), false);
    }

    /** "02 lần/tháng" is counted by the month; "30 phút/lượt" are minutes. */
    private static String unit(Quantity quantity) {
        PrintedWording after = quantity.after();
        String counted = quantity.group(4);
        if (counted.endsWith(after.written("đồng")) && after.has(MONEY_EACH)) {
            throw new Doubtful(TargetDoubt.UNIT);
        }
        if (quantity.group(2).matches(".*[.,]\\d{1,2}") && quantity.groupIs(4, "lần")) {
            // "1,5 lần" is a multiple of a base that is not named.
            throw new Doubtful(TargetDoubt.UNIT);
        }
        Matcher each = EACH.in(after).matcher(after.text());
        boolean here = each.find();
        if (quantity.before().has(EACH_ELSEWHERE) || (!here && after.has(EACH_ELSEWHERE))) {
            throw new Doubtful(TargetDoubt.UNIT);
        }
        return counted.replace(" , ", ", ") + (here ? "/" + each.group(1) : "");
    }

    @Override
    public Optional<String> print(Aim aim) {
        if (aim.unit().startsWith("%") || aim.unit().equals(Aim.RANK)) {
            return Optional.empty();
        }
        String value = Figure.print(aim.value());
        String unit = " " + aim.unit();
        return Optional.of(
                switch (aim.operator()) {
                    case EQUAL -> aim.value().signum() == 0 ? "không có" + unit + " nào" : "đạt = " + value + unit;
                    case GREATER -> "trên " + value + unit;
                    case AT_LEAST -> "ít nhất " + value + unit;
                    case LESS -> "dưới " + value + unit;
                    case AT_MOST -> "không quá " + value + unit;
                    case BETWEEN ->
                        "đạt từ " + value + " đến " + Figure.print(aim.upper().orElseThrow()) + unit;
                });
    }
}
