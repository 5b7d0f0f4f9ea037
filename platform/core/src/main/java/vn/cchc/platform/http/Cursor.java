package vn.cchc.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import vn.cchc.platform.text.VietnameseText;

/**
 * Keyset cursor: the sort key of the last item shown. Opaque to callers, and bound to its filters: with other filters
 * it would skip or repeat items, so it is rejected.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /**
     * Encodes a cursor.
     *
     * @param filters any text that is equal for equal filters
     * @param parts the sort key; each part is written by {@code toString}
     */
    public static String encode(String filters, Object... parts) {
        String key = Stream.of(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        String text = checksum(filters, key) + SEPARATOR + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @param cursor the parameter {@code cursor}; null or empty is the start of the list
     * @throws Problem 400 when it is malformed or belongs to other filters
     */
    public static Optional<Cursor> decode(String cursor, String filters) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.indexOf(SEPARATOR);
            if (end > 0
                    && VietnameseText.isStorable(text)
                    && text.substring(0, end).equals(checksum(filters, text.substring(end + 1)))) {
                return Optional.of(
                        new Cursor(Arrays.asList(text.substring(end + 1).split(SEPARATOR, -1))));
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    public String string(int index) {
        if (index >= parts.size()) {
            throw refused();
        }
        return parts.get(index);
    }

    public Instant instant(int index) {
        try {
            return DatesAndTimes.time(string(index)).toInstant();
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    public LocalDate date(int index) {
        try {
            return DatesAndTimes.date(string(index));
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(string(index));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** A non-negative int part. */
    public int number(int index) {
        try {
            int number = Integer.parseInt(string(index));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused();
        }
        throw refused();
    }

    private static String checksum(String filters, String key) {
        CRC32C checksum = new CRC32C();
        checksum.update((filters + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private static Problem refused() {
        return Problem.badRequest(
                "malformed-cursor",
                StandardWording.MALFORMED_PARAMETER,
                FieldFault.of(
                        "cursor",
                        "Không phải con trỏ của danh sách này với các bộ lọc này.",
                        "Not a cursor of this list with these filters."));
    }
}
