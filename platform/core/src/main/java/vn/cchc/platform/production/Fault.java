package vn.cchc.platform.production;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A setting that prevents a start.
 *
 * @param property its name in the configuration
 * @param reason what is wrong with it, never its value: it may be a secret
 */
public record Fault(String property, String reason) {

    private static final Pattern OTHER_THAN_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

    /** @param purpose what the setting is for */
    public static Fault missing(String property, String purpose) {
        return new Fault(property, "is missing: " + purpose);
    }

    public static Fault insecure(String property, String reason) {
        return new Fault(property, "is not secure: " + reason);
    }

    /** One line for an operator, with the environment variable and the property. */
    public String line() {
        return variable(property) + " (" + property + ") " + reason;
    }

    /** The environment variable of a property, by the rule of MicroProfile Config. */
    public static String variable(String property) {
        return OTHER_THAN_ALPHANUMERIC.matcher(property).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
