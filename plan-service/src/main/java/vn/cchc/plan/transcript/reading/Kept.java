package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The first of many notes: those of the annex and its money before all others, since the body of a file has hundreds of lines. */
public final class Kept<T> {

    private record Numbered<T>(int number, T note) {}

    private final int most;
    private final List<Numbered<T>> first = new ArrayList<>();
    private final List<Numbered<T>> others = new ArrayList<>();
    private int inAll;

    /** @param most how many are kept */
    public Kept(int most) {
        this.most = most;
    }

    /** @param isFirst whether it is kept before others */
    public void add(T note, boolean isFirst) {
        inAll++;
        List<Numbered<T>> to = isFirst ? first : others;
        if (to.size() < most) {
            to.add(new Numbered<>(inAll, note));
        }
    }

    int inAll() {
        return inAll;
    }

    /** In the order in which they were added. */
    public List<T> listed() {
        return Stream.concat(first.stream(), others.stream())
                .limit(most)
                .sorted(Comparator.comparingInt((Numbered<T> each) -> each.number()))
                .map(Numbered::note)
                .toList();
    }
}
