package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class GaplessNumbersTest {

    @Inject
    GaplessNumbers numbers;

    @Inject
    UserTransaction transaction;

    @Test
    void numbers_given_at_once_and_partly_rolled_back_leave_no_gap() throws Exception {
        UUID authority = UUID.randomUUID();
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        List<Integer> kept = new ArrayList<>();
        try {
            List<Future<Integer>> given = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                boolean rolledBack = i % 3 == 0;
                given.add(clerks.submit(() -> next(authority, rolledBack)));
            }
            for (int i = 0; i < given.size(); i++) {
                int number = given.get(i).get(30, TimeUnit.SECONDS);
                if (i % 3 != 0) {
                    kept.add(number);
                }
            }
        } finally {
            clerks.shutdown();
        }

        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void each_authority_year_and_book_has_its_own() {
        UUID authority = UUID.randomUUID();

        List<Integer> given = QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        numbers.next(authority, 2021, "register"),
                        numbers.next(authority, 2021, "register"),
                        numbers.next(authority, 2021, "reports"),
                        numbers.next(authority, 2022, "register"),
                        numbers.next(UUID.randomUUID(), 2021, "register")));

        assertThat(given).containsExactly(1, 2, 1, 1, 1);
        assertThatThrownBy(() -> numbers.next(authority, 2021, "register"))
                .as("a number that belongs to no transaction could be lost")
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void lost_numbers_of_one_book_are_not_given_again_and_stay_in_it() {
        UUID authority = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        List<GaplessNumbers.Given> given = Stream.of(3, 5, 4)
                .map(number -> new GaplessNumbers.Given(authority, 2021, number, lost, "{}", 2))
                .toList();

        // What comes again changes nothing.
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> numbers.lose("register", given));
        }

        assertThat(QuarkusTransaction.requiringNew().call(() -> numbers.next(authority, 2021, "register")))
                .isEqualTo(6);
        assertThat(QuarkusTransaction.requiringNew().call(() -> numbers.lost(authority, 2021, "register", 0, 10)))
                .extracting(GaplessNumbers.Lost::number)
                .containsExactly(3, 4, 5);
    }

    private int next(UUID authority, boolean rolledBack) throws Exception {
        transaction.begin();
        int number = numbers.next(authority, 2021, "register");
        if (rolledBack) {
            transaction.rollback();
        } else {
            transaction.commit();
        }
        return number;
    }
}
