package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.plan.importing.reading.PlanReading;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.calendar.YearWithoutTable;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.Text;

/** Reads documents with the units, the settings and the calendar of the moment. */
@ApplicationScoped
class DocumentReading {

    private final AuthorityRepository authorities;
    private final WorkingCalendars calendars;

    DocumentReading(AuthorityRepository authorities, WorkingCalendars calendars) {
        this.authorities = authorities;
        this.calendars = calendars;
    }

    /** @throws Problem 422 when the rows form no tree, or days lie in a year without a table of working days */
    PlanReading read(Authority authority, PlanDocument document) {
        List<FieldFault> faults = PlanReader.faults(document);
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "plan-document-invalid",
                    Text.of(
                            "Văn bản kế hoạch không đọc được: các dòng phụ lục sai cấu trúc.",
                            "The plan document cannot be read: its rows are not well structured."),
                    faults);
        }
        try {
            return new PlanReader(
                            authorities.directory(
                                    authority.id(), document.header().year()),
                            calendars.current(),
                            authority.name(),
                            authority.deadlineInclusive())
                    .read(document);
        } catch (YearWithoutTable e) {
            throw Problem.unprocessable(
                    "working-days-unknown",
                    Text.of(
                            "Chưa có bảng ngày làm việc của năm " + e.year() + ".",
                            "There is no table of working days for " + e.year() + "."),
                    FieldFault.of(
                            "document.header.year",
                            "Cần bảng ngày làm việc của năm " + e.year() + ".",
                            "Needs the table of working days for " + e.year() + "."));
        }
    }
}
