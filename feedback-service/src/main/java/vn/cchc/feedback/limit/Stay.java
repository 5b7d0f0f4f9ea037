package vn.cchc.feedback.limit;

import java.time.LocalDate;
import vn.cchc.feedback.State;

/** A case was in a state from a day to a day. */
public record Stay(State state, LocalDate from, LocalDate to) {}
