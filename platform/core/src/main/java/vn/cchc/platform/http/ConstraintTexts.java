package vn.cchc.platform.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Messages of broken constraints in both languages, from {@code ConstraintTexts.properties} by the constraint's key,
 * e.g. {@code jakarta.validation.constraints.Size.message}; attributes are in braces. A message that is not a key is
 * used as it is.
 */
final class ConstraintTexts {

    private static final ResourceBundle VI =
            ResourceBundle.getBundle("vn.cchc.platform.http.ConstraintTexts", Language.VIETNAMESE);
    private static final ResourceBundle EN = ResourceBundle.getBundle(
            "vn.cchc.platform.http.ConstraintTexts",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private ConstraintTexts() {}

    static BilingualText of(ConstraintViolation<?> violation) {
        return BilingualText.of(in(VI, violation), in(EN, violation));
    }

    private static String in(ResourceBundle bundle, ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        if (!template.startsWith("{") || !template.endsWith("}")) {
            return violation.getMessage();
        }
        try {
            Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
            String text = bundle.getString(template.substring(1, template.length() - 1) + variant(violation));
            for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
                text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
            }
            return text;
        } catch (MissingResourceException e) {
            return violation.getMessage();
        }
    }

    /** Size messages differ for characters and elements, and when there is no lower bound. */
    private static String variant(ConstraintViolation<?> violation) {
        if (!(violation.getConstraintDescriptor().getAnnotation() instanceof Size size)) {
            return "";
        }
        return (violation.getInvalidValue() instanceof CharSequence ? ".text" : ".list")
                + (size.min() == 0 ? ".most" : "");
    }
}
