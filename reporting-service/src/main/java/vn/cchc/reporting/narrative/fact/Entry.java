package vn.cchc.reporting.narrative.fact;

import java.util.Optional;

/**
 * A task in a list, with who leads it. Where its timing names several things to be done ("ban hành kế hoạch trước …; kiểm tra
 * trước …"), its title alone does not say which is meant: then the heading it stands under and the things are named too.
 *
 * @param heading empty where there is none to name
 * @param things what is to be done; empty where the title says it
 * @param lead empty where it is not known
 * @param milestones how many of its milestones are meant
 * @param due the earliest due day of them, where it is told
 */
public record Entry(String heading, String title, String things, String lead, long milestones, Optional<Due> due) {

    public boolean isSeveral() {
        return milestones > 1;
    }
}
