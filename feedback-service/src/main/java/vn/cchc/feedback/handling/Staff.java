package vn.cchc.feedback.handling;

import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.Scope;
import vn.cchc.platform.event.Actor;

/**
 * Who handles a feedback for the authority.
 *
 * @param sight the feedback visible to the right that is exercised
 */
record Staff(Actor actor, Sight sight) {

    static Staff of(Caller caller, Scope scope) {
        return new Staff(Actor.of(caller), Sight.of(scope));
    }
}
