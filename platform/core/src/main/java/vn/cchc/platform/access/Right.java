package vn.cchc.platform.access;

import static vn.cchc.platform.access.Reach.BENEATH;
import static vn.cchc.platform.access.Reach.EVERYWHERE;
import static vn.cchc.platform.access.Reach.NONE;
import static vn.cchc.platform.access.Reach.OF_PROVINCE;
import static vn.cchc.platform.access.Reach.OWN;
import static vn.cchc.platform.access.Reach.OWN_AND_BENEATH;
import static vn.cchc.platform.access.Reach.OWN_UNIT;

import java.util.Arrays;
import java.util.List;

/**
 * The permission matrix of all three services. Each operation names its row by {@link Requires}; the build fails for an
 * operation without one. What lies outside the scope does not exist for the caller (404).
 */
public enum Right {
    // spotless:off
    //                   without a token  CLERK   OFFICER   LEADER  SUPERIOR  ADMIN            OPERATOR

    // Feedback
    /** Hand in a feedback; a clerk does so for others. */
    HAND_IN_FEEDBACK         (true,       OWN,    NONE,     NONE,   NONE,     NONE,            NONE),
    /** Hand in the rows of an old register. */
    ENTER_REGISTERS          (false,      OWN,    NONE,     NONE,   NONE,     NONE,            NONE),
    /** Follow, supplement, reopen or withdraw a feedback, and write about it, by its code and secret, which together grant access. */
    FOLLOW_FEEDBACK          (),
    /** Supplement, reopen or withdraw a feedback at the sender's request. */
    ACT_FOR_SENDER           (false,      OWN,    NONE,     NONE,   NONE,     NONE,            NONE),
    READ_FEEDBACK            (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    /** Classify, accept, refuse, refer, assign. */
    ROUTE_FEEDBACK           (false,      OWN,    NONE,     OWN,    NONE,     NONE,            NONE),
    ANSWER_FEEDBACK          (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    /** Release or return the draft of an answer, and release a letter of apology. */
    RELEASE_ANSWERS          (false,      NONE,   NONE,     OWN,    NONE,     NONE,            NONE),
    /** Ask the leader to extend the limit of a feedback. */
    REQUEST_EXTENSION        (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    /** Grant or refuse an extension that was asked for. */
    DECIDE_ON_EXTENSIONS     (false,      NONE,   NONE,     OWN,    NONE,     NONE,            NONE),
    /** What is due soon or overdue: of the own unit, of the authority, or escalated from one beneath. */
    READ_REMINDERS           (false,      OWN,    OWN_UNIT, OWN,    BENEATH,  NONE,            NONE),
    /** Enter and end the functional mailboxes that reminders are sent to, and read them. */
    KEEP_MAILBOXES           (false,      NONE,   NONE,     NONE,   NONE,     OWN_AND_BENEATH, EVERYWHERE),
    /** Enter, end and try out handling limits, and read them; those of the whole country only an operator keeps. */
    KEEP_POLICIES            (false,      NONE,   NONE,     NONE,   NONE,     OWN_AND_BENEATH, EVERYWHERE),
    /** Read the register; find feedback by its sender. */
    READ_REGISTER            (false,      OWN,    NONE,     OWN,    NONE,     NONE,            NONE),
    COUNT_FEEDBACK           (false,      OWN,    NONE,     OWN,    BENEATH,  NONE,            NONE),

    // Authorities
    READ_AUTHORITIES         (),
    KEEP_AUTHORITIES         (false,      NONE,   NONE,     NONE,   NONE,     BENEATH,         EVERYWHERE),
    KEEP_UNITS               (false,      NONE,   NONE,     NONE,   NONE,     OWN_AND_BENEATH, EVERYWHERE),

    // Working days
    READ_CALENDAR            (),
    /** Change the working days; of the administrators, only those of a province. */
    KEEP_CALENDAR            (false,      NONE,   NONE,     NONE,   NONE,     OF_PROVINCE,     EVERYWHERE),

    // Plans
    READ_PLANS               (false,      OWN,    OWN,      OWN,    BENEATH,  OWN_AND_BENEATH, NONE),
    IMPORT_PLANS             (false,      OWN,    NONE,     OWN,    NONE,     OWN_AND_BENEATH, NONE),
    ISSUE_PLANS              (false,      NONE,   NONE,     OWN,    NONE,     NONE,            NONE),
    /** Accept, return or waive a milestone. */
    DECIDE_ON_MILESTONES     (false,      NONE,   NONE,     OWN,    NONE,     NONE,            NONE),
    /** Arm a milestone on request or event. */
    ARM_MILESTONES           (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    /** Hand in evidence, enter progress, record readings of targets. */
    HAND_IN_EVIDENCE         (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    READ_EVIDENCE_FILES      (false,      OWN,    OWN_UNIT, OWN,    BENEATH,  NONE,            NONE),

    // Reports
    READ_REGIMES             (false,      EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE),
    /** Which reports are due, and how they stand. */
    READ_DUE_REPORTS         (false,      OWN,    OWN,      OWN,    BENEATH,  NONE,            NONE),
    /** A superior reads what was sent to it. */
    READ_REPORTS             (false,      OWN,    OWN,      OWN,    BENEATH,  NONE,            NONE),
    BEGIN_REPORTS            (false,      OWN,    NONE,     OWN,    NONE,     NONE,            NONE),
    WRITE_REPORTS            (false,      OWN,    OWN_UNIT, OWN,    NONE,     NONE,            NONE),
    /** Approve and send. */
    SIGN_REPORTS             (false,      NONE,   NONE,     OWN,    NONE,     NONE,            NONE),
    /** Receive or return what was sent. */
    REVIEW_REPORTS           (false,      NONE,   NONE,     NONE,   BENEATH,  NONE,            NONE),

    // The system
    RUN_THE_SYSTEM           (false,      NONE,   NONE,     NONE,   NONE,     NONE,            EVERYWHERE),
    /** Under the local and the test profile only. */
    SET_THE_TRAINING_CLOCK   ();
    // spotless:on

    private final boolean withoutToken;
    private final Reach clerk;
    private final Reach officer;
    private final Reach leader;
    private final Reach superior;
    private final Reach admin;
    private final Reach operator;

    /** Granted to everybody, with or without a token. */
    Right() {
        this(true, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE);
    }

    Right(boolean withoutToken, Reach clerk, Reach officer, Reach leader, Reach superior, Reach admin, Reach operator) {
        this.withoutToken = withoutToken;
        this.clerk = clerk;
        this.officer = officer;
        this.leader = leader;
        this.superior = superior;
        this.admin = admin;
        this.operator = operator;
    }

    /** Whether a citizen, who has no account, has it. */
    public boolean isWithoutToken() {
        return withoutToken;
    }

    public Reach of(Role role) {
        return switch (role) {
            case CLERK -> clerk;
            case OFFICER -> officer;
            case LEADER -> leader;
            case SUPERIOR -> superior;
            case ADMIN -> admin;
            case OPERATOR -> operator;
        };
    }

    /** The roles that have it, whatever their reach. */
    public List<Role> roles() {
        return Arrays.stream(Role.values()).filter(role -> of(role) != NONE).toList();
    }

    /** Whether it is granted to everybody, whatever their roles. */
    public boolean isForEverybody() {
        return withoutToken && Arrays.stream(Role.values()).allMatch(role -> of(role) == EVERYWHERE);
    }
}
