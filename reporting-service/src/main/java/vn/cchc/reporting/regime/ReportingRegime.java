package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A duty to report (chế độ báo cáo) as it holds for a time.
 *
 * @param validTo the last day on which it holds; empty while no end is set
 * @param form empty where its reports are written elsewhere and only their due days are followed here
 */
public record ReportingRegime(
        String code, String name, LocalDate validFrom, Optional<LocalDate> validTo, Optional<ReportForm> form) {}
