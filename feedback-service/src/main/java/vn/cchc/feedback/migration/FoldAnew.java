package vn.cchc.feedback.migration;

/** {@code Ð} for {@code Đ}, other spaces or zero-width characters. */
public final class FoldAnew extends FeedbackFolds {

    public FoldAnew() {
        super(
                "20261205.50",
                "[\u00D0\u00F0\u00AD\u034F\u115F\u1160\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFEFF\uFFA0]");
    }
}
