package vn.cchc.feedback.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** Configuration of reminders. */
@ConfigMapping(prefix = "cchc.reminders")
interface ReminderConfig {

    /** From when on a working day reminders are decided and mailed, in Vietnam. */
    @WithDefault("07:30")
    LocalTime opens();

    /** Until when. */
    @WithDefault("17:00")
    LocalTime closes();
}
