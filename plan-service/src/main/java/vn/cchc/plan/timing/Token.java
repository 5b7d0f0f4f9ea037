package vn.cchc.plan.timing;

/**
 * A token of a timing text.
 *
 * @param folded lower case without diacritics, as compared by the productions; with them where it is {@link OtherWords another word}
 * @param lower lower case as printed
 * @param start start offset in the printed text
 * @param end end offset, exclusive
 */
record Token(Kind kind, String folded, String lower, int start, int end) {

    enum Kind {
        WORD,
        NUMBER,
        /** Day and month, with or without the year: {@code 30/9/2021}, {@code 20/10}, {@code 30.6.2022}. */
        DATE,
        /** Month and year: {@code 6/2025}. */
        MONTH,
        /** {@code 16h00}, {@code 17h}, {@code 16g30}, {@code 17:00}. */
        HOUR,
        /** The number of a document: {@code 15/KH-UBND}. It tells no time. */
        REFERENCE,
        SYMBOL
    }

    boolean is(String word) {
        return folded.equals(word);
    }
}
