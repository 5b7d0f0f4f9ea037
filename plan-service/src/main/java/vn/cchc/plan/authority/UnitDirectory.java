package vn.cchc.plan.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * Resolves a printed cell to units of the authority. Names and aliases are compared without case, diacritics, dashes
 * and punctuation, so that "Văn phòng – Thống kê" and "Văn phòng, thống kê" match; an abbreviation needs an alias.
 */
public final class UnitDirectory {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}&]+");
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");

    private final Map<String, Entry> byName = new HashMap<>();

    /** @param aliases alternative spellings */
    public record Entry(UUID id, String code, String name, UnitKind kind, List<String> aliases) {
        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A unit named by a cell.
     *
     * @param text as printed
     * @param unit empty when no unit of the authority matches
     */
    public record Named(String text, Optional<Entry> unit) {}

    public UnitDirectory(List<Entry> entries) {
        for (Entry entry : entries) {
            byName.putIfAbsent(key(entry.name()), entry);
        }
        // A unit's name takes precedence over an alias of another unit.
        for (Entry entry : entries) {
            entry.aliases().forEach(alias -> byName.putIfAbsent(key(alias), entry));
        }
    }

    /** Normalised form in which names are compared. */
    public static String key(String name) {
        return NO_LETTER.matcher(VietnameseText.fold(name)).replaceAll(" ").strip();
    }

    /** The units named by a cell, in printed order; several are separated by semicolons. */
    public List<Named> read(String cell) {
        Optional<Entry> whole = find(cell);
        if (whole.isPresent() || !cell.contains(";")) {
            return List.of(new Named(cell, whole));
        }
        List<Named> named = new ArrayList<>();
        for (String part : SEVERAL.split(cell, -1)) {
            if (!VietnameseText.isInvisible(part)) {
                named.add(new Named(VietnameseText.strip(part), find(part)));
            }
        }
        return List.copyOf(named);
    }

    private Optional<Entry> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }
}
