package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import vn.cchc.plan.authority.UnitDirectory;

/**
 * Pairs the sections of the annex with the areas of the body. Titles may differ slightly ("CẢI CÁCH TTHC" – "Cải cách
 * thủ tục hành chính"): with abbreviations expanded, a section belongs to the only area whose title's words are a
 * superset or subset of its own. If exactly one section and one area are left, they are paired by elimination, which is
 * reported as a finding.
 */
public final class AreaPairing {

    private final Map<Integer, Integer> areaOfSection = new LinkedHashMap<>();
    private final List<Integer> byElimination = new ArrayList<>();
    private final List<Integer> without = new ArrayList<>();

    /**
     * @param sections titles of the headings at the top, by the order of the row
     * @param tasks titles of the other rows at the top: a task that names an area among other words is none of its sections
     * @param areas titles by number
     */
    AreaPairing(Map<Integer, String> sections, Map<Integer, String> tasks, Map<Integer, String> areas) {
        Set<Integer> freeAreas = new TreeSet<>(areas.keySet());
        Set<Integer> freeSections = new TreeSet<>();
        sections.forEach((section, title) -> {
            if (!pair(section, title, areas, freeAreas, AreaPairing::sameSubject)) {
                freeSections.add(section);
            }
        });
        tasks.forEach((task, title) -> pair(task, title, areas, freeAreas, AreaPairing::sameWords));
        if (freeSections.size() == 1 && freeAreas.size() == 1) {
            int section = freeSections.iterator().next();
            areaOfSection.put(section, freeAreas.iterator().next());
            byElimination.add(section);
        } else {
            without.addAll(freeSections);
        }
    }

    /** Whether a row belongs to the only area with a title alike. */
    private boolean pair(
            int row,
            String title,
            Map<Integer, String> areas,
            Set<Integer> freeAreas,
            BiPredicate<String, String> likeness) {
        List<Integer> alike = areas.entrySet().stream()
                .filter(area -> likeness.test(title, area.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (alike.size() != 1 || !freeAreas.remove(alike.get(0))) {
            return false;
        }
        areaOfSection.put(row, alike.get(0));
        return true;
    }

    /**
     * The number of a section's area.
     *
     * @param section the order of its row
     */
    Optional<Integer> areaOf(int section) {
        return Optional.ofNullable(areaOfSection.get(section));
    }

    /** Order of the section rows that were paired by elimination. */
    public List<Integer> byElimination() {
        return List.copyOf(byElimination);
    }

    /** Order of the section rows without an area. */
    public List<Integer> without() {
        return List.copyOf(without);
    }

    private static boolean sameWords(String section, String area) {
        List<String> areaWords = words(area);
        List<String> sectionWords = spellOut(words(section), areaWords);
        return sectionWords.containsAll(areaWords) && areaWords.containsAll(sectionWords);
    }

    private static boolean sameSubject(String section, String area) {
        List<String> areaWords = words(area);
        List<String> sectionWords = spellOut(words(section), areaWords);
        return sectionWords.containsAll(areaWords) || areaWords.containsAll(sectionWords);
    }

    private static List<String> words(String title) {
        return List.of(UnitDirectory.key(title).split(" ", -1));
    }

    /** Expands "tthc" to the consecutive words of the other title with these initials. */
    private static List<String> spellOut(List<String> words, List<String> other) {
        List<String> spelled = new ArrayList<>();
        for (String word : words) {
            spelled.addAll(wordsWithInitials(word, other));
        }
        return spelled;
    }

    private static List<String> wordsWithInitials(String word, List<String> other) {
        for (int from = 0; word.length() >= 3 && from + word.length() <= other.size(); from++) {
            List<String> run = other.subList(from, from + word.length());
            StringBuilder initials = new StringBuilder();
            run.forEach(each -> initials.append(each.charAt(0)));
            if (initials.toString().equals(word)) {
                return run;
            }
        }
        return List.of(word);
    }
}
