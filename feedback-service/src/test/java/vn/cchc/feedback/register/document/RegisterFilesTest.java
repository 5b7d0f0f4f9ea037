package vn.cchc.feedback.register.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.handling.RefusalReason;
import vn.cchc.feedback.handling.SenderView;
import vn.cchc.feedback.register.RegisterEntry;

/** The register on paper and as a spreadsheet; both are left in {@code target} to be looked at. */
class RegisterFilesTest {

    private static final OffsetDateTime END = OffsetDateTime.parse("2021-02-01T00:00:00+07:00");
    private static final String FORMULA =
            "=HYPERLINK(\"http://example.vn\";\"bấm\") không phải công thức, đề nghị xã xem lại.";
    private static final String LAMP = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa ✓ ①.";

    private static RegisterEntry entry(int number, State state, String content) {
        boolean answered = state == State.ANSWERED;
        return new RegisterEntry(
                number,
                2021,
                false,
                UUID.randomUUID(),
                "5720-146-923-080",
                OffsetDateTime.parse("2021-01-05T08:30:00+07:00"),
                OffsetDateTime.parse("2021-01-05T08:30:00+07:00"),
                number % 2 == 0 ? Channel.ONLINE : Channel.PHONE,
                Kind.REFLECTION,
                new SenderView(
                        "Nguyễn Văn An", "Thôn 3, xã Tiên Hưng", "+84912345678", "nguyen.van.an@example.vn", false),
                content,
                state == State.REFERRED ? Classification.REGULATION_OTHER : Classification.REGULATION_OWN,
                state,
                UUID.randomUUID(),
                "Bộ phận Địa chính – Xây dựng",
                "Lê Văn Cường",
                LocalDate.parse("2021-01-15"),
                "VN-2026.1",
                number % 5 == 0,
                number % 7 == 0 ? LocalDate.parse("2021-01-14") : null,
                number % 3 == 0 ? 1 : 0,
                number % 3 == 0 ? LocalDate.parse("2021-01-15") : null,
                state == State.REFUSED ? RefusalReason.COMPLAINT : null,
                state == State.REFERRED ? "UBND huyện Đông Hưng" : null,
                state == State.REFERRED ? LocalDate.parse("2021-01-11") : null,
                answered ? LocalDate.parse("2021-01-11") : null,
                answered ? "15/UBND-ĐC" : null,
                answered ? LocalDate.parse("2021-01-11") : null,
                answered ? true : null,
                number % 11 == 0
                        ? new RegisterEntry.Reopened(
                                1, LocalDate.parse("2021-01-13"), LocalDate.parse("2021-01-11"), false)
                        : null);
    }

