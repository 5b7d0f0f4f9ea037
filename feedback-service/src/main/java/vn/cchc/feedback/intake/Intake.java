package vn.cchc.feedback.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.attachment.Attachments;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.handling.ChangeContext;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackHistory;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.feedback.handling.FeedbackSender;
import vn.cchc.feedback.handling.Handling;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.feedback.tracking.TrackingKeys;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.platform.time.VietnamTime;

/** Receives feedback: from citizens without an account, and from clerks on behalf of others. */
@ApplicationScoped
class Intake {

    /** With 10^7 feedback and 10^12 codes, a random code collides once in 100,000 draws. */
    private static final int ATTEMPTS = 3;

    private static final String CODE_TAKEN = "uq_feedback_tracking_code";

    /** Violated when an idempotency key is reused after its record has expired; the request is then a new feedback. */
    private static final String ID_TAKEN = "pk_feedback";

    private final FeedbackRepository repository;
    private final Handling handling;
    private final KnownAuthorities authorities;
    private final Limits limits;
    private final GaplessNumbers numbers;
    private final TrackingKeys trackingKeys;
    private final FeedbackHistory history;
    private final Attachments attachments;
    private final ContactLimit contactLimit;
    private final CasesOfBefore casesOfBefore;
    private final IntakeConfig config;
    private final SecureRandom random = new SecureRandom();

    Intake(
            FeedbackRepository repository,
            Handling handling,
            KnownAuthorities authorities,
            Limits limits,
            GaplessNumbers numbers,
            TrackingKeys trackingKeys,
            FeedbackHistory history,
            Attachments attachments,
            ContactLimit contactLimit,
            CasesOfBefore casesOfBefore,
            IntakeConfig config) {
        this.repository = repository;
        this.handling = handling;
        this.authorities = authorities;
        this.limits = limits;
        this.numbers = numbers;
        this.trackingKeys = trackingKeys;
        this.history = history;
        this.attachments = attachments;
        this.contactLimit = contactLimit;
        this.casesOfBefore = casesOfBefore;
        this.config = config;
    }

    /** The receipt of a feedback, with the feedback's version. */
    record Received(ReceiptView receipt, long version) {}

    /** @param before whether it had been received before */
    record ReceivedOnce(Received received, boolean before) {}

