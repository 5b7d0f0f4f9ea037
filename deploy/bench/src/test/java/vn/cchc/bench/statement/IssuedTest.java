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
    }

    @Test
    void nothing_differs_when_each_statement_was_issued_once_for_each_request() {
        var issued = Map.of(
                "BEGIN", 70L,
                "insert into a (b) values ($1) returning c", 70L,
                "select x from y where z=$1", 70L,
                "SELECT $1 FROM outbox", 2L);

        assertThat(Issued.differences(issued, script, 70)).isEmpty();
    }

    @Test
    void a_statement_that_is_not_in_the_script_is_told() {
        var issued = Map.of(
                "BEGIN", 70L,
                "insert into a (b) values ($1) returning c", 70L,
                "select x from y where z=$1", 70L,
                "select secret from y", 70L);

        assertThat(Issued.differences(issued, script, 70))
                .singleElement()
                .asString()
                .contains("select secret from y");
    }

    @Test
    void a_statement_that_was_issued_twice_for_each_request_is_told() {
        var issued = Map.of(
                "BEGIN", 70L, "insert into a (b) values ($1) returning c", 70L, "select x from y where z=$1", 140L);

        assertThat(Issued.differences(issued, script, 70))
                .singleElement()
                .asString()
                .contains("140 calls");
    }

    @Test
    void a_statement_that_was_not_issued_is_told() {
        var issued = Map.of("BEGIN", 70L, "insert into a (b) values ($1) returning c", 70L);

        assertThat(Issued.differences(issued, script, 70))
                .singleElement()
                .asString()
                .contains("0 calls");
    }

    @Test
    void what_jobs_issue_beside_requests_is_not_told() {
        Map<String, Long> issued = Map.of(
                "BEGIN", 104L,
                "insert into a (b) values ($1) returning c", 70L,
                "select x from y where z=$1", 70L,
                "SELECT x FROM timer", 34L);

        assertThat(Issued.differences(issued, script, 70)).isEmpty();
    }

    @Test
    void what_every_other_request_issues_is_told() {
        Map<String, Long> issued = Map.of(
                "BEGIN", 105L,
                "insert into a (b) values ($1) returning c", 70L,
                "select x from y where z=$1", 70L);

        assertThat(Issued.differences(issued, script, 70))
                .singleElement()
                .asString()
                .contains("105 calls, by the script 70: begin");
    }

    @Test
    void a_transaction_of_a_request_whose_script_has_none_is_told() throws IOException {
        Script plain = Script.read(Files.writeString(folder.resolve("plain.sql"), "SELECT x FROM y;\n"));

        assertThat(Issued.differences(Map.of("SELECT x FROM y", 70L, "BEGIN", 70L), plain, 70))
                .singleElement()
                .asString()
                .contains("70 calls, by the script 0: begin");
    }
}
