package vn.cchc.plan.transcript.reading;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a people's committee as texts write it, "UBND xã Thượng Lộ": a letterhead prints it in full and in capitals. Any
 * other name stays as printed.
 */
final class AuthorityName {

    private static final Set<String> LEVELS =
            Set.of("XÃ", "PHƯỜNG", "THỊ", "TRẤN", "HUYỆN", "QUẬN", "THÀNH", "PHỐ", "TỈNH", "ĐẶC", "KHU");

    private AuthorityName() {}

    /** Whether the name goes on in the next line: "ỦY BAN NHÂN DÂN" above "XÃ THƯỢNG LỘ", "PHÒNG TÀI CHÍNH -". */
    static boolean goesOn(String printed, String next) {
        String words = Words.of(printed);
        if (printed.endsWith("-") || printed.endsWith("–") || printed.endsWith(",") || words.endsWith(" va")) {
            return true;
        }
        boolean level = LEVELS.contains(next.split(" ", 2)[0]);
        if (!Words.beginWithOne(words, "uy ban nhan dan", "ubnd")) {
            return level;
        }
        String[] names = printed.split(" ", -1);
        int first = names[0].equals("UBND") ? 1 : 4;
        boolean named = false;
        for (int i = first; i < names.length; i++) {
            named |= !LEVELS.contains(names[i]);
        }
        return !named && (level || names.length > first);
    }

    static String of(String printed) {
        if (!Words.areCapitals(printed) || !Words.beginWithOne(Words.of(printed), "uy ban nhan dan", "ubnd")) {
            return printed;
        }
        String[] words = printed.split(" ", -1);
        int first = words[0].equals("UBND") ? 1 : 4;
        StringBuilder name = new StringBuilder("UBND");
        boolean level = true;
        for (int i = first; i < words.length; i++) {
            level = level && LEVELS.contains(words[i]);
            String lower = words[i].toLowerCase(Locale.ROOT);
            name.append(' ').append(level || lower.isEmpty() ? lower : words[i].charAt(0) + lower.substring(1));
        }
        return name.toString();
    }
}
