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
