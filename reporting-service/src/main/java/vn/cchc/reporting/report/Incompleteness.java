package vn.cchc.reporting.report;

import java.util.List;

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
        return "Số liệu phê duyệt khi chưa đủ nguồn: " + reason.strip() + " (Còn thiếu: "
                + SourceCompleteness.described(missing).vi() + ".)";
    }
}
