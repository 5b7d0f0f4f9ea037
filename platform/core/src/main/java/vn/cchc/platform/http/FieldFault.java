package vn.cchc.platform.http;

/**
 * A field at fault and why.
 *
 * @param field path of the field in the request, e.g. {@code rows[3].amount}, or name of the header or parameter. It may
 *     contain a name invented by the caller, so it is truncated to {@value #LONGEST} characters
 */
public record FieldFault(String field, BilingualText message) {

    /** Maximum length of a field path in characters. */
    public static final int LONGEST = 300;

    /** Maximum faults listed in a response; further ones are omitted. */
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
