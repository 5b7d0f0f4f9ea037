package vn.cchc.plan.transcript.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is not transcribed and what is in doubt: the first of each, those of the annex before all others, and how many there
 * are.
 */
final class Notes {

    private static final Comparator<Place> IN_PRINT = Comparator.comparingInt(Place::block)
            .thenComparing(Place::row, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Kept<Untranscribed> untranscribed = new Kept<>(Transcript.MOST_NOTES);
    private final Kept<Doubt> doubts = new Kept<>(Transcript.MOST_NOTES);

    void untranscribed(Place place, String text, Untranscribed.Why why) {
        Untranscribed left = new Untranscribed(place, Excerpt.of(text), why);
        untranscribed.add(left, left.concernsAnnex());
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
        doubts.add(doubt, doubt.concernsAnnex());
    }

    /** In printed order. */
    List<Untranscribed> untranscribed() {
        return untranscribed.listed().stream()
                .sorted(Comparator.comparing(Untranscribed::place, IN_PRINT))
                .toList();
    }

    List<Doubt> doubts() {
        return doubts.listed();
    }

    int untranscribedInAll() {
        return untranscribed.inAll();
    }

    int doubtsInAll() {
        return doubts.inAll();
    }
}
