package vn.cchc.plan.target;

/** A target not printed in any plan, maintained by the system for every plan; its readings come from events. */
public enum OurTarget {
    /** The share of feedback (PAKN) answered on or before its due day. */
    FEEDBACK_ANSWERED_IN_TIME("Tỷ lệ phản ánh, kiến nghị được trả lời đúng hạn");

    /** There are no more. */
    static final int MOST = 1;

    private final String text;

    OurTarget(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
