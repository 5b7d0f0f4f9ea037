package vn.cchc.platform.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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

    /** What is said of broken constraints, by field. */
    public static List<FieldFault> of(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldFault(field(violation), ConstraintTexts.of(violation)))
                .sorted(Comparator.comparing(FieldFault::field))
                .toList();
    }

    /** The path without the Java method and the name of the body parameter. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        boolean ofMethod = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
        int from = !ofMethod ? 0 : nodes.size() > 2 ? 2 : 1;
        for (Path.Node node : nodes.subList(Math.min(from, nodes.size()), nodes.size())) {
            if (node.isInIterable() && node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }
}
