package vn.cchc.plan.authority;

/** What can be named as the one in charge of a task. */
public enum UnitKind {
    /** A unit with its own officers: "Văn phòng - Thống kê". */
    UNIT,
    /** A body beside the authority: "Đảng ủy, HĐND". */
    BODY,
    /** The leadership: "Lãnh đạo UBND xã". */
    LEADERSHIP,
    /** Persons or units taken together: "Các cán bộ, công chức có sai phạm". */
    GROUP
}
