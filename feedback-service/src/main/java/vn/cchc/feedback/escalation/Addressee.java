package vn.cchc.feedback.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.http.Problem;

/**
 * Whose reminders are listed: a leader has those of the leader; an officer those of the own unit and of its head; the office
 * (clerks) those of all units and of what no unit has yet, as it sees after them; an authority above those of a superior.
 *
 * @param ofAllUnits whether those to units are listed, whichever unit it is
 * @param unit whose are listed, besides
 */
record Addressee(UUID authorityId, boolean ofAllUnits, Optional<UUID> unit, boolean ofLeader, boolean ofSuperior) {

    /** @throws Problem 403 for an account that belongs to no authority */
    static Addressee of(Caller caller) {
        return new Addressee(
                caller.authority(),
                caller.has(Role.CLERK),
                caller.has(Role.OFFICER) ? caller.unitId() : Optional.empty(),
                caller.has(Role.LEADER),
                caller.has(Role.SUPERIOR));
    }

    /** A condition on reminders r and feedback f; {@link #parameters} has its parameters. */
    String sql() {
        List<String> either = new ArrayList<>();
        if (ofAllUnits) {
            either.add("r.recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT')");
        } else if (unit.isPresent()) {
            either.add("(r.recipient IN ('OFFICER_UNIT', 'HEAD_OF_UNIT') AND f.unit_id = ?)");
        }
        if (ofLeader) {
            either.add("r.recipient = 'LEADER'");
        }
        if (ofSuperior) {
            either.add("r.recipient = 'SUPERIOR'");
        }
        return "r.open AND r.to_authority_id = ? AND (" + (either.isEmpty() ? "false" : String.join(" OR ", either))
                + ")";
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>(List.of(authorityId));
        if (!ofAllUnits) {
            unit.ifPresent(parameters::add);
        }
        return parameters;
    }
}
