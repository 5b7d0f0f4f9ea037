package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import vn.cchc.reporting.narrative.ReportMessages;

/**
 * That figures were approved although their sources were not complete.
 *
 * @param reason the leader's
 * @param missing what was missing then
 */
record Incompleteness(String reason, List<MissingSource> missing) {

    Incompleteness {
        missing = List.copyOf(missing);
    }

    /** As the document says it beneath the table of figures. */
    String remark() {
        return MessageBundles.get(ReportMessages.class)
                .approvedIncomplete(
                        reason.strip(), SourceCompleteness.described(missing).vi());
    }
}
