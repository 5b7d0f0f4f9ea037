package vn.cchc.feedback;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.Xlsx;

/** The register that an office has kept in a file becomes cases, row by row. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OldRegisterTest {

    static final String PATH = "/api/v1/feedback-registers";

    private static final Object[] HEADINGS = {
        "STT",
        "Ngày tiếp nhận",
        "Họ và tên",
        "Địa chỉ",
        "Số điện thoại",
        "Email",
        "Hình thức tiếp nhận",
        "Loại (phản ánh/kiến nghị)",
        "Nội dung phản ánh, kiến nghị",
        "Ghi chú"
    };

    private static final String LAMP = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.";
    private static final String ROAD = "Đề xuất đổ bê tông đoạn đường từ đình làng ra chợ.";

    /** 4 January 2021 as Excel stores it. */
    private static final int FOURTH = 44_200;

    @Inject
    AgroalDataSource database;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    /** The form with a file, as a clerk's program sends it. */
    static RequestSpecification form(RequestSpecification caller, byte[] file) {
        return caller.contentType("multipart/form-data").multiPart("file", "so.xlsx", file, Xlsx.MEDIA_TYPE);
    }

    private ValidatableResponse send(byte[] file) {
        return send(file, "");
    }

    private ValidatableResponse send(byte[] file, String query) {
        return form(commune.asClerk(), file).post(PATH + query).then();
    }

    /** A register with a title over all columns and numbers beneath the headings, as offices print it. */
    static byte[] register(Xlsx file, String... rows) {
        String[] all = new String[rows.length + 4];
        all[0] = file.row(1, "ỦY BAN NHÂN DÂN XÃ TIÊN HƯNG");
        all[1] = file.row(2, "SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ NĂM 2020");
        all[2] = file.row(4, HEADINGS);
        all[3] = file.row(5, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)");
        System.arraycopy(rows, 0, all, 4, rows.length);
        return file.sheetWith("Năm 2020", "", "", Xlsx.merges("A1:J1", "A2:J2"), all)
                .bytes();
    }

    static byte[] twoRows() {
        Xlsx file = Xlsx.empty();
        return register(
                file,
                file.row(
                        6,
                        1,
                        file.number(FOURTH, "mm/dd/yyyy"),
                        "Nguyễn Văn An",
                        "Thôn 3, xã Tiên Hưng",
                        912_345_678,
                        "an.nguyen@example.vn",
                        "Điện thoại",
                        "Phản ánh",
                        LAMP,
                        "Gọi lại buổi chiều"),
                file.row(
                        7,
                        2,
                        file.number(44_196.625, "dd/mm/yyyy hh:mm"),
                        Normalizer.normalize("Trần Thị Bưởi", Normalizer.Form.NFD),
                        null,
                        null,
                        null,
                        "Trực tiếp",
                        "Kiến nghị",
                        ROAD));
    }

    private String row(Xlsx file, int number, String day, String channel, String content) {
        return file.row(number, number, day, "Nguyễn Văn An", "Thôn 3", null, null, channel, null, content);
    }

    private int handedIn() {
        return commune.asLeader()
                .get("/api/v1/statistics?from=2020-06-01&to=2021-01-05")
                .path("total.received");
    }

    @Test
    void eachRowBecomesACaseOfItsOwnDay() {
        ValidatableResponse answer = send(twoRows())
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("dryRun", equalTo(false))
                .body("counts.taken", equalTo(2))
                .body("rows.row", contains(6, 7))
                .body("rows.sheet", everyItem(equalTo("Năm 2020")))
                .body("rows.printedNumber", contains("1", "2"))
                .body("rows.outcome", everyItem(equalTo("TAKEN")))
                .body("rows.receipt.number", contains(1, 2))
                .body("rows.receipt.receivedAt", contains("2021-01-04T00:00:00+07:00", "2020-12-31T15:00:00+07:00"))
                .body("rows.receipt.dueOn", contains("2021-01-14", "2021-01-11"))
                .body("columns.findAll { it.field == null }.heading", contains("Ghi chú"))
                .body("columns.find { it.letters == 'B' }.field", equalTo("receivedAt"));

        List<String> ids = answer.extract().path("rows.receipt.id");
        commune.asClerk()
                .get("/api/v1/feedback/" + ids.get(0))
                .then()
                .body("channel", equalTo("PHONE"))
                .body("kind", equalTo("REFLECTION"))
                .body("content", equalTo(LAMP))
                .body("sender.phone", equalTo("+84912345678"))
                .body("sender.email", equalTo("an.nguyen@example.vn"));
        commune.asClerk()
                .get("/api/v1/feedback/" + ids.get(1))
                .then()
                .body("channel", equalTo("IN_PERSON"))
                .body("kind", equalTo("PROPOSAL"))
                .body("sender.name", equalTo("Trần Thị Bưởi"));
        Commune.asCitizen()
                .header("Tracking-Secret", answer.extract().<String>path("rows[0].receipt.trackingSecret"))
                .get("/api/v1/tracking/" + answer.extract().<String>path("rows[0].receipt.trackingCode"))
                .then()
                .statusCode(200);
    }

    @Test
    void aRowWithFaultsIsNotTakenAndTheOthersAre() {
        Xlsx file = Xlsx.empty();
        byte[] register = register(
                file,
                file.row(6, 1, "04/01/2021", "An", "Thôn 3", "09123", "khong-phai-email", "Điện thoại", null, LAMP),
                row(file, 7, "06/01/2021", "Điện thoại", LAMP),
                row(file, 8, "32/01/2021", "Bồ câu", "Hỏng"),
                file.row(9, 4, "04/01/2021", "Bình", null, null, null, "Email"),
                row(file, 10, "01/06/2019", "Bưu chính", LAMP),
                row(file, 11, "04/01/21", "Bưu chính", LAMP),
                row(file, 12, "04/01/2021", "Bưu chính", ROAD),
                file.row(13, "Tổng số: 7"));

        Response answer = send(register)
                .statusCode(200)
                .body("counts.taken", equalTo(1))
                .body("counts.faulty", equalTo(6))
                .body("complete", equalTo(true))
                .body("rows[0].faults.field", contains("sender.phone", "sender.email"))
                .body("rows[0].faults.column", contains("Số điện thoại", "Email"))
                .body("rows[1].faults.field", contains("receivedAt"))
                .body("rows[1].faults.message.vi", contains("Không được sau thời điểm hiện tại."))
                .body("rows[2].faults.field", contains("receivedAt", "channel", "content"))
                .body("rows[3].faults.field", contains("content"))
                .body("rows[3].faults.column", contains("Nội dung phản ánh, kiến nghị"))
                .body("rows[4].faults.message.en", hasItem(containsString("Too long ago")))
                .body("rows[5].faults.field", contains("receivedAt"))
                .body("rows[6].outcome", equalTo("TAKEN"))
                .body("rows[0].receipt", nullValue())
                .body("notes.code", contains("ROW_WITHOUT_CASE"))
                .body("notes[0].row", equalTo(13))
                .extract()
                .response();

        assertThat(answer.asString()).doesNotContain("09123", "khong-phai-email", "Bồ câu");
        assertThat(handedIn()).isEqualTo(1);
    }

    @Test
    void sentAgainNoRowIsTakenTwice() {
        List<String> first = send(twoRows()).extract().path("rows.receipt.id");

        send(twoRows())
                .body("counts.takenBefore", equalTo(2))
                .body("rows.receipt.id", equalTo(first))
                .body("rows.receipt.number", contains(1, 2));
        form(commune.as(TestTokens.clerk(commune.id(), commune.office())), twoRows())
                .post(PATH)
                .then()
                .body("counts.takenBefore", equalTo(2));
        assertThat(handedIn()).isEqualTo(2);
    }

    @Test
    void ofACorrectedFileTheCorrectedRowsAloneAreTaken() {
        Xlsx wrong = Xlsx.empty();
        send(register(
                        wrong,
                        row(wrong, 6, "04/01/2021", "Điện thoại", LAMP),
                        row(wrong, 7, "40/01/2021", "Điện thoại", ROAD)))
                .body("counts.taken", equalTo(1));
        Xlsx corrected = Xlsx.empty();
        send(register(
                        corrected,
                        row(corrected, 6, "03/01/2021", "Điện thoại", ROAD),
                        row(corrected, 7, "04/01/2021", "Điện thoại", LAMP)))
                .body("rows.outcome", contains("TAKEN", "TAKEN_BEFORE"));
    }

    @Test
    void twoRowsThatStateTheSameAreTwoCases() {
        Xlsx file = Xlsx.empty();
        byte[] register = register(
                file, row(file, 6, "04/01/2021", "Điện thoại", LAMP), row(file, 7, "04/01/2021", "Điện thoại", LAMP));

        send(register).body("counts.taken", equalTo(2));
        send(register).body("counts.takenBefore", equalTo(2));
    }

    @Test
    void theNumberOfTheOldRegisterStaysWithTheCase() {
        String id = send(twoRows()).extract().path("rows[1].receipt.id");

        commune.asClerk()
                .get("/api/v1/feedback/" + id + "/changes")
                .then()
                .body("items[0].reason", equalTo("Số trong sổ cũ: 2"));
    }

    @Test
    void aCorrectedRowThatWasTakenBeforeIsAFaultThatNamesItsCase() {
        Xlsx first = Xlsx.empty();
        send(register(
                        first,
                        row(first, 6, "04/01/2021", "Điện thoại", LAMP),
                        row(first, 7, "04/01/2021", "Điện thoại", ROAD)))
                .body("counts.taken", equalTo(2));
        Xlsx corrected = Xlsx.empty();

        send(register(
                        corrected,
                        corrected.row(
                                6, 6, "04/01/2021", "Nguyễn Văn Ân", "Thôn 3", null, null, "Điện thoại", null, LAMP),
                        row(corrected, 7, "03/01/2021", "Điện thoại", ROAD),
                        row(corrected, 8, "04/01/2021", "Điện thoại", "Rác ở chợ chưa được thu gom ba hôm nay.")))
                .body("rows.outcome", contains("FAULTY", "FAULTY", "TAKEN"))
                .body("rows[0].faults.field", contains("row"))
                .body("rows[0].faults[0].message.vi", containsString("số 1/2021"))
                .body("rows[1].faults[0].message.en", containsString("case 2/2021"));
        Xlsx again = Xlsx.empty();
        send(register(again, row(again, 6, "04/01/2021", "Điện thoại", LAMP + " Gấp.")))
                .body("rows.outcome", contains("FAULTY"));
        assertThat(handedIn()).isEqualTo(3);
    }

    @Test
    void aCaseThatWasEnteredByHandIsNotTakenAgain() {
        commune.asClerk()
                .body("""
                        {"channel": "PHONE", "receivedAt": "2021-01-04T10:15:00+07:00", "content": "%s",
                         "sender": {"name": "Nguyễn Văn An"}}""".formatted(LAMP.toUpperCase(Locale.ROOT)))
                .post("/api/v1/feedback")
                .then()
                .statusCode(201);

        for (String query : List.of("?dryRun=true", "")) {
            send(twoRows(), query)
                    .body("rows[0].outcome", equalTo("FAULTY"))
                    .body("rows[0].faults[0].message.vi", containsString("số 1/2021"))
                    .body("rows[1].outcome", equalTo(query.isEmpty() ? "TAKEN" : "IN_ORDER"));
        }
        assertThat(handedIn()).isEqualTo(2);
    }

    @Test
    void whatTheCallAddsIsNoPartOfARow() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheet(
                        "Sổ", file.row(1, "Ngày nhận", "Nội dung"), file.row(2, file.number(FOURTH, "14!"), LAMP))
                .bytes();
        send(register, "?channel=IN_PERSON").body("counts.taken", equalTo(1));

        send(register, "?channel=PHONE").body("counts.takenBefore", equalTo(1));
        assertThat(handedIn()).isEqualTo(1);
    }

    @Test
    void rowsInAnotherSheetAreCopiesAndHiddenSheetsAreNotRead() {
        Xlsx file = Xlsx.empty();
        String[] rows = {
            file.row(1, "Ngày nhận", "Nội dung", "Kênh"),
            file.row(2, "04/01/2021", LAMP, "Điện thoại"),
            file.row(3, "04/01/2021", ROAD, "Điện thoại")
        };
        byte[] register = file.sheet("Tháng 1", rows)
                .sheet("In", rows[0], rows[1])
                .sheetWith("Lưu", "state='hidden'", "", "", rows[0], file.row(2, "03/01/2021", ROAD, "Điện thoại"))
                .bytes();

        send(register, "?dryRun=true").body("rows.outcome", contains("IN_ORDER", "IN_ORDER", "COPY"));
        send(register)
                .body("rows.outcome", contains("TAKEN", "TAKEN", "COPY"))
                .body("counts.copies", equalTo(1))
                .body("notes.code", contains("HIDDEN_SHEET"))
                .body("notes[0].sheet", equalTo("Lưu"));
        send(register).body("rows.outcome", contains("TAKEN_BEFORE", "TAKEN_BEFORE", "COPY"));
        assertThat(handedIn()).isEqualTo(2);
    }

    @Test
    void aTitleDirectlyAboveHeadingsInTwoRowsTakesNothingFromThem() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheetWith(
                        "Sổ",
                        "",
                        "",
                        Xlsx.merges("A1:I1", "A2:A3", "B2:B3", "C2:E2", "F2:F3", "G2:G3", "H2:I2"),
                        file.row(1, "SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ"),
                        file.row(
                                2,
                                "STT",
                                "Ngày nhận",
                                "Người gửi",
                                null,
                                null,
                                "Nội dung",
                                "Kênh",
                                "Kết quả giải quyết"),
                        file.row(3, null, null, "Họ tên", "Địa chỉ", "SĐT", null, null, "Ngày", "Số văn bản"),
                        file.row(4, 1, "04/01/2021", "Nguyễn Văn An", "Thôn 3", "0912 345 678", LAMP, "Điện thoại"),
                        file.row(
                                5,
                                2,
                                "04/01/2021",
                                "Lê Thị Bình",
                                "Thôn 4",
                                null,
                                ROAD,
                                "Điện thoại",
                                "05/01/2021",
                                "7/UBND"))
                .bytes();

        String id = send(register)
                .body("rows.outcome", contains("TAKEN", "FAULTY"))
                .body("rows[1].faults.field", contains("result"))
                .body("rows[1].faults.column", contains("Kết quả giải quyết / Ngày"))
                .body(
                        "columns.field",
                        contains(
                                "number",
                                "receivedAt",
                                "sender.name",
                                "sender.address",
                                "sender.phone",
                                "content",
                                "channel",
                                "result",
                                "result"))
                .extract()
                .path("rows[0].receipt.id");
        commune.asClerk()
                .get("/api/v1/feedback/" + id)
                .then()
                .body("sender.address", equalTo("Thôn 3"))
                .body("sender.phone", equalTo("+84912345678"));
    }

    @Test
    void onlyOpenRowsAreTaken() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheet(
                        "Sổ",
                        file.row(1, "Ngày nhận", "Nội dung", "Kênh", "Tình trạng"),
                        file.row(2, "04/01/2021", LAMP, "Điện thoại", "Đã trả lời"),
                        file.row(3, "04/01/2021", ROAD, "Điện thoại", "Đang xử lý"))
                .bytes();

        send(register)
                .body("rows.outcome", contains("FAULTY", "TAKEN"))
                .body("rows[0].faults.column", contains("Tình trạng"));
    }

    @Test
    void daysThatMayBeExchangedAndDaysThatWereFilledInAreFaults() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheet(
                        "Sổ",
                        file.row(1, "Ngày nhận", "Nội dung", "Kênh"),
                        // "12/06/2020", typed where the month comes first: the sixth of December.
                        file.row(2, file.number(44_171, "m/d/yyyy"), LAMP, "Điện thoại"),
                        file.row(3, "13/12/2020", ROAD, "Điện thoại"),
                        file.row(4, file.number(44_166, "mm/yyyy"), LAMP + " Gấp.", "Điện thoại"))
                .bytes();

        send(register)
                .body("rows.outcome", contains("FAULTY", "TAKEN", "FAULTY"))
                .body("rows[0].faults.field", contains("receivedAt"))
                .body("rows[0].faults[0].message.vi", containsString("đảo ngày với tháng"))
                .body("rows[2].faults.message.vi", contains(containsString("Không đọc được ngày")));
    }

    @Test
    void aRowThatGoesOnBeneathIsAFaultOfBoth() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheetWith(
                        "Sổ",
                        "",
                        "",
                        Xlsx.merges("C5:D5"),
                        file.row(1, "Ngày nhận", "Nội dung", "Kênh", "Họ tên"),
                        file.row(2, "04/01/2021", LAMP, "Điện thoại"),
                        file.row(3, null, "Đề nghị sửa trước Tết."),
                        file.row(4, "04/01/2021", ROAD, "Điện thoại"),
                        file.row(5, "04/01/2021", ROAD + " Gấp.", "Điện thoại"))
                .bytes();

        send(register)
                .body("rows.outcome", contains("FAULTY", "FAULTY", "TAKEN", "FAULTY"))
                .body("rows[0].faults.field", contains("row"))
                .body("rows[1].faults.field", hasItem("row"))
                .body("rows[3].faults[0].message.vi", containsString("gộp nhiều cột"));
    }

    @Test
    void aTextWithTheSeparatorAndWithoutQuotesIsAFault() {
        String csv = """
                STT,Ngày nhận,Kênh,Nội dung,Ghi chú
                1,04/01/2021,Điện thoại,Đèn đường thôn 3 hỏng, đề nghị sửa chữa sớm.,
                2,04/01/2021,Điện thoại,"Đường làng ngập, đề nghị khơi cống.",
                """;

        send(csv.getBytes(UTF_8))
                .body("rows.outcome", contains("FAULTY", "TAKEN"))
                .body("rows[0].faults[0].message.vi", containsString("dấu ngoặc kép"));
    }

    @Test
    void afterAFailureInTheMiddleTheSameFileGoesOn() throws SQLException {
        Xlsx file = Xlsx.empty();
        byte[] register = register(
                file,
                row(file, 6, "04/01/2021", "Điện thoại", LAMP),
                row(file, 7, "04/01/2021", "Bồ câu", LAMP),
                row(file, 8, "04/01/2021", "Điện thoại", ROAD),
                row(file, 9, "04/01/2021", "Điện thoại", LAMP + " Lần hai."));
        execute("""
                CREATE FUNCTION fail_second() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.authority_id = '%s' AND NEW.register_number = 2 THEN RAISE EXCEPTION 'power is off'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER fail_second AFTER INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION fail_second()""".formatted(commune.id()));
        try {
            send(register).statusCode(greaterThanOrEqualTo(500));
        } finally {
            execute("DROP TRIGGER fail_second ON feedback; DROP FUNCTION fail_second()");
        }
        assertThat(handedIn()).isEqualTo(1);

        send(register)
                .body("rows.outcome", contains("TAKEN_BEFORE", "FAULTY", "TAKEN", "TAKEN"))
                .body("rows.findAll { it.receipt != null }.receipt.number", contains(1, 2, 3));
        assertThat(handedIn()).isEqualTo(3);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void csvIsReadWithAnyOrderOfColumnsAndWithoutDiacritics() {
        String csv = """
                So dien thoai;NOI DUNG;Ngay nhan;Kenh;Nguoi gui;Muc do
                912345678;"Đèn đường thôn 3 hỏng;
                đề nghị xã sửa chữa.";8h30 ngày 4/1/2021;qua điện thoại;Nguyễn Văn An;Gấp
                """;

        ValidatableResponse answer = send(csv.getBytes(UTF_8))
                .body("counts.taken", equalTo(1))
                .body("rows[0].sheet", nullValue())
                .body("rows[0].receipt.receivedAt", equalTo("2021-01-04T08:30:00+07:00"))
                .body("columns.findAll { it.field == null }.heading", contains("Muc do"));
        commune.asClerk()
                .get("/api/v1/feedback/" + answer.extract().<String>path("rows[0].receipt.id"))
                .then()
                .body("content", equalTo("Đèn đường thôn 3 hỏng;\nđề nghị xã sửa chữa."))
                .body("sender.phone", equalTo("+84912345678"));
    }

    @Test
    void headingsMayStandInTwoRowsAndSheetsWithoutThemAreNoted() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheet("Bìa", file.row(1, "SỔ THEO DÕI"))
                .sheetWith(
                        "Sổ",
                        "",
                        "",
                        Xlsx.merges("A1:A2", "B1:C1", "D1:D2", "E1:E2"),
                        file.row(1, "Ngày nhận", "Người gửi", null, "Nội dung", "Kênh"),
                        file.row(2, null, "Họ tên", "SĐT"),
                        file.row(3, "04/01/2021", "Nguyễn Văn An", "0912 345 678", LAMP, "Điện thoại"))
                .bytes();

        send(register)
                .body("counts.taken", equalTo(1))
                .body("columns.field", contains("receivedAt", "sender.name", "sender.phone", "content", "channel"))
                .body("notes.code", contains("SHEET_WITHOUT_HEADING"))
                .body("notes[0].sheet", equalTo("Bìa"));
    }

    @Test
    void mergedCellsAndFailedFormulasAreFaults() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheetWith(
                        "Sổ",
                        "",
                        "",
                        Xlsx.merges("A2:A3"),
                        file.row(1, "Ngày nhận", "Nội dung", "Kênh"),
                        file.row(2, "04/01/2021", LAMP, "Điện thoại"),
                        file.row(3, null, ROAD, "Điện thoại"),
                        file.row(4, "<c><f>TODAY()</f></c>", LAMP, "Điện thoại"),
                        file.row(5, "04/01/2021", LAMP, "Điện thoại"))
                .bytes();

        send(register)
                .body("rows.outcome", contains("FAULTY", "FAULTY", "FAULTY", "TAKEN"))
                .body("rows[0].faults.field", contains("row"))
                .body("rows[0].faults[0].message.vi", containsString("gộp nhiều dòng"))
                .body("rows[1].faults.field", hasItem("row"))
                .body("rows[2].faults.message.vi", hasItem(containsString("Công thức")));
    }

    @Test
    void aDryRunTakesNothing() {
        send(twoRows(), "?dryRun=true")
                .body("dryRun", equalTo(true))
                .body("counts.inOrder", equalTo(2))
                .body("rows.receivedAt", contains("2021-01-04T00:00:00+07:00", "2020-12-31T15:00:00+07:00"))
                .body("rows.channel", contains("PHONE", "IN_PERSON"))
                .body("rows.kind", contains("REFLECTION", "PROPOSAL"))
                .body("rows.receipt", everyItem(nullValue()))
                .body("rows.outcome", everyItem(equalTo("IN_ORDER")));
        assertThat(handedIn()).isZero();
    }

    @Test
    void theCallMayNameTheChannelOfRowsThatNameNone() {
        Xlsx file = Xlsx.empty();
        byte[] register = file.sheet(
                        "Sổ", file.row(1, "Ngày nhận", "Nội dung"), file.row(2, file.number(FOURTH, "14!"), LAMP))
                .bytes();

        send(register, "?dryRun=true").body("rows[0].faults.field", contains("channel"));
        send(register, "?channel=IN_PERSON").body("counts.taken", equalTo(1));
    }

    @Test
    void onlyClerksEnterAndForTheirOwnAuthority() {
        form(Commune.asCitizen(), twoRows()).post(PATH).then().statusCode(401);
        form(commune.asLeader(), twoRows()).post(PATH).then().statusCode(403);
        form(commune.asOfficer(commune.landUnit()), twoRows()).post(PATH).then().statusCode(403);
        List<String> own = send(twoRows()).extract().path("rows.receipt.id");

        Commune other = Commune.create();
        List<String> others = form(other.asClerk(), twoRows())
                .post(PATH)
                .then()
                .body("counts.taken", equalTo(2))
                .extract()
                .path("rows.receipt.id");
        assertThat(others).doesNotContainAnyElementsOf(own);
        other.asClerk().get("/api/v1/feedback/" + own.get(0)).then().statusCode(404);
    }

    @Test
    void filesThatAreNotReadSayWhy() {
        refused("%PDF-1.7".getBytes(UTF_8), "file-unknown-format", "Excel (.xlsx) hay CSV");
        refused(compoundFile("Workbook"), "file-old-excel-format", ".xlsx");
        refused(compoundFile("EncryptedPackage"), "file-encrypted", "mật khẩu");
        Xlsx macros = Xlsx.empty();
        refused(
                macros.sheet("A", macros.row(1, "a"))
                        .part("xl/vbaProject.bin", "x")
                        .bytes(),
                "file-macros",
                "macro");
        Xlsx bomb = Xlsx.empty();
        refused(
                bomb.sheet("A", bomb.row(1, "a"))
                        .part("xl/sharedStrings.xml", "<sst>" + " ".repeat(9 << 20) + "</sst>")
                        .bytes(),
                "file-too-large",
                "quá lớn");
        refused(new byte[(5 << 20) + 1], "file-too-large", "5 MB");
        Xlsx plain = Xlsx.empty();
        refused(
                plain.sheet("A", plain.row(1, "Họ và tên", "Nội dung")).bytes(),
                "register-without-heading",
                "ngày nhận");
        Xlsx twice = Xlsx.empty();
        refused(
                twice.sheet("A", twice.row(1, "Ngày nhận", "Ngày tiếp nhận", "Nội dung"))
                        .bytes(),
                "register-column-twice",
                "\"Ngày nhận\", \"Ngày tiếp nhận\"");
        Xlsx many = Xlsx.empty();
        String[] rows = IntStream.rangeClosed(1, 2_002)
                .mapToObj(r -> r == 1 ? many.row(1, "Ngày nhận", "Nội dung") : many.row(r, "04/01/2021", LAMP))
                .toArray(String[]::new);
        refused(many.sheet("A", rows).bytes(), "register-too-many-rows", "2000");
        commune.asClerk()
                .contentType("multipart/form-data")
                .multiPart("note", "x")
                .post(PATH)
                .then()
                .statusCode(422);
    }

    private void refused(byte[] file, String code, String words) {
        send(file)
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:" + code))
                .body("detail", containsString(words));
    }

    private static byte[] compoundFile(String stream) {
        byte[] file = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                4096);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    /** As clients do: while another file is read, and until the file is complete, it is sent again. */
    private static List<String> untilComplete(Supplier<RequestSpecification> clerk, byte[] file) {
        List<String> ids = new ArrayList<>();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    Response answer = form(clerk.get(), file).post(PATH);
                    assertThat(answer.statusCode()).isIn(200, 429);
                    boolean complete = answer.statusCode() == 200 && answer.<Boolean>path("complete");
                    if (complete) {
                        ids.addAll(answer.path("rows.receipt.id"));
                    }
                    return complete;
                });
        return ids;
    }

    @Test
    void aLongRegisterSentByTwoAtTheSameMomentIsTakenOnce() throws InterruptedException, ExecutionException {
        Xlsx file = Xlsx.empty();
        int rows = 400;
        byte[] register = register(
                file,
                IntStream.range(0, rows)
                        .mapToObj(r -> row(file, 6 + r, "04/01/2021", "Điện thoại", LAMP + " Cột số " + r + "."))
                        .toArray(String[]::new));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<String>>> calls = List.of(
                    () -> untilComplete(commune::asClerk, register),
                    () -> untilComplete(() -> commune.as(TestTokens.clerk(commune.id(), commune.office())), register));
            List<List<String>> ids = new ArrayList<>();
            for (Future<List<String>> each : two.invokeAll(calls)) {
                ids.add(each.get());
            }
            assertThat(ids.get(0)).hasSize(rows).doesNotHaveDuplicates().isEqualTo(ids.get(1));
        } finally {
            two.shutdownNow();
        }
        assertThat(handedIn()).isEqualTo(rows);
        List<Integer> numbers = untilCompleteNumbers(register);
        assertThat(new HashSet<>(numbers))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, rows).boxed().toList());
    }

    private List<Integer> untilCompleteNumbers(byte[] register) {
        return send(register).statusCode(200).extract().path("rows.receipt.number");
    }
}
