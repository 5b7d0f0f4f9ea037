package vn.cchc.feedback.register;

/**
 * A search in one part of the sender's identity.
 *
 * @param pattern of LIKE
 */
record SenderPattern(Part part, String pattern) {

    /** The parts are folded into one column, which has the index: {@code name | phone | email}, without those that are not known. */
    enum Part {
        /** Before what can only be a phone number or an email address. Without {@code ?}, which JDBC would take for a parameter. */
        NAME("s.name IS NOT NULL AND regexp_replace(s.folded, '( [|] [+][0-9]+){0,1}( [|] [^ ]+@[^ ]+){0,1}$', '')"),
        PHONE("s.phone"),
        /** The last one; an address has no spaces. */
        EMAIL("s.email IS NOT NULL AND split_part(s.folded, ' | ', -1)");

        private final String sql;

        Part(String sql) {
            this.sql = sql;
        }

        /** What comes before LIKE. */
        String sql() {
            return sql;
        }
    }

    static SenderPattern of(Part part, String folded) {
        return new SenderPattern(part, FeedbackSearch.containing(folded));
    }
}
