package vn.cchc.plan.importing.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Sequences compared with those of before. The cost is that of sorting them. */
public final class Sequence {

    private Sequence() {}

    /**
     * What became of the elements of a sequence.
     *
     * @param removed those that are gone, in their order of then
     * @param added those that are new
     * @param moved those that stand elsewhere among the others: as few as explain the order of now
     */
    public record Difference<T>(List<T> removed, List<T> added, List<T> moved) {}

    /**
     * Elements are the same by their keys; of several with one key the first is the first, and so on.
     *
     * @param keyBefore of an element of before
     * @param keyNow of one of now
     */
    public static <T> Difference<T> difference(
            List<T> before, List<T> now, Function<T, ?> keyBefore, Function<T, ?> keyNow) {
        Map<Object, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(keyBefore.apply(before.get(i)), none -> new ArrayDeque<>())
                    .add(i);
        }
        List<T> added = new ArrayList<>();
        List<Kept<T>> kept = new ArrayList<>();
        Set<Integer> found = new HashSet<>();
        for (T each : now) {
            Deque<Integer> same = places.getOrDefault(keyNow.apply(each), new ArrayDeque<>());
            if (same.isEmpty()) {
                added.add(each);
            } else {
                int place = same.remove();
                found.add(place);
                kept.add(new Kept<>(each, place));
            }
        }
        return new Difference<>(
                IntStream.range(0, before.size())
                        .filter(i -> !found.contains(i))
                        .mapToObj(before::get)
                        .toList(),
                added,
                moved(kept, Kept::placeBefore).stream().map(Kept::element).toList());
    }

    private record Kept<T>(T element, int placeBefore) {}

    /**
     * Those that do not belong to the longest part of a sequence that has kept its order.
     *
     * @param placeBefore unique
     */
    public static <T> List<T> moved(List<T> now, ToIntFunction<T> placeBefore) {
        int[] places = now.stream().mapToInt(placeBefore).toArray();
        // By length: the ascending part of that length that ends at the lowest place, by the index of its end.
        int[] ends = new int[places.length];
        int[] previous = new int[places.length];
        int longest = 0;
        for (int i = 0; i < places.length; i++) {
            int length = lengthBefore(places, ends, longest, places[i]);
            previous[i] = length == 0 ? -1 : ends[length - 1];
            ends[length] = i;
            longest = Math.max(longest, length + 1);
        }
        boolean[] kept = new boolean[places.length];
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = previous[i]) {
            kept[i] = true;
        }
        return IntStream.range(0, places.length)
                .filter(i -> !kept[i])
                .mapToObj(now::get)
                .toList();
    }

    /** Length of the longest ascending part before this place. */
    private static int lengthBefore(int[] places, int[] ends, int longest, int place) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[ends[middle]] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
