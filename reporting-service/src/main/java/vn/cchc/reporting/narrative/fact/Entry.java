package vn.cchc.reporting.narrative.fact;

import java.util.Optional;

/**
 * A task in a list, with its lead. If its timing names several actions ("ban hành kế hoạch trước …; kiểm tra trước …"),
 * the title alone is ambiguous; the parent heading and the actions are then given too.
 *
 * @param heading empty if not needed
 * @param things the actions; empty if the title suffices
 * @param lead empty if unknown
 * @param milestones number of its milestones concerned
 * @param due their earliest due day, if shown
 */
public record Entry(String heading, String title, String things, String lead, long milestones, Optional<Due> due) {

    public boolean isSeveral() {
        return milestones > 1;
    }
}
