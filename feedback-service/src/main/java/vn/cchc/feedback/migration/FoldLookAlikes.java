package vn.cchc.feedback.migration;

/** {@code Ɖ} for {@code Đ}, the Arabic letter mark or control characters, which {@link FoldAnew} has passed over. */
public final class FoldLookAlikes extends FeedbackFolds {

    public FoldLookAlikes() {
        super("20261210.10", "[\u0189\u0256\u061C\\u0001-\\u0008\\u000E-\\u001F\\u007F-\\u009F]");
    }
}
