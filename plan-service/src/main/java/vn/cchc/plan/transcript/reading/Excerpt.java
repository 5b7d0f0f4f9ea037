package vn.cchc.plan.transcript.reading;

/** The beginning of a text, for people to find it. */
public final class Excerpt {

    /** Characters, with the ellipsis. */
    public static final int LONGEST = 300;

    private Excerpt() {}

    /** The text, or its beginning with an ellipsis. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
