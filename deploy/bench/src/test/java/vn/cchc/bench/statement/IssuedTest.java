package vn.cchc.bench.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuedTest {
    @TempDir
    Path folder;

    private Script script;
    private Script background;

    @BeforeEach
    void writeScripts() throws IOException {
        Path request = Files.writeString(folder.resolve("request.sql"), """
                -- a request
                \\set n random(1, 9)
                \\if :n = 1
                SELECT a AS drawn FROM bench \\gset
                \\endif
                BEGIN;
                INSERT INTO a (b) VALUES (:n)
                RETURNING c \\gset
                select x from y
                where z=:c;
                END;
                """);
        script = Script.read(request);
        background = Script.read(Files.writeString(folder.resolve("background.sql"), """
                -- jobs
                SELECT 1 FROM outbox;
                BEGIN;
                SELECT x FROM timer;
                UPDATE timer SET x = 1;
                END;
                """));
    }

    @Test
    void nothing_differs_when_each_statement_was_issued_once_for_each_request() {
        var issued = Map.of(
                "BEGIN", 7L,
                "insert into a (b) values ($1) returning c", 7L,
                "select x from y where z=$1", 7L,
                "SELECT $1 FROM outbox", 123L);

        assertThat(Issued.differences(issued, script, background, 7)).isEmpty();
    }

    @Test
    void a_statement_that_is_not_in_the_script_is_told() {
        var issued = Map.of(
                "BEGIN", 7L,
                "insert into a (b) values ($1) returning c", 7L,
                "select x from y where z=$1", 7L,
                "select secret from y", 7L);

        assertThat(Issued.differences(issued, script, background, 7))
                .singleElement()
                .asString()
                .contains("select secret from y");
    }

    @Test
    void a_statement_that_was_issued_twice_for_each_request_is_told() {
        var issued =
                Map.of("BEGIN", 7L, "insert into a (b) values ($1) returning c", 7L, "select x from y where z=$1", 14L);

        assertThat(Issued.differences(issued, script, background, 7))
                .singleElement()
                .asString()
                .contains("14 calls");
    }

    @Test
    void a_statement_that_was_not_issued_is_told() {
        var issued = Map.of("BEGIN", 7L, "insert into a (b) values ($1) returning c", 7L);

        assertThat(Issued.differences(issued, script, background, 7))
                .singleElement()
                .asString()
                .contains("0 calls");
    }

    @Test
    void a_job_begins_a_transaction_as_often_as_it_issues_the_first_statement_of_one() {
        Map<String, Long> issued = Map.of(
                "BEGIN", 10L,
                "insert into a (b) values ($1) returning c", 7L,
                "select x from y where z=$1", 7L,
                "SELECT x FROM timer", 3L,
                "UPDATE timer SET x = $1", 1L);

        assertThat(Issued.differences(issued, script, background, 7)).isEmpty();
    }

    @Test
    void a_transaction_that_neither_a_request_nor_a_job_begins_is_told() {
        Map<String, Long> issued = Map.of(
                "BEGIN", 11L,
                "insert into a (b) values ($1) returning c", 7L,
                "select x from y where z=$1", 7L,
                "SELECT x FROM timer", 3L);

        assertThat(Issued.differences(issued, script, background, 7))
                .singleElement()
                .asString()
                .contains("11 calls, by the script 10: begin");
    }

    @Test
    void a_transaction_of_a_request_whose_script_has_none_is_told() throws IOException {
        Script plain = Script.read(Files.writeString(folder.resolve("plain.sql"), "SELECT x FROM y;\n"));

        assertThat(Issued.differences(Map.of("SELECT x FROM y", 7L, "BEGIN", 7L), plain, background, 7))
                .singleElement()
                .asString()
                .contains("7 calls, by the script 0: begin");
    }
}
