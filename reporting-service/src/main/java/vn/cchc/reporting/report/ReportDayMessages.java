package vn.cchc.reporting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** Reasons why the days of a report change, which the history keeps in Vietnamese. */
@MessageBundle(value = "days", locale = "vi")
public interface ReportDayMessages {

    @Message("Theo mốc của kế hoạch: hạn {before.inFigures} → {after.inFigures}")
    String byMilestone(LocalDate before, LocalDate after);

    /** @param dueDay the reason why the due day changes */
    @Message("{dueDay}{#if before != after}; chốt số liệu {before.inFigures} → {after.inFigures}{/if}")
    String withCutOff(String dueDay, LocalDate before, LocalDate after);
}
