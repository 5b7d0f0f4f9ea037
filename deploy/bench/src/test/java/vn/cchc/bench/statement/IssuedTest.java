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
        background = Script.read(Files.writeString(folder.resolve("background.sql"), "SELECT 1 FROM outbox;\n"));
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
}
