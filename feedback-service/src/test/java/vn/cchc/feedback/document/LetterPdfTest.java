package vn.cchc.feedback.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters are left in {@code target}, to be looked at. */
class LetterPdfTest {

    private static final String LONG_UNIT =
            "Phòng Kinh tế, Hạ tầng và Đô thị thuộc Ủy ban nhân dân đặc khu Lý Sơn mở rộng";

    private static PrintedLetter letter(Optional<String> number, List<String> paragraphs, String sender, String unit) {
        IssuerName issuer = new IssuerName("UBND đặc khu Phú Quốc – Thổ Châu và các đảo thuộc tỉnh An Giang");
        return new PrintedLetter(
                issuer.letterhead(),
                number,
                "Phú Quốc",
                number.map(released -> LocalDate.of(2026, 2, 5)),
                OffsetDateTime.parse("2026-02-05T09:30:00+07:00"),
                "THƯ XIN LỖI",
                "Về việc chậm trả lời phản ánh, kiến nghị và hẹn lại ngày trả lời",
                List.of("Kính gửi: " + sender, "Địa chỉ: Số 12 ngõ 34 đường Nguyễn Thị Minh Khai, tổ dân phố số 5"),
                paragraphs,
                List.of("Như trên", "Lưu: VT, " + unit),
                issuer.onBehalf(),
                List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
                number.map(released -> "Nguyễn Ngọc Quỳnh Như"));
    }

    private static List<String> pages(String name, PrintedLetter letter) {
        byte[] pdf = LetterPdf.of(letter);
        try (PDDocument file = Loader.loadPDF(pdf)) {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", name), pdf);
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(file).replaceAll("\\s+", " "));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void long_names_and_decomposed_marks_are_printed_whole() {
        String sender = Normalizer.normalize(
                "Hợp tác xã Dịch vụ Nông nghiệp Tổng hợp Bãi Thơm – Cửa Dương – Hàm Ninh, do bà Đặng Thị Ngọc Huyền đại diện",
                Normalizer.Form.NFD);

        List<String> pages = pages(
                "letter-long.pdf",
                letter(
                        Optional.of("1234567/UBND-KTHTĐT"),
                        List.of(
                                "Ngày 05/01/2026, Ủy ban nhân dân đặc khu Phú Quốc tiếp nhận phản ánh, kiến nghị của Ông/Bà.",
                                "Lý do: Phải chờ cơ quan điện lực khảo sát toàn bộ cột đèn dọc tuyến đường, trong đó có đoạn qua rừng đặc dụng."),
                        sender,
                        LONG_UNIT));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .contains(
                        "ĐẶC KHU PHÚ QUỐC",
                        Normalizer.normalize(sender, Normalizer.Form.NFC),
                        "Số: 1234567/UBND-KTHTĐT",
                        "Phú Quốc, ngày 05 tháng 02 năm 2026",
                        "- Lưu: VT, " + LONG_UNIT + ".",
                        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
                        "Nguyễn Ngọc Quỳnh Như");
    }

    @Test
    void a_letter_longer_than_a_page_keeps_text_with_the_signature() {
        String paragraph = "Lý do: " + "phải chờ khảo sát cột đèn và mua vật tư thay thế, ".repeat(20);
        for (int paragraphs = 1; paragraphs <= 6; paragraphs++) {
            List<String> body = new ArrayList<>(java.util.Collections.nCopies(paragraphs, paragraph));
            body.add("Mong nhận được sự thông cảm./.");

            List<String> pages =
                    pages("letter-pages.pdf", letter(Optional.of("1/UBND-VP"), body, "Nguyễn Văn An", "Văn phòng"));

            String last = pages.get(pages.size() - 1);
            assertThat(last).contains("Mong nhận được sự thông cảm./.", "Nơi nhận:", "PHÓ CHỦ TỊCH");
            for (int page = 1; page < pages.size(); page++) {
                assertThat(pages.get(page)).startsWith(String.valueOf(page + 1) + " ");
            }
        }
    }

    @Test
    void a_draft_is_marked_and_has_no_number_day_and_signer() {
        assertThat(pages(
                                "letter-draft.pdf",
                                letter(Optional.empty(), List.of("Nội dung./."), "Nguyễn Văn An", "Văn phòng"))
                        .get(0))
                .contains("DỰ THẢO", "Số: ……/……", "ngày … tháng … năm 2026")
                .doesNotContain("Quỳnh Như");
    }

    @ParameterizedTest
    @CsvSource({
        "UBND xã Tiên Hưng, Ủy ban nhân dân xã Tiên Hưng, Tiên Hưng, TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH",
        "Ủy ban nhân dân Phường Bến Thành, Ủy ban nhân dân Phường Bến Thành, Bến Thành, TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH",
        "Huyện Đông Hưng, Huyện Đông Hưng, Đông Hưng, , THỦ TRƯỞNG CƠ QUAN",
        "Sở Nội vụ, Sở Nội vụ, Sở Nội vụ, , THỦ TRƯỞNG CƠ QUAN"
    })
    void a_peoples_committee_is_written_in_full(
            String registered, String full, String place, String onBehalf, String head) {
        IssuerName name = new IssuerName(registered);

        assertThat(List.of(name.full(), name.place(), name.head())).containsExactly(full, place, head);
        assertThat(name.onBehalf()).isEqualTo(Optional.ofNullable(onBehalf));
    }
}
