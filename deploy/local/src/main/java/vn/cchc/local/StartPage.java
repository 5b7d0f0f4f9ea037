package vn.cchc.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.cchc.local.sample.People;
import vn.cchc.platform.text.PrintedDay;

/** The text printed when the system is ready: addresses, tokens and example commands. */
final class StartPage {

    private final Access access;
    private final People people;
    private final WorkFolder folder;
    private final Optional<Path> report;

    StartPage(Access access, People people, WorkFolder folder, Optional<Path> report) {
        this.access = access;
        this.people = people;
        this.folder = folder;
        this.report = report;
    }

    void print(PrintStream out, Duration taken) {
        out.println("READY");
        out.println();
        out.println(people.communeName() + ", " + PrintedDay.inFigures(access.today()) + " (business date); up in "
                + taken.toSeconds() + " s.");
        out.println();
        out.println("Services (API pages, health, metrics):");
        access.services().forEach((key, address) -> {
            URI management = access.management().get(key);
            out.println("  " + key + ": " + address + "/q/swagger-ui  " + management + "/q/health  " + management
                    + "/q/metrics");
        });
        out.println();
        out.println("Page for citizens, to hand in and to follow: "
                + access.services().get("feedback") + "/phan-anh/" + people.commune());
        out.println();
        out.println("Tokens, for 30 days; also in " + folder.access() + ":");
        access.tokens().forEach((role, token) -> out.println("  " + role + ": " + token));
        out.println();
        out.println("Commands to try:");
        examples().forEach(line -> out.println("  " + line));
        out.println();
        report.ifPresent(pdf -> out.println("The report on the first quarter: " + pdf));
        out.println("Logs and data: " + folder.home() + ". Stop with Ctrl-C; start over with mvn -Pup -Dcchc.fresh.");
        out.flush();
    }

    private List<String> examples() {
        int year = access.today().getYear();
        return List.of(
                curl("plan", "/api/v1/authorities"),
                curlAs("leader", "plan", "/api/v1/plans?year=" + year),
                curlAs("leader", "plan", "/api/v1/milestones?state=OPEN&dueBefore=" + access.today()),
                curlAs("clerk", "feedback", "/api/v1/register?year=" + year),
                curlAs("district", "reporting", "/api/v1/due-reports?year=" + year),
                curl(
                        "-s -H 'Content-Type: application/json' -d '" + newFeedback() + "'",
                        "feedback",
                        "/api/v1/feedback"));
    }

    private String curl(String service, String path) {
        return curl("-s", service, path);
    }

    private String curlAs(String role, String service, String path) {
        return curl("-s -H \"" + bearer(role) + "\"", service, path);
    }

    private String curl(String options, String service, String path) {
        return "curl " + options + " '" + access.services().get(service) + path + "'";
    }

    /** Shell expression that reads the token from the file, so that each command can be pasted alone. */
    private String bearer(String role) {
        return "Authorization: Bearer $(sed -n 's/.*\"" + role + "\" *: *\"\\([^\"]*\\)\".*/\\1/p' '" + folder.access()
                + "')";
    }

    private String newFeedback() {
        return """
                {"authorityId":"%s","content":"Đường vào trường mầm non có ổ gà lớn, đề nghị xã sửa.",\
                "sender":{"name":"Nguyễn Văn Thử","phone":"0900 000 099"}}""".formatted(people.commune());
    }
}
