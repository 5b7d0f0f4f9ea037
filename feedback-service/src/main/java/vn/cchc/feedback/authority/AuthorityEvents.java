package vn.cchc.feedback.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.cchc.platform.event.EventHandler;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.UnreadableEvent;

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
        for (IncomingEvent event : events) {
            AuthorityEvent authority = event.as(AuthorityEvent.class);
            if (authority.code() == null || authority.name() == null) {
                throw new UnreadableEvent("An authority needs a code and a name", null);
            }
            authorities.keep(authority);
        }
    }
}
