package vn.cchc.feedback;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every transition of a feedback and the states it starts from. Answering requires an assigned unit; hence there is no
 * transition from accepted to answered, but by the answer of the same matter, with its unit.
 */
public enum Transition {
    RECEIVE("feedback", "received", State.RECEIVED),
    REQUEST_SUPPLEMENT("supplement-requests", "supplement-requested", State.SUPPLEMENT_REQUESTED),
    SUPPLEMENT("supplements", "supplemented", State.RECEIVED),
    ACCEPT("acceptances", "accepted", State.ACCEPTED),
    REFUSE("refusals", "refused", State.REFUSED),
    REFER("referrals", "referred", State.REFERRED),
    /** Also reassigns from one unit to another. */
    ASSIGN("assignments", "assigned", State.ASSIGNED),
    /** Counts it among the cases of one matter, which another case leads; the state is unchanged, and its own limit runs on. */
    MERGE("merges", "merged", null),
    /** Takes it out of them again. */
    SEPARATE("separations", "separated", null),
    /** Asks the leader for a later due day; the state is unchanged, as by the decision on it. */
    REQUEST_EXTENSION("extension-requests", "extension-requested", null),
    EXTEND("extensions", "extended", null),
    REFUSE_EXTENSION("extension-refusals", "extension-refused", null),
    /** The leader releases the letter of apology for a late answer; state and due day are unchanged. */
    RELEASE_APOLOGY("apology-releases", "apology-released", null),
    /** Hands the draft of the answer to the leader; the state is unchanged, as when it comes back. */
    SUBMIT_ANSWER("answer-submissions", "answer-submitted", null),
    /** The office takes the draft back from the leader. */
    RECALL_ANSWER("answer-recalls", "answer-recalled", null),
    RETURN_ANSWER("answer-returns", "answer-returned", null),
    ANSWER("answers", "answered", State.ANSWERED),
    /** The leader releases the draft: it is the answer, and others hear of it as of any answer. */
    RELEASE_ANSWER("answer-releases", "answered", State.ANSWERED),
    /** Answers it as the case that it is merged into was answered; others hear of it as of any answer. */
    SHARE_ANSWER("shared-answers", "answered", State.ANSWERED),
    CLOSE("closures", "closed", State.CLOSED),
    /** Opens an answered feedback again: the next round begins. */
    REOPEN("reopenings", "reopened", State.REOPENED),
    WITHDRAW("withdrawals", "withdrawn", State.WITHDRAWN),
    /** Recounts the due day with another working-day table. Triggered by the service only; the state is unchanged. */
    RECOUNT("recounts", "recounted", null);

    /** Transitions available to the sender, authenticated by code and secret. */
    private static final Set<Transition> OF_SENDER = EnumSet.of(SUPPLEMENT, REOPEN, WITHDRAW);

    /** Ways to an answer: directly, by a draft that the leader releases, or by that of another case of the same matter. */
    private static final Set<Transition> ANSWERING =
            EnumSet.of(SUBMIT_ANSWER, RECALL_ANSWER, RETURN_ANSWER, ANSWER, RELEASE_ANSWER, SHARE_ANSWER);

    /** Every open feedback may tell of the same matter as another one. */
    private static final Set<Transition> OF_ONE_MATTER = EnumSet.of(MERGE, SEPARATE);

    private final String resource;
    private final String pastParticiple;
    private final State to;

    Transition(String resource, String pastParticiple, State to) {
        this.resource = resource;
        this.pastParticiple = pastParticiple;
        this.to = to;
    }

    /** Whether the sender makes it, too. */
    public boolean isOfSender() {
        return OF_SENDER.contains(this);
    }

    /** The sub-resource that is posted to, e.g. {@code referrals}. */
    public String resource() {
        return resource;
    }

    /** Type of the event published for the transition, e.g. {@code vn.cchc.feedback.referred.v1}. */
    public String eventType() {
        return "vn.cchc.feedback." + pastParticiple + ".v1";
    }

    /**
     * The transition of an event type; {@link #ANSWER} for an answer that was released or shared, too.
     *
     * @throws IllegalArgumentException for an unknown type
     */
    public static Transition ofEventType(String type) {
        return Arrays.stream(values())
                .filter(transition -> transition.eventType().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No transition has events of type " + type));
    }

    /**
     * Target state; empty when the state is unchanged.
     *
     * @param reopened whether the feedback has been reopened: what is supplied leads back to that
     */
    public Optional<State> to(boolean reopened) {
        return this == SUPPLEMENT && reopened ? Optional.of(State.REOPENED) : Optional.ofNullable(to);
    }

    /** Whether it leads to a state, which may be the one before. */
    public boolean entersState() {
        return to != null;
    }

    /** @param reopened whether the feedback has been reopened */
    public boolean possibleFrom(State state, boolean reopened) {
        return from(state, reopened).contains(this);
    }

    /**
     * What was answered once has been classified and assigned: it is answered again, without what is missing if need be. It is not
     * withdrawn any more, as its answers have been counted.
     */
    private static Set<Transition> from(State state, boolean reopened) {
        EnumSet<Transition> transitions = from(state);
        if (reopened) {
            if (state == State.SUPPLEMENT_REQUESTED) {
                transitions = withAnswering(EnumSet.of(SUPPLEMENT, ASSIGN, EXTEND, REFUSE_EXTENSION, RELEASE_APOLOGY));
                transitions.addAll(OF_ONE_MATTER);
            }
            transitions.remove(WITHDRAW);
        }
        return transitions;
    }

    private static EnumSet<Transition> from(State state) {
        EnumSet<Transition> transitions = ofState(state);
        if (state.open()) {
            transitions.addAll(OF_ONE_MATTER);
        }
        return transitions;
    }

    private static EnumSet<Transition> ofState(State state) {
        return switch (state) {
            case RECEIVED -> EnumSet.of(REQUEST_SUPPLEMENT, ACCEPT, REFUSE, REFER, RELEASE_APOLOGY, WITHDRAW);
            case SUPPLEMENT_REQUESTED -> EnumSet.of(SUPPLEMENT, ACCEPT, REFUSE, REFER, RELEASE_APOLOGY, WITHDRAW);
            case ACCEPTED ->
                EnumSet.of(
                        ASSIGN, REQUEST_EXTENSION, EXTEND, REFUSE_EXTENSION, RELEASE_APOLOGY, SHARE_ANSWER, WITHDRAW);
            case ASSIGNED ->
                withAnswering(
                        EnumSet.of(ASSIGN, REQUEST_EXTENSION, EXTEND, REFUSE_EXTENSION, RELEASE_APOLOGY, WITHDRAW));
            case REOPENED ->
                withAnswering(EnumSet.of(
                        REQUEST_SUPPLEMENT, ASSIGN, REQUEST_EXTENSION, EXTEND, REFUSE_EXTENSION, RELEASE_APOLOGY));
            case ANSWERED -> EnumSet.of(CLOSE, REOPEN);
            case CLOSED -> EnumSet.of(REOPEN);
            case REFUSED, REFERRED, WITHDRAWN -> EnumSet.noneOf(Transition.class);
        };
    }

    private static EnumSet<Transition> withAnswering(EnumSet<Transition> others) {
        others.addAll(ANSWERING);
        return others;
    }
}
