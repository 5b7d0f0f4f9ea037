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
 * Finds the unit that a printed cell means. Names and aliases are compared without case, diacritics, dashes and
 * punctuation, so "Văn phòng – Thống kê" and "Văn phòng, thống kê" are one; an abbreviation needs an alias.
 */
public final class UnitDirectory {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}&]+");
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");

    private final Map<String, Entry> byName = new HashMap<>();

    /** @param aliases other ways in which the unit is written */
    public record Entry(UUID id, String code, String name, UnitKind kind, List<String> aliases) {
        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * One that a cell names.
     *
     * @param text as printed
     * @param unit empty where no unit of the authority is known by that name
     */
    public record Named(String text, Optional<Entry> unit) {}

    public UnitDirectory(List<Entry> entries) {
        for (Entry entry : entries) {
            byName.putIfAbsent(key(entry.name()), entry);
        }
        // A name wins over an alias of another unit.
        for (Entry entry : entries) {
            entry.aliases().forEach(alias -> byName.putIfAbsent(key(alias), entry));
        }
    }

    /** What names are compared by. */
    public static String key(String name) {
        return NO_LETTER.matcher(VietnameseText.fold(name)).replaceAll(" ").strip();
    }

    /** Those named in a cell, in printed order. A cell may name several, separated by semicolons. */
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
