package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is not transcribed and what is in doubt: the first of each, and how many there are. */
final class Notes {

    private static final Comparator<Place> IN_PRINT = Comparator.comparingInt(Place::block)
            .thenComparing(Place::row, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Untranscribed> untranscribed = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int untranscribedInAll;
    private int doubtsInAll;

    void untranscribed(Place place, String text, Untranscribed.Why why) {
        untranscribedInAll++;
        if (untranscribed.size() < Transcript.MOST_NOTES) {
            untranscribed.add(new Untranscribed(place, Excerpt.of(text), why));
        }
    }

    void doubt(Doubt.Code code, Place place, String text) {
        add(new Doubt(code, Optional.of(place), Excerpt.of(text)));
    }

    /** Something that is found nowhere. */
    void missing(Doubt.Code code) {
        add(new Doubt(code, Optional.empty(), ""));
    }

    /** A text that does not fit: in doubt, and not transcribed. */
    void tooLong(Place place, String text) {
        doubt(Doubt.Code.TEXT_TOO_LONG, place, text);
        untranscribed(place, text, Untranscribed.Why.TOO_LONG);
    }

    /** One more than fits: in doubt, and not transcribed. */
    void tooMany(Place place, String text) {
        doubt(Doubt.Code.TOO_MANY, place, text);
        untranscribed(place, text, Untranscribed.Why.TOO_MANY);
    }

    private void add(Doubt doubt) {
        doubtsInAll++;
        if (doubts.size() < Transcript.MOST_NOTES) {
            doubts.add(doubt);
        }
    }

    /** In printed order. */
    List<Untranscribed> untranscribed() {
        return untranscribed.stream()
                .sorted(Comparator.comparing(Untranscribed::place, IN_PRINT))
                .toList();
    }

    List<Doubt> doubts() {
        return doubts;
    }

    int untranscribedInAll() {
        return untranscribedInAll;
    }

    int doubtsInAll() {
        return doubtsInAll;
    }
}
