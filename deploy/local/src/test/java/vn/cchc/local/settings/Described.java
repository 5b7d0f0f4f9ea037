package vn.cchc.local.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code settings.txt} says about a setting: what cannot be read from the code.
 *
 * @param property its name
 * @param unit of the value, or {@code -}
 * @param secret whether the value is a secret
 * @param required when production needs it: {@code yes}, a condition, or {@code -}
 * @param type of a setting that is not ours; empty for ours
 * @param fallback the default of a setting that is not ours, where none of our files sets it; empty for ours
 * @param meaning for an operator
 */
record Described(
        String property, String unit, boolean secret, String required, String type, String fallback, String meaning) {

    private static final String SEPARATOR = " \\| ";
    private static final int OF_OURS = 5;
    private static final int OF_OTHERS = 7;

    /** All, in the order of the file. */
    static List<Described> all() throws IOException {
        try (InputStream file = Described.class.getResourceAsStream("/settings.txt")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Described::parsed)
                    .toList();
        }
    }

    private static Described parsed(String line) {
        List<String> columns =
                Arrays.stream(line.split(SEPARATOR, -1)).map(String::strip).toList();
        boolean ours = columns.get(0).startsWith("cchc.");
        if (columns.size() != (ours ? OF_OURS : OF_OTHERS)) {
            throw new AssertionError("settings.txt has a line of " + columns.size() + " columns: " + line);
        }
        return new Described(
                columns.get(0),
                columns.get(1),
                columns.get(2).equals("secret"),
                columns.get(3),
                ours ? "" : columns.get(4),
                ours || columns.get(5).equals("-") ? "" : columns.get(5),
                columns.get(columns.size() - 1));
    }
}
