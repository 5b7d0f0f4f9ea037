package vn.cchc.feedback.handling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.http.FieldFault;

class SenderDetailsTest {

    private static SenderDetails withPhone(String phone) {
        return new SenderDetails(null, null, phone, null);
    }

    private static SenderDetails withEmail(String email) {
        return new SenderDetails(null, null, null, email);
    }

    @ParameterizedTest
    @CsvSource({
        "0912 345 678, +84912345678",
        "0912.345.678, +84912345678",
        "+84 (912) 345-678, +84912345678",
        "024 3825 1234, +842438251234",
        "0227 3851 234, +842273851234",
        "84912345678, +84912345678",
        "0084 912 345 678, +84912345678",
        "+84(0)912 345 678, +84912345678",
        "+84 0912 345 678, +84912345678",
        "84(0)24 3825 1234, +842438251234",
        "'\u202a0912\u00a0345\u2011678\u202c', +84912345678",
        "０９１２３４５６７８, +84912345678",
        "0049 30 901820, +4930901820",
        "+49 30 901820, +4930901820"
    })
    void aPhoneNumberIsKeptInOneForm(String written, String kept) {
        assertThat(withPhone(written).phone()).isEqualTo(kept);
        assertThat(withPhone(written).faults("sender")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "0112345678",
                "09123456789",
                "091234567",
                "abc",
                "---",
                "+84 12",
                "+0123456789",
                "٠٩١٢٣٤٥٦٧٨"
            })
    void whatIsNoPhoneNumberIsAFault(String written) {
        assertThat(withPhone(written).faults("sender"))
                .extracting(FieldFault::field)
                .containsExactly("sender.phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an@example.vn", "an.nguyen+pakn@mail.example.com.vn", "a@b.vn"})
    void anEmailAddressIsTaken(String written) {
        assertThat(withEmail(written).faults("sender")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an",
                "an@",
                "@example.vn",
                "an@example",
                "an nguyen@example.vn",
                "an@-.vn",
                "a@b@c.vn",
                "an\u00a0@example.vn"
            })
    void whatIsNoEmailAddressIsAFault(String written) {
        assertThat(withEmail(written).faults("sender"))
                .extracting(FieldFault::field)
                .containsExactly("sender.email");
    }

    @Test
    void anEmailAddressIsTakenAsItIsPasted() {
        SenderDetails pasted = withEmail("\u200e\u00a0an@exam\u200bple.vn\u202c ");

        assertThat(pasted.email()).isEqualTo("an@example.vn");
        assertThat(pasted.faults("sender")).isEmpty();
    }

    @Test
    void blanksAreNothing() {
        assertThat(new SenderDetails(" ", "\n", "", "\t").saysNothing()).isTrue();
    }

    @Test
    void namesAreComposedAndOnOneLine() {
        assertThat(new SenderDetails("  Nguye\u0302\u0303n\n  Văn An ", null, null, null).name())
                .isEqualTo("Nguyễn Văn An");
    }

    @Test
    void aLogShowsNothing() {
        assertThat(new SenderDetails("Nguyễn Văn An", "Thôn 3", "0912345678", "an@example.vn").toString())
                .doesNotContain("An", "Thôn", "912", "@");
    }

    @Test
    void whoMayNotSeeTheSenderSeesInitials() {
        SenderView view =
                SenderView.of(new SenderDetails("Nguyễn Văn An", "Thôn 3", "0912345678", "an@example.vn"), false);

        assertThat(view).isEqualTo(new SenderView("N*** V*** A***", "***", "***678", "***", true));
    }
}
