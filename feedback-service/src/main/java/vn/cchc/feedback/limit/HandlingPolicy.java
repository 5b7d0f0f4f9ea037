package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Urgency;

/** A limit and the scope of cases it applies to. Unset criteria match everything. */
@Entity
@Immutable
@Table(name = "handling_policy")
public class HandlingPolicy {

    @Id
    private UUID id;

    @Column(name = "authority_id")
    private UUID authorityId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Classification classification;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Embedded
    private HandlingLimit limit;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    /** Last day of validity; unbounded when {@code null}. */
    @Column(name = "valid_to")
    private LocalDate validTo;

    protected HandlingPolicy() {}

    public HandlingPolicy(UUID id, Scope scope, HandlingLimit limit, LocalDate validFrom, Optional<LocalDate> validTo) {
        this.id = id;
        this.authorityId = scope.authorityId();
        this.channel = scope.channel();
        this.classification = scope.classification();
        this.urgency = scope.urgency();
        this.limit = limit;
        this.validFrom = validFrom;
        this.validTo = validTo.orElse(null);
    }

    public UUID id() {
        return id;
    }

    public HandlingLimit limit() {
        return limit;
    }

    Scope scope() {
        return new Scope(authorityId, channel, classification, urgency);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /**
     * Criteria of a policy, or the attributes of a case; {@code null} means any, or not yet known.
     *
     * @param classification unknown until acceptance; a policy for any category is a limit for answers. {@link
     *     Classification#REGULATION_OTHER}, which is referred and not answered, has its own.
     */
    public record Scope(UUID authorityId, Channel channel, Classification classification, Urgency urgency) {

        boolean covers(Scope one) {
            return (authorityId == null || authorityId.equals(one.authorityId))
                    && (channel == null || channel == one.channel)
                    && (classification == null
                            ? one.classification != Classification.REGULATION_OTHER
                            : classification == one.classification)
                    && (urgency == null || urgency == one.urgency);
        }

        /** Specificity: the own authority outranks category, urgency and channel, in that order. */
        int weight() {
            return (authorityId == null ? 0 : 8)
                    + (classification == null ? 0 : 4)
                    + (urgency == null ? 0 : 2)
                    + (channel == null ? 0 : 1);
        }
    }
}
