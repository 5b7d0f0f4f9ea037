package vn.cchc.feedback.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.text.VietnameseText;

/** Identity of the sender, stored apart from the case: it can be erased while the case stays. */
@Entity
@DynamicUpdate
@Table(name = "feedback_sender")
public class FeedbackSender {

    @Id
    @Column(name = "feedback_id")
    private UUID feedbackId;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    private String name;
    private String address;
    private String phone;
    private String email;
    private String folded;

    protected FeedbackSender() {}

    public FeedbackSender(Feedback feedback, SenderDetails details) {
        this.feedbackId = feedback.id();
        this.authorityId = feedback.authorityId();
        set(details);
    }

    /** Overwrites with the parts given; the rest is unchanged. */
    void supplement(SenderDetails given) {
        set(new SenderDetails(
                Optional.ofNullable(given.name()).orElse(name),
                Optional.ofNullable(given.address()).orElse(address),
                Optional.ofNullable(given.phone()).orElse(phone),
                Optional.ofNullable(given.email()).orElse(email)));
    }

    private void set(SenderDetails details) {
        name = details.name();
        address = details.address();
        phone = details.phone();
        email = details.email();
        folded = Stream.of(name, phone, email)
                .filter(part -> part != null)
                .map(VietnameseText::fold)
                .collect(Collectors.joining(" | "));
    }

    /** Parts required for acceptance that are missing: name, address, and a phone number or an email address. */
    List<FieldFault> missing() {
        List<FieldFault> missing = new ArrayList<>();
        if (name == null) {
            missing.add(FieldFault.of("sender.name", "Thiếu họ tên người gửi.", "The sender's name is missing."));
        }
        if (address == null) {
            missing.add(
                    FieldFault.of("sender.address", "Thiếu địa chỉ người gửi.", "The sender's address is missing."));
        }
        if (phone == null && email == null) {
            missing.add(FieldFault.of(
                    "sender.phone",
                    "Thiếu số điện thoại hoặc email người gửi.",
                    "The sender's phone number or email address is missing."));
        }
        return missing;
    }

    public UUID feedbackId() {
        return feedbackId;
    }

    public UUID authorityId() {
        return authorityId;
    }

    public SenderDetails details() {
        return new SenderDetails(name, address, phone, email);
    }

    /** Name, phone and email, folded for search. */
    String folded() {
        return folded;
    }
}
