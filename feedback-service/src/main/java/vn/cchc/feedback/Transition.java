package vn.cchc.feedback;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every change a feedback can go through, and from where. An answer needs a unit that answers for it, so there is no way
 * from accepted to answered but through an assignment.
 */
public enum Transition {
    RECEIVE("feedback", "received", State.RECEIVED),
    REQUEST_SUPPLEMENT("supplement-requests", "supplement-requested", State.SUPPLEMENT_REQUESTED),
    SUPPLEMENT("supplements", "supplemented", State.RECEIVED),
    ACCEPT("acceptances", "accepted", State.ACCEPTED),
    REFUSE("refusals", "refused", State.REFUSED),
    REFER("referrals", "referred", State.REFERRED),
    /** Also from one unit to another. */
    ASSIGN("assignments", "assigned", State.ASSIGNED),
    ANSWER("answers", "answered", State.ANSWERED),
    CLOSE("closures", "closed", State.CLOSED),
    WITHDRAW("withdrawals", "withdrawn", State.WITHDRAWN),
    /** The due day is counted anew with another table of working days. Nobody posts it; the state stays. */
    RECOUNT("recounts", "recounted", null);

    /** What the sender does without an account, by code and secret. */
    private static final Set<Transition> OF_SENDER = EnumSet.of(SUPPLEMENT, WITHDRAW);

    private final String resource;
    private final String pastParticiple;
    private final State to;

    Transition(String resource, String pastParticiple, State to) {
        this.resource = resource;
        this.pastParticiple = pastParticiple;
        this.to = to;
    }

    /** The sub-resource that is posted to, e.g. {@code referrals}. */
    public String resource() {
        return resource;
    }

    /** The type of the event that tells of it, e.g. {@code vn.cchc.feedback.referred.v1}. */
    public String eventType() {
        return "vn.cchc.feedback." + pastParticiple + ".v1";
    }

    /**
     * The transition that an event tells of.
     *
     * @throws IllegalArgumentException when there is none of that type
     */
    public static Transition ofEventType(String type) {
        return Arrays.stream(values())
                .filter(transition -> transition.eventType().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No transition has events of type " + type));
    }

    /** The state that it leads to; empty where that stays as it was. */
    public Optional<State> to() {
        return Optional.ofNullable(to);
    }

    public boolean possibleFrom(State state) {
        return from(state).contains(this);
    }

    /** The sub-resources that may be posted to in this state, in the order of the work. */
    public static List<String> allowedFrom(State state) {
        return from(state).stream().map(Transition::resource).toList();
    }

    /** Those of {@link #allowedFrom} that are the sender's own. */
    public static List<String> allowedToSenderFrom(State state) {
        return from(state).stream()
                .filter(OF_SENDER::contains)
                .map(Transition::resource)
                .toList();
    }

    private static Set<Transition> from(State state) {
        return switch (state) {
            case RECEIVED -> EnumSet.of(REQUEST_SUPPLEMENT, ACCEPT, REFUSE, REFER, WITHDRAW);
            case SUPPLEMENT_REQUESTED -> EnumSet.of(SUPPLEMENT, ACCEPT, REFUSE, REFER, WITHDRAW);
            case ACCEPTED -> EnumSet.of(ASSIGN, WITHDRAW);
            case ASSIGNED -> EnumSet.of(ASSIGN, ANSWER, WITHDRAW);
            case ANSWERED -> EnumSet.of(CLOSE);
            case REFUSED, REFERRED, CLOSED, WITHDRAWN -> EnumSet.noneOf(Transition.class);
        };
    }
}
