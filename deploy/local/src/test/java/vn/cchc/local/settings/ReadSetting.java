package vn.cchc.local.settings;

import java.util.Optional;

/**
 * A setting that our code reads.
 *
 * @param property its name; {@code *} stands for a key of a map
 * @param type in words
 * @param fallback the default that the code gives
 */
record ReadSetting(String property, String type, Optional<String> fallback) {

    /** Whether this is the name of a property in a configuration file. */
    boolean matches(String name) {
        String[] parts = property.split("\\.", -1);
        String[] given = name.split("\\.", -1);
        if (parts.length != given.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("*") && !parts[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
