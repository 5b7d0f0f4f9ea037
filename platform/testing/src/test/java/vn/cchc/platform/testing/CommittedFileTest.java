package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommittedFileTest {

    @Test
    void says_nothing_about_equal_documents() {
        assertThat(CommittedFile.firstDifference("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void shows_where_two_documents_part() {
        assertThat(CommittedFile.firstDifference("a\nb\nc\nd\n", "a\nb\nc\ne\n"))
                .isEqualTo("""
                        First difference in line 4:
                        committed |   b
                        committed |   c
                        committed | > d
                          offered |   b
                          offered |   c
                          offered | > e
                        """);
    }

    @Test
    void shows_a_document_that_is_missing_or_cut_short() {
        assertThat(CommittedFile.firstDifference("", "openapi: 3.1.0\n"))
                .isEqualTo("First difference in line 1:\ncommitted | (nothing)\n  offered | > openapi: 3.1.0\n");
        assertThat(CommittedFile.firstDifference("a\nb\n", "a\n"))
                .contains("line 2")
                .contains("committed | > b");
    }
}