    private static RegisterEntry lost(int number) {
        return new RegisterEntry(
                number,
                2021,
                true,
                UUID.randomUUID(),
                null,
                OffsetDateTime.parse("2021-01-06T09:00:00+07:00"),
                null,
                Channel.ONLINE,
                Kind.PROPOSAL,
                null,
                null,
                null,
                State.RECEIVED,
                null,
                null,
                null,
                LocalDate.parse("2021-01-18"),
                null,
                false,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PrintedRegister register(Consumer<PrintedRegister.Builder> filling) {
        PrintedRegister.Builder builder = new PrintedRegister.Builder(false);
        filling.accept(builder);
        return builder.atEndOf("UBND xã Tiên Hưng", PrintedRegister.ofYear(2021), LocalDate.parse("2021-01-31"), END);
    }

    /** One of each, some of them long: one is longer than a page. */
    private static PrintedRegister january() {
        return register(builder -> {
            builder.add(entry(1, State.ANSWERED, LAMP));
            builder.add(entry(2, State.REFUSED, FORMULA));
            builder.add(entry(3, State.REFERRED, "Đường huyện qua thôn 5 có nhiều ổ gà. ".repeat(12) + "hết-ba"));
            builder.add(entry(4, State.WITHDRAWN, "+84 912 là số máy hỏng"));
            builder.add(entry(5, State.ASSIGNED, "Dòng dài. ".repeat(500) + "hết-năm"));
            builder.add(lost(6));
            builder.add(entry(7, State.SUPPLEMENT_REQUESTED, "x".repeat(120) + "\nđoạn hai\n\n@ đoạn ba"));
            for (int number = 8; number <= 30; number++) {
                builder.add(entry(number, State.RECEIVED, LAMP));
            }
        });
    }

    private static byte[] kept(String name, byte[] file) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", name), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pages(byte[] pdf) {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(file));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(byte[] xlsx) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                assertThat(part.getTimeLocal().getYear()).as(part.getName()).isEqualTo(1980);
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    return withLetters(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("No sheet");
    }

    /** The library writes letters beyond ASCII as references. */
    private static String withLetters(String xml) {
        return Pattern.compile("&#x([0-9a-fA-F]+);")
                .matcher(xml)
                .replaceAll(
                        letter -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter.group(1), 16))));
    }

    @Test
    void nothingOfACellIsCut() {
        List<String> pages = pages(kept("register.pdf", RegisterPdf.of(january())));

        String all = String.join(" ", pages).replaceAll("\\s+", "");
        assertThat(all).contains("hết-ba", "hết-năm", "đoạnba");
        assertThat(all.chars().filter(letter -> letter == 'x')).hasSizeGreaterThanOrEqualTo(120);
        assertThat(Pattern.compile("Dòngdài\\.")
                        .matcher(String.join("", contents(january())))
                        .results())
                .hasSize(500);
    }

    /** The texts of the column of contents, as they stand on paper. */
    private static List<String> contents(PrintedRegister register) {
        List<String> texts = new ArrayList<>();
        try (PDDocument file = Loader.loadPDF(RegisterPdf.of(register))) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    float millimetres = text.getX() * 25.4f / 72;
                    if (millimetres > 110 && millimetres < 148) {
                        texts.add(text.getUnicode().strip());
                    }
                }
            };
            stripper.getText(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Test
    void everythingStandsWithinTheMargins() throws IOException {
        List<Float> left = new ArrayList<>();
        List<Float> right = new ArrayList<>();
        List<Float> bottom = new ArrayList<>();
        try (PDDocument file = Loader.loadPDF(RegisterPdf.of(january()))) {
            for (PDPage page : file.getPages()) {
                assertThat(page.getMediaBox().getWidth())
                        .isGreaterThan(page.getMediaBox().getHeight());
            }
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    left.add(text.getX());
                    right.add(text.getX() + text.getWidth());
                    bottom.add(text.getYDirAdj());
                }
            };
            stripper.getText(file);
        }

        assertThat(left).allMatch(x -> x >= 30 / 25.4f * 72);
        assertThat(right).allMatch(x -> x <= (297 - 15) / 25.4f * 72);
        assertThat(bottom).allMatch(y -> y <= (210 - 20) / 25.4f * 72);
    }

    @Test
    void theHeadingsStandOnEachPageAndItsNumberFromTheSecondOn() {
        List<String> pages = pages(RegisterPdf.of(january()));

        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages.get(0))
                .contains("ỦY BAN NHÂN DÂN", "XÃ TIÊN HƯNG", "SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ", "Năm 2021")
                .contains("(Theo số liệu đến hết ngày 31/01/2021)")
                .doesNotStartWith("1\n");
        for (int page = 1; page < pages.size(); page++) {
            assertThat(pages.get(page)).startsWith(String.valueOf(page + 1)).contains("Nội dung");
        }
        assertThat(pages.get(pages.size() - 1))
                .contains("Tổng cộng: 30 số, trong đó 1 số bị mất.", "NGƯỜI LẬP SỔ", "THỦ TRƯỞNG CƠ QUAN");
    }

    @Test
    void theSignaturesNeverStandAlone() {
        for (int count = 2; count < 14; count++) {
            int lines = count;
            List<String> pages = pages(RegisterPdf.of(register(builder -> {
                for (int number = 1; number <= lines; number++) {
                    builder.add(entry(number, State.RECEIVED, LAMP));
                }
            })));

            assertThat(pages.get(pages.size() - 1)).as("of %d", count).contains("NGƯỜI LẬP SỔ", "5720");
        }
    }

    @Test
    void whatLooksLikeAFormulaIsText() throws IOException {
        String sheet = sheet(kept("register.xlsx", RegisterSheet.of(january())));

        assertThat(sheet)
                .doesNotContain("<f>")
                .contains("=HYPERLINK(", "+84 912 là số máy hỏng", "hết-năm")
                .contains("t=\"inlineStr\"");
        assertThat(Pattern.compile("<c r=\"[A-Z]+\\d+\"[^>]*t=\"inlineStr\"[^>]*><is><t[^>]*>=HYPERLINK")
                        .matcher(sheet)
                        .find())
                .isTrue();
    }

    @Test
    void bothSayTheSame() throws IOException {
        List<List<RegisterCell>> lines = new ArrayList<>();
        PrintedRegister register = january();
        register.lines().each(lines::add);
        String paper = String.join(" ", pages(RegisterPdf.of(register))).replaceAll("\\s+", "");
        String sheet = sheet(RegisterSheet.of(register));

        assertThat(lines).hasSize(30);
        for (List<RegisterCell> line : lines.subList(7, 30)) {
            for (RegisterCell cell : line) {
                if (cell instanceof RegisterCell.Text text) {
                    text.printed().lines().forEach(part -> {
                        assertThat(sheet).contains(part);
                        // A line break may follow these words, and a longer one is broken.
                        for (String word : part.split(" ", -1)) {
                            assertThat(paper).contains(word.substring(0, Math.min(8, word.length())));
                        }
                    });
                }
            }
        }
        assertThat(sheet).contains("<v>30</v>", "<v>44211.0</v>");
    }

    @Test
    void theSameRegisterGivesTheSameBytes() throws InterruptedException {
        byte[] pdf = RegisterPdf.of(january());
        byte[] xlsx = RegisterSheet.of(january());
        long second = System.nanoTime() + 1_100_000_000L;
        while (System.nanoTime() < second) {
            Thread.onSpinWait();
        }

        assertThat(RegisterPdf.of(january())).isEqualTo(pdf);
        assertThat(RegisterSheet.of(january())).isEqualTo(xlsx);
    }

    @Test
    void anEmptyRegisterIsOnePageToSign() {
        List<String> pages = pages(RegisterPdf.of(register(builder -> {})));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("Tổng cộng: 0 số.", "NGƯỜI LẬP SỔ");
        assertThat(RegisterSheet.of(register(builder -> {}))).isNotEmpty();
    }
}
