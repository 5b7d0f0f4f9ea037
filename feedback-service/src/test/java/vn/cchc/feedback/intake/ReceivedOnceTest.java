package vn.cchc.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.intake.oldregister.RegisterField;
import vn.cchc.feedback.intake.oldregister.WrittenCell;
import vn.cchc.feedback.intake.oldregister.WrittenRow;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.text.PrintedDay;

/** Several replicas that take the same row at the same moment. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ReceivedOnceTest {

    @Inject
    Intake intake;

    @Inject
    KnownAuthorities authorities;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    @Test
    void theSameRowAtTheSameMomentIsReceivedOnce() throws InterruptedException, ExecutionException {
        UUID commune = UUID.randomUUID();
        TestEvents.publish("cchc.authority", commune, "vn.cchc.authority.registered.v1", """
                {"id": "%1$s", "authorityId": "%1$s", "version": 1, "occurredAt": "2020-12-24T08:00:00+07:00",
                 "code": "%1$s", "name": "UBND xã Tiên Hưng", "level": "COMMUNE", "parentId": null, "place": "Đông Hưng",
                 "deadlineInclusive": false, "validFrom": "2016-01-01", "validTo": null, "units": []}""".formatted(commune));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        authorities.findOn(commune, LocalDate.of(2021, 1, 1)).isPresent());
        Caller clerk =
                new Caller("", "clerk", "Lê Thị Hoa", Set.of(Role.CLERK), Optional.of(commune), Optional.empty());
        int atOnce = 3;
        int rows = 20;
        ExecutorService replicas = Executors.newFixedThreadPool(atOnce);
        List<Intake.ReceivedOnce> all = new ArrayList<>();
        try {
            for (int i = 0; i < rows; i++) {
                UUID id = UUID.randomUUID();
                Intake.OfRegister row = row(i, id);
                Callable<Intake.ReceivedOnce> take = () -> intake.receiveOnce(row, clerk, id);
                for (Future<Intake.ReceivedOnce> each : replicas.invokeAll(Collections.nCopies(atOnce, take))) {
                    all.add(each.get());
                }
            }
        } finally {
            replicas.shutdownNow();
        }

        assertThat(all.stream().filter(each -> !each.before())).hasSize(rows);
        assertThat(all.stream().map(each -> each.received().receipt().number()).distinct())
                .hasSize(rows);
        assertThat(all.stream()
                        .mapToInt(each -> each.received().receipt().number())
                        .max())
                .hasValue(rows);
    }

    private Intake.OfRegister row(int number, UUID id) {
        WrittenRow written = new WrittenRow(
                "",
                number + 2,
                Map.of(
                        RegisterField.NUMBER, cell(String.valueOf(number)),
                        RegisterField.RECEIVED_AT, cell(PrintedDay.inFigures(LocalDate.now(clock))),
                        RegisterField.CHANNEL, cell("Điện thoại"),
                        RegisterField.CONTENT, cell("Đèn đường thôn " + number + " hỏng đã hai tuần.")),
                Set.of());
        return new Intake.OfRegister(ReadRow.of(written, Optional.empty(), validator), Set.of(id));
    }

    private static WrittenCell cell(String text) {
        return new WrittenCell(text, null, null, true);
    }
}
