package vn.cchc.platform.http;

/**
 * A field at fault and why.
 *
 * @param field path of the field in the request, e.g. {@code rows[3].amount}; a header or parameter by its name. The name may be
 *     the caller's own: what is longer than {@value #LONGEST} characters is cut
 */
public record FieldFault(String field, BilingualText message) {

    /** Of a field, in characters. */
    public static final int LONGEST = 300;

    /** Faults that one answer names; more are left out. */
    public static final int MOST = 1000;

    public FieldFault {
        field = cut(field);
    }

    private static String cut(String field) {
        if (field.length() <= LONGEST) {
            return field;
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(field.charAt(end - 1))) {
            end--;
        }
        return field.substring(0, end) + "…";
    }

    public static FieldFault of(String field, String vi, String en) {
        return new FieldFault(field, BilingualText.of(vi, en));
    }
}
