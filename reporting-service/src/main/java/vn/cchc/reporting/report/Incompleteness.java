package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.reporting.narrative.ReportMessages;

/**
 * Records that figures were approved with incomplete sources.
 *
 * @param reason the leader's
 * @param missing the sources missing at that time
 */
record Incompleteness(String reason, List<MissingSource> missing) {

    Incompleteness {
        missing = List.copyOf(missing);
    }

    /** Remark printed beneath the table of figures. */
    String remark() {
        return MessageBundles.get(ReportMessages.class)
                .approvedIncomplete(
                        VietnameseText.strip(reason),
                        SourceCompleteness.described(missing).vi());
    }
}
