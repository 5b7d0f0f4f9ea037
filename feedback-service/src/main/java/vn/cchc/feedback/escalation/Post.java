package vn.cchc.feedback.escalation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The SMTP server, where one is configured ({@code quarkus.mailer.host}, with {@code quarkus.mailer.from}). */
@ApplicationScoped
class Post {

    /** A transaction waits for it: shorter than a connection may be idle in one. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveMailer mailer;
    private final Optional<String> host;
    private final Optional<String> from;

    Post(
            ReactiveMailer mailer,
            @ConfigProperty(name = "quarkus.mailer.host") Optional<String> host,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.host = host.filter(value -> !value.isBlank());
        this.from = from.filter(value -> !value.isBlank());
    }

    /** Whether mails can be sent; otherwise none is composed. */
    boolean isConfigured() {
        return host.isPresent() && from.isPresent();
    }

    /** The Message-ID of a mail (RFC 5322, 3.6.4), in the domain of the sender. */
    String messageId(UUID mail) {
        String sender = from.orElseThrow().replaceAll("[>\\s]", "");
        return "<" + mail + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    /**
     * Hands a mail over to the SMTP server.
     *
     * @throws RuntimeException when it refuses the mail, or does not answer in time: it may have taken the mail then
     */
    void send(String messageId, String address, String subject, String text) {
        mailer.send(Mail.withText(address, subject, text)
                        .addHeader("Message-ID", messageId)
                        // RFC 3834: no automatic reply is wanted.
                        .addHeader("Auto-Submitted", "auto-generated"))
                .await()
                .atMost(PATIENCE);
    }
}
