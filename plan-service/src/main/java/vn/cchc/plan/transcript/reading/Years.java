package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.Printed;

/** The years that words name. */
final class Years {

    private Years() {}

    /** @param words see {@link Words}; the answer is without repetition */
    static List<Integer> in(String words) {
        List<Integer> years = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            if (word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int year = Integer.parseInt(word);
                if (year >= Printed.FIRST_YEAR && year <= Printed.LAST_YEAR && !years.contains(year)) {
                    years.add(year);
                }
            }
        }
        return years;
    }
}
