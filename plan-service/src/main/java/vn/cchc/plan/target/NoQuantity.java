package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Qualitative;
import vn.cchc.plan.target.AimReading.Unread;
import vn.cchc.plan.target.PrintedWording.Words;

/** A text in which no quantity was found: {@code "không có" ("trường hợp" | "hồ sơ" …) | "tất cả" …}, figures in doubt, or none. */
final class NoQuantity {

    private static final Words POINTS = Words.of(" điểm % ");
    private static final Words CHANGED =
            Words.of(" (?:tăng|giảm|nâng|hạ)(?: thêm)? (?:ít nhất |tối thiểu |từ |lên |xuống )?\\d+ ");
    private static final Words PLACE = Words.of(" (?:xếp|đứng)(?: vị trí)? (?:thứ|hạng)(?: từ)?(?: thứ)? \\d+ ");
    private static final Words NONE = Words.of(
            "(?:^|[,.:-]| đảm bảo| bảo đảm| phấn đấu) không (?:có|còn|để xảy ra|để phát sinh|xảy ra|phát sinh|để)"
                    + " (trường hợp|khu vực|hồ sơ|vụ việc) ");
    private static final Words EXCEPTION = Words.of(" (?:nếu|khi|trừ|ngoài|ngoại trừ|phải|được|do|vì) ");
    private static final Words ALL = Words.of(" tất cả ");
    private static final Words NOT = Words.of(" (?:không|chưa|trừ|ngoại trừ) ");
    private static final Words FRACTION = Words.of("(?<= )(?:" + Bound.pattern() + "|tỷ lệ|đạt) \\d+ / \\d+ ");

    private NoQuantity() {}

    static AimReading read(PrintedWording wording) {
        if (wording.has(POINTS) || wording.has(PLACE)) {
            return new Unread(TargetDoubt.UNIT);
        }
        if (wording.has(CHANGED)) {
            return new Unread(TargetDoubt.CHANGE);
        }
        if (wording.has(AimReader.PERCENT) || wording.has(FRACTION)) {
            return new Unread(TargetDoubt.FIGURE);
        }
        Matcher none = NONE.in(wording).matcher(wording.text());
        if (none.find()) {
            String counted = none.group(1);
            return wording.has(EXCEPTION) || none.find()
                    ? new Unread(TargetDoubt.NEGATION)
                    : AimReading.of(Operator.EQUAL, BigDecimal.ZERO, counted, false);
        }
        if (wording.has(ALL) && !wording.has(NOT)) {
            return AimReading.of(Operator.EQUAL, Figure.HUNDRED, Aim.PERCENT, true);
        }
        return NamingFigure.isNotAllOf(wording) ? new Unread(TargetDoubt.FIGURE) : new Qualitative();
    }
}
