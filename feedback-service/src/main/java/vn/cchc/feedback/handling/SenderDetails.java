package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.text.VietnameseText;

/**
 * Identity of the sender, as far as known.
 *
 * @param phone a Vietnamese number as typed, or an international one; stored as {@code +84…}
 */
@Schema(
        description =
                "Người gửi. Chỉ người có quyền mới xem được; không bao giờ xuất hiện trong sự kiện, nhật ký hay trang công"
                        + " khai. The sender: shown only to those who may see it.")
public record SenderDetails(
        @Schema(examples = "Nguyễn Văn An") @Size(max = SenderDetails.LONGEST_NAME)
        String name,

        @Schema(examples = "Thôn 3, xã Tiên Hưng") @Size(max = SenderDetails.LONGEST_ADDRESS)
        String address,

        @Schema(examples = "0912 345 678", description = "Số điện thoại Việt Nam hoặc quốc tế (E.164).")
        @Size(max = SenderDetails.LONGEST_PHONE)
        String phone,

        @Schema(examples = "an.nguyen@example.vn") @Size(max = SenderDetails.LONGEST_EMAIL)
        String email) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 500;
    static final int LONGEST_PHONE = 20;
    /** RFC 5321, 4.5.3.1.3, without the brackets. */
    static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.[\\p{L}]{2,}");

    public SenderDetails {
        name = WrittenText.lineOrNull(name);
        address = WrittenText.lineOrNull(address);
        phone = normalised(phone);
        email = WrittenText.lineOrNull(email);
    }

    private static String normalised(String written) {
        return written == null || VietnameseText.isInvisible(written) ? null : PhoneNumber.normalised(written);
    }

    /**
     * Faults of malformed phone numbers and email addresses.
     *
     * @param path of these details in the request
     */
    public List<FieldFault> faults(String path) {
        List<FieldFault> faults = new ArrayList<>();
        if (phone != null && !PhoneNumber.isValid(phone)) {
            faults.add(FieldFault.of(
                    path + ".phone",
                    "Không phải số điện thoại, ví dụ đúng: 0912 345 678 hoặc +84 912 345 678.",
                    "Not a phone number; examples: 0912 345 678 or +84 912 345 678."));
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            faults.add(FieldFault.of(
                    path + ".email",
                    "Không phải địa chỉ email, ví dụ đúng: ten@example.vn.",
                    "Not an email address; example: name@example.vn."));
        }
        return faults;
    }

    /** Whether no part is given. */
    public boolean saysNothing() {
        return name == null && address == null && phone == null && email == null;
    }

    /** Omits the identity, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "SenderDetails[…]";
    }
}
