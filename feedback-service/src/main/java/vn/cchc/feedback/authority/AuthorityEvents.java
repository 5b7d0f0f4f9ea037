package vn.cchc.feedback.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;
import vn.cchc.platform.event.Voided;

/** Keeps of each authority what was told of it last. */
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

    /** It is again as it was told of before what is lost; what was never told of otherwise is not known any more. */
    @Override
    public void voided(List<Voided> aggregates) {
        for (Voided voided : aggregates) {
            authorities.forget(voided.id());
            voided.last().ifPresent(this::keep);
        }
    }
}
