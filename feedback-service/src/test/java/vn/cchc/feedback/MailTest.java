package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Cases due on Friday, 15 January 2021: what comes into the mailboxes, by way of a real SMTP server. */
@QuarkusTest
@TestProfile(MailTest.WithPost.class)
@WithTestResource(LocalServers.class)
class MailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String THREE_DAYS_BEFORE = "2021-01-12T09:00:00+07:00";

    /** An SMTP server that is there only while a test runs it. */
    public static final class WithPost implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of(
                        "quarkus.mailer.host",
                        "127.0.0.1",
                        "quarkus.mailer.port",
                        Integer.toString(free.getLocalPort()),
                        "quarkus.mailer.from",
                        "CCHC <nhacviec@cchc.example.vn>",
                        "quarkus.mailer.start-tls",
                        "DISABLED");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private GreenMail server;
    private Commune commune;
    private String address;
    private Commune.Receipt receipt;

    /** Mails of other tests that no server takes would make ours wait, a minute for each. */
    @BeforeEach
    void aCaseOfTheLandUnitAndNoMailOfOthers() throws SQLException {
        try (var connection = LocalServers.connect();
                var update = connection.createStatement()) {
            update.execute("UPDATE mailbox SET valid_to = valid_from");
            update.execute("UPDATE mail SET given_up_at = composed_at WHERE sent_at IS NULL AND given_up_at IS NULL");
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        address = commune.landUnit() + "@example.vn";
        receipt = commune.receive();
        commune.assign(receipt.id());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void mailbox(UUID authority, UUID unit, String recipient, String to) {
        String ofUnit = unit == null ? "" : "\"unitId\": \"" + unit + "\", ";
        commune.as(TestTokens.admin(authority))
                .body("""
                        {"authorityId": "%s", %s"recipient": "%s", "address": "%s", "validFrom": "2021-01-05",
                         "reason": "Thông báo số 5/TB-UBND."}""".formatted(authority, ofUnit, recipient, to))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(201);
    }

    private void sweepAt(String time) {
        Commune.now(time);
        Commune.remind();
    }

    private List<MimeMessage> receivedBy(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, to))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String to) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(to);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private MimeMessage awaitOne(String to) {
        await().atMost(PATIENCE).until(() -> !receivedBy(to).isEmpty());
        return receivedBy(to).get(0);
    }

    private List<String> mails(String column) throws SQLException {
        return Commune.texts(
                "SELECT " + column + " FROM mail WHERE id IN (SELECT mail_id FROM reminder WHERE feedback_id = ?)",
                receipt.id());
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void a_mailbox_gets_one_mail_of_all_that_is_due_without_anything_of_the_senders() throws Exception {
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);
        var second = commune.receive();
        commune.assign(second.id());
        server.start();

        sweepAt(THREE_DAYS_BEFORE);

        MimeMessage mail = awaitOne(address);
        assertThat(mail.getSubject()).isEqualTo("Nhắc việc: 2 phản ánh, kiến nghị đến hạn hoặc quá hạn");
        assertThat(mail.getFrom()[0]).hasToString("CCHC <nhacviec@cchc.example.vn>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail)).startsWith("""
                Kính gửi bộ phận xử lý,

                Hệ thống tiếp nhận phản ánh, kiến nghị nhắc 2 hồ sơ sau:

                UBND xã Tiên Hưng
                  - Số %d/2021, hạn trả lời 15/01/2021: sắp đến hạn
                  - Số %d/2021, hạn trả lời 15/01/2021: sắp đến hạn
                """.formatted(receipt.number(), second.number()));
        assertThat(text(mail))
                .doesNotContain("Nguyễn Văn An")
                .doesNotContain("Đèn")
                .doesNotContain("0912");
        assertThat(mails("message_id"))
                .containsExactly(mail.getMessageID())
                .allMatch(id -> id.endsWith("@cchc.example.vn>"));

        sweepAt("2021-01-13T09:00:00+07:00");
        assertThat(receivedBy(address)).hasSize(1);
    }

    @Test
    void a_mail_that_the_server_did_not_take_is_sent_later_with_its_message_id() throws Exception {
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);

        sweepAt("2021-01-12T10:00:00+07:00");
        await().atMost(PATIENCE).until(() -> mails("attempts").equals(List.of("1")));
        List<String> messageId = mails("message_id");
        server.start();

        // A server that has just started may answer too late on a busy machine: then the mail is sent once more, after
        // twice the time.
        for (String time : List.of("10:10", "10:25", "11:00")) {
            Commune.now("2021-01-12T" + time + ":00+07:00");
            String before = mails("attempts").get(0);
            await().atMost(PATIENCE)
                    .until(() -> !mails("sent_at").contains(null)
                            || !mails("attempts").contains(before));
            if (!mails("sent_at").contains(null)) {
                break;
            }
        }

        assertThat(receivedBy(address)).isNotEmpty().allSatisfy(mail -> assertThat(mail.getMessageID())
                .isEqualTo(messageId.get(0)));
        assertThat(mails("sent_at")).doesNotContainNull();
    }

    @Test
    void what_could_not_be_sent_before_the_office_closes_waits_for_the_next_working_day() throws Exception {
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);
        sweepAt("2021-01-15T16:57:00+07:00");
        await().atMost(PATIENCE).until(() -> mails("attempts").equals(List.of("1")));
        server.start();

        Commune.now("2021-01-15T17:05:00+07:00");
        await().atMost(PATIENCE)
                .until(() -> Commune.texts(
                                        "SELECT 1 FROM timer WHERE kind = 'reminder-mail' AND done_at IS NULL"
                                                + " AND retry_at = '2021-01-18T07:30:00+07:00' AND id IN (SELECT mail_id FROM reminder WHERE feedback_id = ?)",
                                        receipt.id())
                                .size()
                        == 1);
        assertThat(receivedBy(address)).isEmpty();
        Commune.now("2021-01-18T07:30:30+07:00");

        awaitOne(address);
    }

    /** The server refuses once more when the service is back after eight days. */
    @Test
    void a_week_of_downtime_is_no_reason_to_give_a_mail_up() throws Exception {
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);
        sweepAt("2021-01-12T09:00:00+07:00");
        await().atMost(PATIENCE).until(() -> mails("attempts").equals(List.of("1")));
        String mail = "FROM mail WHERE message_id = '" + mails("message_id").get(0) + "' AND ?::uuid IS NOT NULL";

        // Another mail may fail first: then this one waits a minute.
        for (int minute = 0; attempts(mail) < 2 && minute < 60; minute += 10) {
            Commune.now("2021-01-20T09:%02d:00+07:00".formatted(minute));
            int before = attempts(mail);
            for (int look = 0; look < 20 && attempts(mail) == before; look++) {
                Thread.sleep(100);
            }
        }

        assertThat(attempts(mail)).isGreaterThanOrEqualTo(2);
        assertThat(Commune.texts("SELECT given_up_at " + mail, receipt.id())).containsOnlyNulls();
    }

    private int attempts(String mail) throws SQLException {
        return Integer.parseInt(
                Commune.texts("SELECT attempts " + mail, receipt.id()).get(0));
    }

    @Test
    void steps_overtaken_during_downtime_are_not_mailed_each() throws Exception {
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);
        mailbox(commune.id(), null, "LEADER", "lanhdao." + address);
        mailbox(commune.district(), null, "SUPERIOR", "huyen." + address);
        server.start();

        sweepAt("2021-01-22T09:00:00+07:00");

        assertThat(text(awaitOne(address))).containsOnlyOnce("Số ").contains("hạn trả lời 15/01/2021: đã quá hạn\n");
        assertThat(text(awaitOne("lanhdao." + address))).contains("đã quá hạn, báo cáo lãnh đạo cơ quan");
        assertThat(text(awaitOne("huyen." + address)))
                .contains("UBND xã Tiên Hưng\n  - Số " + receipt.number() + "/2021");
    }

    @Test
    void what_no_unit_has_yet_goes_to_the_mailbox_of_all_units() throws Exception {
        String office = "vanphong." + address;
        mailbox(commune.id(), commune.landUnit(), "OFFICER_UNIT", address);
        mailbox(commune.id(), null, "OFFICER_UNIT", office);
        var unassigned = commune.receive();
        server.start();

        sweepAt(THREE_DAYS_BEFORE);

        assertThat(text(awaitOne(address)))
                .contains("Số " + receipt.number() + "/")
                .doesNotContain("Số " + unassigned.number() + "/");
        assertThat(text(awaitOne(office)))
                .contains("Số " + unassigned.number() + "/")
                .doesNotContain("Số " + receipt.number() + "/");
    }
}
