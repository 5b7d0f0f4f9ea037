package vn.cchc.feedback.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;

/** Projects {@code cchc.authority}: the latest state of each authority. */
@ApplicationScoped
class AuthorityEvents implements EventHandler {

    private final KnownAuthorities authorities;

    AuthorityEvents(KnownAuthorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public String topic() {
        return "cchc.authority";
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        events.forEach(this::keep);
    }

    private void keep(IncomingEvent event) {
        AuthorityEvent authority = event.as(AuthorityEvent.class);
        if (authority.code() == null || authority.name() == null) {
            throw new UnreadableEvent("An authority needs a code and a name", null);
        }
        authorities.keep(authority);
    }

    /** Resets each authority to its last event that is still valid; deletes it when there is none. */
    @Override
    public void voided(List<Voided> aggregates) {
        for (Voided voided : aggregates) {
            authorities.forget(voided.id());
            voided.last().ifPresent(this::keep);
        }
    }
}
