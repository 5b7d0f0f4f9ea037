package vn.cchc.plan.authority;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * Resolves a printed cell to units of the authority. Names and aliases are compared without case, diacritics, dashes
 * and punctuation, so that "Văn phòng – Thống kê" and "Văn phòng, thống kê" match; an abbreviation needs an alias.
 */
public final class UnitDirectory {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}&]+");
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");
    private static final Pattern JOINED =
            Pattern.compile("[,+/]|(?<=\\s)và(?=\\s)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A name of its own begins with a capital letter or a figure, or with these: "các ngành liên quan". */
    private static final Pattern BEGINS_NAME =
            Pattern.compile("[\\p{Lu}\\d].*|(?:các|những|một số) .*", Pattern.DOTALL);

    /** Words that give the units of a cell different parts in the task: which one a name among unknown ones has is left to people. */
    private static final Pattern PARTS_ASSIGNED =
            words(":|(?<!\\p{L})(?:trừ|ngoài|không|thay|hoặc|chủ trì|phối hợp|tham mưu|hỗ trợ"
                    + "|giúp|cùng|với|theo|do|gửi|(?<!chương\\s)trình|báo cáo|gồm|hướng dẫn|(?<!ban\\s)chỉ đạo|(?<!ban\\s)giám sát)"
                    + "(?!\\p{L})");

    /** Words behind which a unit is named that others belong to. */
    private static final Pattern BELONGING = words("(?<!\\p{L})(?:thuộc|của)(?!\\p{L})");

    /** A department, which may have others beneath it, and names of several words with commas. */
    private static final Pattern DEPARTMENT =
            words("(?:^|[,+/(]|\\svà\\s)\\s*(?:sở|bộ(?!\\s+phận)|cục|chi cục|phòng|ban)(?!\\p{L})");

    /** A body whose name is no series: what stands behind "và" is another one. */
    private static final String BODY = "tổ|hội|đoàn|công an|trường|trạm|trung tâm|mặt trận|hợp tác xã";

    private static final Pattern OPENS_WITH_BODY = words("^(?:" + BODY + ")(?!\\p{L})");

    private static final Pattern OPENS_WITH_NOUN = words("^(?:" + BODY
            + "|văn phòng|sở|bộ|cục|chi cục|phòng|ban|uỷ ban|ủy ban|ubnd|hđnd|hội đồng|đảng uỷ|đảng ủy|công chức|cán bộ"
            + "|các|những|một số)(?!\\p{L})");

    /** A cell with more of them is left to people. */
    private static final int MOST_SEPARATORS = 12;

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

    /**
     * The units named by a cell, in printed order. Semicolons separate them in any case; a comma, "và", "+" or "/" only where that
     * leaves nothing but registered names, in one way alone: a name may have them itself ("Các ban, ngành có liên quan"). Where some
     * of several names are registered, these are told apart from what is not, unless that can be done in several ways; what is not
     * registered is one name as printed, since it may have commas itself. A cell that gives its units different parts, "Chủ trì: …;
     * phối hợp: …", and has a name that is not registered is one name as printed, semicolons and all.
     */
    public List<Named> read(String cell) {
        Optional<Entry> whole = find(cell);
        if (whole.isPresent()) {
            return List.of(new Named(cell, whole));
        }
        if (!cell.contains(";")) {
            return parts(cell);
        }
        List<Named> named = new ArrayList<>();
        for (String part : SEVERAL.split(cell, -1)) {
            if (VietnameseText.isInvisible(part)) {
                continue;
            }
            List<Named> parts = parts(VietnameseText.strip(part));
            boolean known = parts.stream().allMatch(each -> each.unit().isPresent());
            if (!known && has(PARTS_ASSIGNED, part)) {
                return List.of(new Named(cell, Optional.empty()));
            }
            named.addAll(parts);
        }
        return List.copyOf(named);
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean has(Pattern words, String text) {
        return words.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).find();
    }

    private List<Named> parts(String text) {
        List<Named> whole = List.of(new Named(text, find(text)));
        if (whole.get(0).unit().isPresent()) {
            return whole;
        }
        List<MatchResult> separators = JOINED.matcher(text).results().toList();
        if (separators.isEmpty() || separators.size() > MOST_SEPARATORS) {
            return whole;
        }
        // From the end: in how many ways the rest is a series of names, and where the first of them ends.
        int last = separators.size();
        int[] ways = new int[last + 2];
        int[] until = new int[last + 1];
        ways[last + 1] = 1;
        for (int from = last; from >= 0; from--) {
            for (int to = from; to <= last; to++) {
                if (ways[to + 1] > 0 && find(part(text, separators, from, to)).isPresent()) {
                    ways[from] += ways[to + 1];
                    until[from] = to;
                }
            }
        }
        if (ways[0] == 0) {
            return known(text).orElse(whole);
        }
        if (ways[0] > 1) {
            return whole;
        }
        List<Named> named = new ArrayList<>();
        for (int from = 0; from <= last; from = until[from] + 1) {
            String part = part(text, separators, from, until[from]);
            named.add(new Named(part, find(part)));
        }
        return named;
    }

    /** The registered names among others, and what stands between them; empty where there is none, or in several ways. */
    private Optional<List<Named>> known(String text) {
        if (has(PARTS_ASSIGNED, text) || has(BELONGING, text)) {
            return Optional.empty();
        }
        List<MatchResult> separators = JOINED.matcher(text)
                .results()
                .filter(separator -> isOutsideBrackets(text, separator.start()))
                .toList();
        int last = separators.size();
        // From the end: most parts of the rest that are registered names, in how many ways, and where the name at its
        // start ends.
        int[] most = new int[last + 2];
        int[] ways = new int[last + 2];
        int[] until = new int[last + 1];
        ways[last + 1] = 1;
        for (int from = last; from >= 0; from--) {
            most[from] = most[from + 1];
            ways[from] = ways[from + 1];
            until[from] = -1;
            for (int to = from; to <= last; to++) {
                boolean begins = to == last || beginsName(part(text, separators, to + 1, to + 1));
                int named = to - from + 1 + most[to + 1];
                if (!begins || find(part(text, separators, from, to)).isEmpty() || named < most[from]) {
                    continue;
                }
                ways[from] = named == most[from] ? ways[from] + ways[to + 1] : ways[to + 1];
                most[from] = named;
                until[from] = to;
            }
        }
        if (most[0] == 0 || ways[0] != 1) {
            return Optional.empty();
        }
        List<Named> named = new ArrayList<>();
        int unknown = 0;
        for (int from = 0; from <= last; ) {
            if (until[from] < 0) {
                from++;
                continue;
            }
            if (unknown < from) {
                if (joins(separators, from - 1) && !has(OPENS_WITH_BODY, part(text, separators, from - 1, from - 1))) {
                    return Optional.empty();
                }
                named.add(new Named(part(text, separators, unknown, from - 1), Optional.empty()));
            }
            String part = part(text, separators, from, until[from]);
            named.add(new Named(part, find(part)));
            from = until[from] + 1;
            unknown = from;
            boolean followed = from <= last && until[from] < 0;
            if (followed && joins(separators, from - 1) && !has(OPENS_WITH_NOUN, part(text, separators, from, from))) {
                return Optional.empty();
            }
        }
        if (unknown <= last) {
            named.add(new Named(part(text, separators, unknown, last), Optional.empty()));
        }
        List<Named> visible = named.stream()
                .filter(each -> !VietnameseText.isInvisible(each.text()))
                .toList();
        return mayBelongTogether(visible) ? Optional.empty() : Optional.of(visible);
    }

    /** Whether "và" stands there: what it joins may be one name. */
    private static boolean joins(List<MatchResult> separators, int at) {
        return separators.get(at).group().length() > 1;
    }

    /**
     * Whether a registered name may be a part of what stands before it, "Sở Nội vụ, Tư pháp", or what stands behind it may be the
     * rest of its own, "Phòng Kinh tế, Hạ tầng và Đô thị".
     */
    private static boolean mayBelongTogether(List<Named> named) {
        boolean department = false;
        for (int i = 0; i < named.size(); i++) {
            String text = named.get(i).text();
            if (named.get(i).unit().isEmpty()) {
                department |= has(DEPARTMENT, text);
                boolean behindDepartment =
                        i > 0 && has(DEPARTMENT, named.get(i - 1).text());
                if (behindDepartment && !has(OPENS_WITH_NOUN, text)) {
                    return true;
                }
            } else if (department && !has(OPENS_WITH_NOUN, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutsideBrackets(String text, int at) {
        String before = text.substring(0, at);
        return before.chars().filter(c -> c == '(').count()
                <= before.chars().filter(c -> c == ')').count();
    }

    /** Whether a part can be the beginning of a name, and not the rest of the one before: "Phòng Kinh tế, hạ tầng và đô thị". */
    private boolean beginsName(String part) {
        return find(part).isPresent() || BEGINS_NAME.matcher(part).matches();
    }

    /** From behind the separator before {@code from} to the one at {@code to}. */
    private static String part(String text, List<MatchResult> separators, int from, int to) {
        return VietnameseText.strip(text.substring(
                from == 0 ? 0 : separators.get(from - 1).end(),
                to == separators.size() ? text.length() : separators.get(to).start()));
    }

    private Optional<Entry> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }
}
