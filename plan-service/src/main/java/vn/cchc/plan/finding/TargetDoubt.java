package vn.cchc.plan.finding;

/** Why a target with figures is left unread: a wrong aim is worse than none. */
public enum TargetDoubt {
    /** Several figures that are neither a range nor targets of their own. */
    SEVERAL_FIGURES,
    /** "khoảng 90%", "gần 100%", "80% hoặc 90%". */
    APPROXIMATE,
    /** The text does not say whether more or less is better: "tỷ lệ hồ sơ trễ hẹn 2%". */
    DIRECTION,
    /** The bounds contradict each other, or stand where no figure follows: "trên 95% trở lên". */
    BOUNDS,
    /** A rise or fall by percent or by points, or to a value: "giảm tỷ lệ hộ nghèo 1%". */
    CHANGE,
    /** A negation or condition before the figure: "không đạt 90%". */
    NEGATION,
    /** The figure has no known form: "1/3", "1.000 %", more than nine digits. */
    FIGURE,
    /** What is counted is not known: "tối thiểu 5 điểm %". */
    UNIT
}
