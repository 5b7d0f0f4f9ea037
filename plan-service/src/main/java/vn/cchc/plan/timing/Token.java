package vn.cchc.plan.timing;

/**
 * A piece of a timing text.
 *
 * @param folded lower case without diacritics, what the rules compare
 * @param start  where it begins in the text as printed
 * @param end    where it ends, exclusive
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
