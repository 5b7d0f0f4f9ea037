package vn.cchc.plan.timing;

/**
 * A token of a timing text.
 *
 * @param folded lower case without diacritics, as compared by the rules
 * @param start start offset in the printed text
 * @param end end offset, exclusive
 */
record Token(Kind kind, String folded, int start, int end) {

    enum Kind {
        WORD,
        NUMBER,
        /** Day and month, with or without the year: {@code 30/9/2021}, {@code 20/10}. */
        DATE,
        SYMBOL
    }

    boolean is(String word) {
        return folded.equals(word);
    }
}
