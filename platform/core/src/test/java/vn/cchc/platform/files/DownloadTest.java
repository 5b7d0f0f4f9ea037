package vn.cchc.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.files.Download.Disposition;
import vn.cchc.platform.http.Problem;

class DownloadTest {

    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private static final Download FILE = new Download(
            "text/plain",
            "Báo cáo Đợt 1.txt",
            Disposition.ATTACHMENT,
            "v1",
            Optional.of(Instant.parse("2021-01-05T01:30:00.5Z")),
            new FileContent.Made(() -> BYTES));

    private static RestResponse<FileContent.Part> get(String ifNoneMatch, String ifRange, String range) {
        return FILE.answer(new PartOfFile(ifNoneMatch, ifRange, range)).build();
    }

    private static String text(RestResponse<FileContent.Part> answer) {
        FileContent.Part part = answer.getEntity();
        return new String(((FileContent.Made) part.of()).part(part.from(), part.count()), StandardCharsets.US_ASCII);
    }

    @Test
    void it_has_its_type_its_name_in_two_spellings_and_its_tag() {
        RestResponse<FileContent.Part> whole = get(null, null, null);

        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(text(whole)).isEqualTo("0123456789");
        assertThat(whole.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain");
        assertThat(whole.getHeaders().getFirst("ETag")).isEqualTo("\"v1\"");
        assertThat(whole.getHeaders().getFirst("Last-Modified")).isEqualTo("Tue, 05 Jan 2021 01:30:00 GMT");
        assertThat(whole.getHeaders().getFirst("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"bao-cao-dot-1.txt\";"
                        + " filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%C4%90%E1%BB%A3t%201.txt");
    }

    @Test
    void its_name_has_no_marks_of_direction() {
        Download named = new Download(
                "text/plain",
                "bao cao\u202efdp.exe ",
                Download.Disposition.ATTACHMENT,
                "v1",
                Optional.empty(),
                FILE.content());

        assertThat(named.answer(new PartOfFile(null, null, null))
                        .build()
                        .getHeaders()
                        .getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"bao-caofdp.exe\"; filename*=UTF-8''bao%20caofdp.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*"})
    void what_the_caller_has_is_not_sent_again(String ifNoneMatch) {
        RestResponse<FileContent.Part> answer = get(ifNoneMatch, null, "bytes=0-1");

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getEntity()).isNull();
        assertThat(answer.getHeaders().getFirst("ETag")).isEqualTo("\"v1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0-0",
        "bytes=2-4, 234, 2-4",
        "bytes=7-, 789, 7-9",
        "bytes=8-99, 89, 8-9",
        "bytes=-3, 789, 7-9",
        "bytes=-99, 0123456789, 0-9",
    })
    void one_part_is_sent(String range, String content, String of) {
        RestResponse<FileContent.Part> part = get("\"v0\"", "\"v1\"", range);

        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(text(part)).isEqualTo(content);
        assertThat(part.getHeaders().getFirst("Content-Range")).isEqualTo("bytes " + of + "/10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", ""})
    void what_is_no_single_range_of_bytes_gets_the_whole(String range) {
        assertThat(get(null, null, range).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v0\"", "W/\"v1\"", "Tue, 24 Nov 2026 08:00:00 GMT"})
    void who_has_a_part_of_something_else_gets_the_whole(String ifRange) {
        RestResponse<FileContent.Part> answer = get(null, ifRange, "bytes=2-4");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=4-2"})
    void a_part_that_is_not_there_is_416_with_the_length(String range) {
        Problem problem = catchThrowableOfType(Problem.class, () -> get(null, null, range));

        assertThat(problem.getStatusCode()).isEqualTo(416);
        assertThat(problem.getHeaders()).containsEntry("Content-Range", "bytes */10");
    }
}
