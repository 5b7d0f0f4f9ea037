package vn.cchc.feedback.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts of uploads that came to nothing, by each replica. */
@Singleton
class UploadCounts {

    /** Why an upload was refused. */
    enum Refusal {
        /** Name, size or type before anything had come, or the first bytes. */
        ANNOUNCED,
        /** The whole file is of no accepted type, or is damaged so that its metadata cannot be found. */
        CONTENT,
        /** Too many, or too much, of one client. */
        TOO_MANY
    }

    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Counter purged;

    UploadCounts(MeterRegistry meters) {
        Arrays.stream(Refusal.values())
                .forEach(why -> refused.put(
                        why,
                        Counter.builder("cchc.uploads.refused")
                                .description("Uploads that were refused, by reason")
                                .baseUnit("files")
                                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                                .register(meters)));
        purged = Counter.builder("cchc.uploads.purged")
                .description("Uploads that expired before a feedback named them")
                .baseUnit("files")
                .register(meters);
    }

    void refused(Refusal why) {
        refused.get(why).increment();
    }

    void purged(int files) {
        purged.increment(files);
    }
}
