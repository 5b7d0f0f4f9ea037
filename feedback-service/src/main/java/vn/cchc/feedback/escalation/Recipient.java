package vn.cchc.feedback.escalation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a step of a {@link Ladder} is addressed to. */
@Schema(
        name = "ReminderRecipient",
        description = "`OFFICER_UNIT`: bộ phận xử lý, the unit that handles the case, and the office until one does;"
                + " `HEAD_OF_UNIT`: trưởng bộ phận, its head; `LEADER`: lãnh đạo, the leader of the authority;"
                + " `SUPERIOR`: cơ quan cấp trên, the authority directly above")
public enum Recipient {
    /** The unit that handles the case; until it is assigned, the office of the authority. */
    OFFICER_UNIT,
    /** The head of that unit. */
    HEAD_OF_UNIT,
    /** The leader of the authority. */
    LEADER,
    /** The authority directly above. */
    SUPERIOR
}
