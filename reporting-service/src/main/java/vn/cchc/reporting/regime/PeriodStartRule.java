package vn.cchc.reporting.regime;

import java.time.LocalDate;

/** From which day on a regime counts. */
public enum PeriodStartRule {
    /** Each report tells of the year so far. */
    FIRST_OF_JANUARY {
        @Override
        public LocalDate start(ReportingPeriod period) {
            return period.firstOfJanuary();
        }
    };

    /** The first day counted. */
    public abstract LocalDate start(ReportingPeriod period);
}