    /**
     * Receives a feedback in its own transaction; retries with another code or id on a collision.
     *
     * @param who a citizen, or the clerk who enters it
     * @param derivedId derived from the idempotency key: resent after a database restore has lost it, the feedback gets
     *     the same id
     * @param once wraps the work inside the transaction; it may return the stored first response instead
     * @throws Problem 404; 422 for invalid input; 429 when a citizen's phone number or email address has handed in too much
     */
    <A> A receive(ReceiveFeedback wanted, Caller who, Optional<UUID> derivedId, Function<Supplier<Received>, A> once) {
        boolean isAnother = false;
        for (int left = ATTEMPTS; ; left--) {
            UUID id = isAnother ? Ids.next() : derivedId.orElseGet(Ids::next);
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> once.apply(() -> receive(wanted, who, id, Optional.empty())));
            } catch (ConstraintViolationException e) {
                isAnother = isAnother || ID_TAKEN.equals(e.getConstraintName());
                if (left == 1 || !(isAnother || CODE_TAKEN.equals(e.getConstraintName()))) {
                    throw e;
                }
            }
        }
    }

    /**
     * A row of an old register.
     *
     * @param ofFile ids of all rows of its file
     */
    record OfRegister(ReadRow row, Set<UUID> ofFile) {}

    /**
     * Receives a row of an old register in its own transaction, unless there is a feedback with that id: also where another request
     * receives it at the same moment, since ids are unique.
     *
     * @param who the clerk who enters it
     * @param id follows from what the row states
     * @throws Problem 404; 422 for invalid input, and for a row that is a case already
     */
    ReceivedOnce receiveOnce(OfRegister given, Caller who, UUID id) {
        for (int left = ATTEMPTS; ; left--) {
            boolean again = left < ATTEMPTS;
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> again && repository.findById(id) != null
                                ? new ReceivedOnce(received(id), true)
                                : new ReceivedOnce(receive(given.row().wanted(), who, id, Optional.of(given)), false));
            } catch (ConstraintViolationException e) {
                boolean mayPass = ID_TAKEN.equals(e.getConstraintName()) || CODE_TAKEN.equals(e.getConstraintName());
                if (left == 1 || !mayPass) {
                    throw e;
                }
            }
        }
    }

    /** The faults of rows that are cases already, by their place; see {@link CasesOfBefore}. */
    Map<Integer, FieldFault> takenBefore(List<ReadRow> rows, Caller who, Set<UUID> ofFile) {
        return casesOfBefore.of(rows, who.authority(), ofFile);
    }

    /** The receipts of those that there are, by id. */
    Map<UUID, ReceiptView> received(List<UUID> ids) {
        return repository.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        Feedback::id, feedback -> received(feedback).receipt()));
    }

    private Received receive(ReceiveFeedback wanted, Caller who, UUID id, Optional<OfRegister> row) {
        ChangeContext entered = handling.context(Actor.of(who));
        UUID authorityId = authorityFor(wanted, who);
        check(wanted, who, authorityId, entered);
        if (who.isCitizen()) {
            contactLimit.count(wanted.sender());
        }
        return received(enter(id, wanted, authorityId, entered, row));
    }

    /** @throws Problem 404 when there is none */
    Received received(UUID id) {
        return received(repository.findCase(id).orElseThrow(Problem::notFound).feedback());
    }

    private Received received(Feedback feedback) {
        return new Received(ReceiptView.of(feedback, trackingKeys.secrets().of(feedback.id())), feedback.version());
    }

    private Feedback enter(
            UUID id, ReceiveFeedback wanted, UUID authorityId, ChangeContext entered, Optional<OfRegister> row) {
        OffsetDateTime receivedAt = wanted.receivedAt() == null ? entered.at() : wanted.receivedAt();
        HandlingPolicy policy = limits.policyFor(scope(wanted, authorityId), localDay(receivedAt));
        attachments.reserve(wanted.attachments(), 0);
        // Locks the authority's number book until commit.
        int number = numbers.next(authorityId, entered.at().getYear(), FeedbackRepository.REGISTER);
        // Under that lock: no other row or clerk enters the same case of this authority meanwhile.
        row.flatMap(given -> casesOfBefore.of(given.row(), authorityId, given.ofFile()))
                .ifPresent(fault -> {
                    throw Problem.invalid(List.of(fault));
                });
        Feedback feedback = Feedback.received(
                new Feedback.Arrival(
                        id,
                        authorityId,
                        number,
                        TrackingCode.random(random),
                        wanted.channel(),
                        wanted.kind(),
                        wanted.content(),
                        receivedAt,
                        wanted.attachments().size(),
                        entered),
                policy);
        repository.add(feedback, new FeedbackSender(feedback, wanted.sender()));
        attachments.attach(id, authorityId, wanted.attachments(), 0);
        Optional<String> oldNumber = row.flatMap(given -> given.row().number());
        oldNumber.ifPresent(old -> casesOfBefore.keep(id, authorityId, old));
        history.received(feedback, entered, oldNumber.map(old -> "Số trong sổ cũ: " + old));
        return feedback;
    }

    private static UUID authorityFor(ReceiveFeedback wanted, Caller who) {
        if (who.isCitizen()) {
            if (wanted.authorityId() == null) {
                throw Problem.invalid("authorityId", "Phải chọn cơ quan.", "Must be given.");
            }
            return wanted.authorityId();
        }
        UUID own = who.authority();
        if (wanted.authorityId() != null && !wanted.authorityId().equals(own)) {
            throw Problem.notFound();
        }
        return own;
    }

    private static HandlingPolicy.Scope scope(ReceiveFeedback wanted, UUID authorityId) {
        return new HandlingPolicy.Scope(authorityId, wanted.channel(), null, Urgency.NORMAL);
    }

    private void check(ReceiveFeedback wanted, Caller who, UUID authorityId, ChangeContext entered) {
        List<FieldFault> faults = faults(wanted, who, authorityId, entered);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * What {@link #receive} would refuse now, without receiving it.
     *
     * @throws Problem 404 for another authority than the clerk's own
     */
    List<FieldFault> faults(ReceiveFeedback wanted, Caller who) {
        return faults(wanted, who, authorityFor(wanted, who), handling.context(Actor.of(who)));
    }

    private List<FieldFault> faults(ReceiveFeedback wanted, Caller who, UUID authorityId, ChangeContext entered) {
        List<FieldFault> faults = new ArrayList<>(wanted.sender().faults("sender"));
        LocalDate today = entered.at().toLocalDate();
        if (who.isCitizen()) {
            if (wanted.sender().name() == null) {
                faults.add(FieldFault.of("sender.name", "Phải có họ tên.", "Must be given."));
            }
            if (wanted.sender().phone() == null && wanted.sender().email() == null) {
                faults.add(FieldFault.of(
                        "sender.phone",
                        "Phải có số điện thoại hoặc email.",
                        "A phone number or an email address is needed."));
            }
        }
        if (wanted.receivedAt() != null) {
            if (wanted.receivedAt().isAfter(entered.at())) {
                faults.add(FieldFault.of(
                        "receivedAt", "Không được sau thời điểm hiện tại.", "Must not be in the future."));
            } else if (localDay(wanted.receivedAt()).isBefore(today.minus(config.oldestArrival()))) {
                faults.add(FieldFault.of(
                        "receivedAt",
                        "Quá xa: sớm nhất là " + today.minus(config.oldestArrival()) + ".",
                        "Too long ago: " + today.minus(config.oldestArrival()) + " at the earliest."));
            } else if (limits.findPolicyFor(scope(wanted, authorityId), localDay(wanted.receivedAt()))
                    .isEmpty()) {
                faults.add(FieldFault.of(
                        "receivedAt",
                        "Chưa có quy định thời hạn xử lý cho ngày đó.",
                        "No handling policy is in force on that day."));
            }
        }
        if (authorities.findOn(authorityId, today).isEmpty()) {
            faults.add(FieldFault.of("authorityId", "Không phải cơ quan đang hoạt động.", "Not a present authority."));
        }
        return faults;
    }

    private static LocalDate localDay(OffsetDateTime time) {
        return time.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    }
}
