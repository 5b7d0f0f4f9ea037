package vn.cchc.plan.authority;

/** Kinds of lead a task may have. */
public enum UnitKind {
    /** A unit with its own officers: "Văn phòng - Thống kê". */
    UNIT,
    /** A body beside the authority: "Đảng ủy, HĐND". */
    BODY,
    /** The leadership: "Lãnh đạo UBND xã". */
    LEADERSHIP,
    /** A group of persons or units: "Các cán bộ, công chức có sai phạm". */
    GROUP
}
