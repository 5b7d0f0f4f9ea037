package vn.cchc.plan.timing;

/** Kinds of rules that a timing text states. */
public enum RuleKind {
    /** One day: "Trước 30/9/2021". */
    FIXED,
    /** A day in each month, quarter or year: "Hàng tháng". */
    RECURRING,
    /** A report for each of several periods: "Quý I, 6 tháng, quý III và năm 2021". */
    REPORT_SCHEDULE,
    /** All the year, without a due day: "Thường xuyên". */
    CONTINUOUS,
    /** On request of a superior: "Khi có yêu cầu". */
    ON_REQUEST,
    /** After an event, with or without an offset, or before one: "01 tháng sau kiểm tra", "05 ngày trước kỳ họp". */
    ON_EVENT,
    /** Dates are given by another plan: "Theo Kế hoạch …". */
    BY_OTHER_PLAN,
    /** The text could not be read; days are set by hand. */
    UNREAD
}
