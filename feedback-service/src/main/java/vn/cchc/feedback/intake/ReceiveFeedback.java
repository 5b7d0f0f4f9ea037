package vn.cchc.feedback.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.handling.SenderDetails;
import vn.cchc.platform.http.ShowsAtLeast;

/**
 * Request to submit a feedback.
 *
 * @param authorityId the addressed authority; optional for a clerk, who enters for the own one
 * @param channel     {@link Channel#ONLINE} by default, the only one without an account
 * @param kind        {@link Kind#REFLECTION} by default
 * @param receivedAt  actual time of arrival, given by a clerk; now by default
 * @param attachments ids of completed uploads; never null
 */
@Schema(description = "Phản ánh, kiến nghị gửi đến cơ quan. A feedback for an authority.", examples = """
                {"authorityId": "0190d5a0-0000-7000-8000-000000000001", "kind": "REFLECTION",
                 "content": "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.",
                 "sender": {"name": "Nguyễn Văn An", "address": "Thôn 3, xã Tiên Hưng", "phone": "0912 345 678"}}""")
public record ReceiveFeedback(
        @Schema(description = "The authority it is for. A clerk may leave it out.")
        UUID authorityId,

        @Schema(description = "ONLINE when absent; the others need a clerk's token.")
        Channel channel,

        @Schema(description = "REFLECTION (phản ánh) when absent; PROPOSAL is kiến nghị.")
        Kind kind,

        @NotBlank
        @Size(min = 10, max = 5000)
        @ShowsAtLeast(10)
        @Schema(examples = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.")
        String content,

        @NotNull @Valid SenderDetails sender,

        @Schema(
                examples = "2021-01-04T09:30:00+07:00",
                description = "When it really arrived; for clerks. Not in the future, at most 365 days ago.")
        OffsetDateTime receivedAt,

        @Size(max = AttachedFiles.MOST)
        @Schema(description = "Completed uploads (`/api/v1/uploads`), by the last part of their address.")
        List<@NotNull UUID> attachments) {

    public ReceiveFeedback {
        channel = channel == null ? Channel.ONLINE : channel;
        kind = kind == null ? Kind.REFLECTION : kind;
        content = WrittenText.of(content);
        attachments = attachments == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(attachments));
    }

    /** Whether only a clerk enters it: it came another way, or earlier. */
    boolean needsAccount() {
        return channel != Channel.ONLINE || receivedAt != null;
    }

    /** Omits content and sender, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "ReceiveFeedback[…]";
    }
}
