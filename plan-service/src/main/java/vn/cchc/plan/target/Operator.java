package vn.cchc.plan.target;

/** Comparison operator of a target. */
public enum Operator {
    EQUAL("="),
    /** "trên 95%": strictly more. */
    GREATER(">"),
    /** "từ 90% trở lên": at least. */
    AT_LEAST(">="),
    /** "dưới 5%": strictly less. */
    LESS("<"),
    /** "không quá 10%": at most. */
    AT_MOST("<="),
    /** "từ 90% đến 100%": both bounds inclusive. */
    BETWEEN("between");

    /** Of a symbol, in characters. */
    public static final int LONGEST_SYMBOL = 7;

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As in responses and events. */
    public String symbol() {
        return symbol;
    }

    public static Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("No operator " + symbol);
    }
}
