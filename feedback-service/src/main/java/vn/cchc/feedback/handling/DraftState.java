package vn.cchc.feedback.handling;

/** Who has the draft of an answer. */
public enum DraftState {
    /** The office writes it. Also once it was taken back, or came back because the case has changed its state or its unit. */
    WRITTEN,
    /** With the leader, who releases or returns it; nobody changes it meanwhile, but the office may take it back. */
    SUBMITTED,
    /** The office has it back from the leader, with the reason. */
    RETURNED
}
