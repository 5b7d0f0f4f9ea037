package vn.cchc.plan.transcript.word;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.PrintedDocument.Omission.Kind;

/** Collects what is not transcribed: the first 200 omissions with their texts, the others as a number. */
final class Omissions {

    static final int MOST = 200;

    private final List<Omission> listed = new ArrayList<>();
    private int further;
    private long lastPlace = -1;

    /**
     * Adds content. What follows content of the same kind at the same place continues it: Word breaks a deletion into many runs.
     *
     * @param text empty for content without text
     * @param block the block beside or in which it stands
     * @param place number of visible characters before it
     */
    void add(Kind kind, String text, int block, long place) {
        Omission last = listed.isEmpty() ? null : listed.get(listed.size() - 1);
        boolean continues = further == 0
                && last != null
                && last.kind() == kind
                && last.block() == block
                && lastPlace == place
                && !text.isEmpty()
                && !last.text().isEmpty();
        if (continues) {
            listed.set(listed.size() - 1, new Omission(kind, joined(last.text(), text), block));
        } else if (listed.size() < MOST) {
            listed.add(new Omission(kind, cut(text), block));
        } else {
            further++;
        }
        lastPlace = place;
    }

    private static String joined(String first, String second) {
        return first.length() >= OmittedText.MOST_READ ? first : first + cut(second);
    }

    private static String cut(String text) {
        return text.length() <= OmittedText.MOST_READ ? text : text.substring(0, OmittedText.MOST_READ);
    }

    /** @param blocks number of blocks: what stands after the last one stands beside it */
    List<Omission> listed(int blocks) {
        int last = Math.max(0, blocks - 1);
        return listed.stream()
                .map(each ->
                        new Omission(each.kind(), OmittedText.shortened(each.text()), Math.min(each.block(), last)))
                .toList();
    }

    /** How many are not listed. */
    int further() {
        return further;
    }
}
