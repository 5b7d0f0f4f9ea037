package vn.cchc.feedback.escalation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.cchc.platform.production.Fault;
import vn.cchc.platform.production.Plaintext;
import vn.cchc.platform.production.ProductionRule;
import vn.cchc.platform.production.Settings;

/** Where production has an SMTP server, it is spoken to over TLS and with a sender's address; without one no mail is sent. */
public final class MailRule implements ProductionRule {

    private static final String PREFIX = "quarkus.mailer.";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        List<Fault> faults = new ArrayList<>();
        if (settings.get(PREFIX + "host").isEmpty()) {
            return faults;
        }
        if (settings.get(PREFIX + "from").filter(from -> from.contains("@")).isEmpty()) {
            faults.add(Fault.missing(PREFIX + "from", "the address that mails are sent from"));
        }
        boolean encrypted =
                settings.get(PREFIX + "tls").filter("true"::equalsIgnoreCase).isPresent()
                        || settings.get(PREFIX + "start-tls")
                                .filter("REQUIRED"::equalsIgnoreCase)
                                .isPresent();
        if (!encrypted) {
            faults.add(Fault.insecure(PREFIX + "start-tls", "it must be REQUIRED, or quarkus.mailer.tls true"));
        }
        if (settings.get(PREFIX + "trust-all")
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent()) {
            faults.add(Fault.insecure(PREFIX + "trust-all", "certificates and host names must be verified"));
        }
        if (settings.get(PREFIX + "mock")
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent()) {
            faults.add(new Fault(PREFIX + "mock", "would keep mails from being sent"));
        }
        return faults;
    }
}
