package vn.cchc.platform.recount;

import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;

/** The reason of a recount, as shown in the history. */
public final class RecountReason {

    private RecountReason() {}

    /** @param version of the table used */
    public static String of(String version, LocalDate before, LocalDate after) {
        return messages().ofDueDay(version, before, after);
    }

    /** The same for the last working day before an unchanged due day. */
    public static String ofWorkDay(String version, LocalDate before, LocalDate after) {
        return messages().ofWorkDay(version, before, after);
    }

    /** The same for a report's cut-off day. */
    public static String ofCutOff(String version, LocalDate before, LocalDate after) {
        return messages().ofCutOff(version, before, after);
    }

    private static RecountMessages messages() {
        return MessageBundles.get(RecountMessages.class);
    }
}
