package vn.cchc.platform.http;

/**
 * A field at fault and why.
 *
 * @param field path of the field in the request, e.g. {@code rows[3].amount}; a header or parameter by its name
 */
public record FieldFault(String field, BilingualText message) {

    public static FieldFault of(String field, String vi, String en) {
        return new FieldFault(field, BilingualText.of(vi, en));
    }
}
