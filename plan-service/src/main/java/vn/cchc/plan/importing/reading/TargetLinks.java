package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.platform.text.VietnameseText;

/**
 * Matches annex rows with targets of the body. A row matches when it contains what the target counts (the two syllables
 * after its percentage) and shares with it a run of three syllables that occurs in no other target of the body ("chữ ký
 * số"). The match is a proposal for review: precision is preferred to recall.
 */
final class TargetLinks {

    private static final int RUN = 3;
    private static final Pattern COUNTED = Pattern.compile("\\d\\s*%\\s*(\\p{L}+ \\p{L}+)");
    private static final Pattern FIGURE = Pattern.compile(".*\\d.*");

    private final Map<String, Integer> targetsWithRun = new HashMap<>();

    /** @param texts texts of all targets of the body */
    TargetLinks(List<String> texts) {
        texts.forEach(text -> new HashSet<>(runs(text)).forEach(run -> targetsWithRun.merge(run, 1, Integer::sum)));
    }

    /** The shared term in normalised form; empty when the two do not match. */
    Optional<String> sharedTerm(String target, String rowTitle) {
        Matcher counted = COUNTED.matcher(VietnameseText.fold(target));
        String row = " " + UnitDirectory.key(rowTitle) + " ";
        if (!counted.find() || !row.contains(" " + counted.group(1) + " ")) {
            return Optional.empty();
        }
        Set<String> runsOfRow = new HashSet<>(runs(rowTitle));
        return runs(target).stream()
                .filter(run -> targetsWithRun.getOrDefault(run, 0) == 1)
                .filter(runsOfRow::contains)
                .findFirst();
    }

    private static List<String> runs(String text) {
        String[] words = UnitDirectory.key(text).split(" ", -1);
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.length; i++) {
            String run = words[i] + " " + words[i + 1] + " " + words[i + 2];
            if (!FIGURE.matcher(run).matches()) {
                runs.add(run);
            }
        }
        return runs;
    }
}
