package vn.cchc.plan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.CommittedFile;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/**
 * Plans of other offices from the file to the draft. What the review shows of a draft is committed beside its file: people
 * compared each reading and each finding with what is printed, so a difference is either an error or is compared again.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LayoutsImportTest {

    private static final Path FILES =
            Path.of(System.getProperty("cchc.root"), "plan-service/src/test/resources/layouts");

    private static final Map<String, String> UNITS_OF_2025 = Map.of(
            "VP", "Văn phòng HĐND và UBND",
            "KTHT", "Phòng Kinh tế, Hạ tầng và Đô thị",
            "TTPVHCC", "Trung tâm Phục vụ hành chính công");

    /** Number, day and year are what a clerk adds where the file has none. */
    @ParameterizedTest
    @CsvSource({"flat,07/KH-UBND,2022-01-10,2022", "roman,,,", "merged,,,", "years,,,2026"})
    void each_reading_and_each_finding_is_as_people_compared_them(
            String layout, String number, String signedOn, Integer year) throws IOException {
        Commune.now("2020-12-24T08:00:00+07:00");
        Commune commune = Commune.create();
        UNITS_OF_2025.forEach((code, name) -> register(commune, code, name));
        Map<String, Object> document = commune.asClerk()
                .contentType("multipart/form-data")
                .multiPart("file", layout + ".docx", Files.readAllBytes(FILES.resolve(layout + ".docx")))
                .post("/api/v1/plan-transcripts")
                .then()
                .statusCode(200)
                .extract()
                .path("document");
        addTo(document, "number", number);
        addTo(document, "signedOn", signedOn);
        addTo(document, "year", year);

        JsonPath draft = commune.asClerk()
                .body(Map.of("authorityId", commune.id(), "document", document))
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String path = "/api/v1/plan-imports/" + draft.getString("id");
        new CommittedFile(FILES.resolve(layout + ".draft.txt"))
                .assertIs(Stream.of(
                                rows(page(commune, path + "/rows")),
                                targets(page(commune, path + "/targets")),
                                findings(draft.getList("findings")))
                        .flatMap(List::stream)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static void register(Commune commune, String code, String name) {
        Commune.as(TestTokens.operator())
                .body(Map.of("code", code, "name", name, "kind", "UNIT", "validFrom", "2016-07-01"))
                .post("/api/v1/authorities/" + commune.id() + "/units")
                .then()
                .statusCode(201);
    }

    @SuppressWarnings("unchecked")
    private static void addTo(Map<String, Object> document, String key, Object value) {
        if (value != null) {
            ((Map<String, Object>) document.get("header")).put(key, value);
        }
    }

    private static List<Map<String, Object>> page(Commune commune, String path) {
        return commune.asClerk()
                .get(path + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<String> rows(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> printed = map(row, "printed");
                    StringJoiner line = new StringJoiner(" | ");
                    line.add("row " + printed.get("order"));
                    line.add("level " + row.get("level") + (Boolean.TRUE.equals(row.get("heading")) ? " heading" : ""));
                    line.add(printed.getOrDefault("code", "") + " -> " + row.getOrDefault("code", ""));
                    line.add((String) printed.get("title"));
                    line.add("area " + row.getOrDefault("areaNumber", "-"));
                    line.add(printed.getOrDefault("lead", "") + " -> " + parties(list(row, "leads")));
                    line.add(printed.getOrDefault("coordinating", "") + " -> " + parties(list(row, "coordinating")));
                    line.add(printed.getOrDefault("timing", "") + " -> " + rules(list(row, "rules")));
                    line.add(printed.getOrDefault("amount", "") + " -> "
                            + map(row, "computed").get("amount"));
                    return line.toString();
                })
                .toList();
    }

    private static String parties(List<Map<String, Object>> parties) {
        return parties.stream()
                .map(party -> String.valueOf(party.getOrDefault("unitCode", "? " + party.get("text"))))
                .collect(Collectors.joining(", "));
    }

    private static String rules(List<Map<String, Object>> rules) {
        return rules.stream()
                .map(rule -> rule.get("words") + " "
                        + list(rule, "occurrences").stream()
                                .map(occurrence -> occurrence.getOrDefault("dueOn", occurrence.get("key")))
                                .map(Objects::toString)
                                .toList())
                .collect(Collectors.joining("; "));
    }

    private static List<String> targets(List<Map<String, Object>> targets) {
        return targets.stream()
                .map(target -> "target | area " + target.get("areaNumber") + " | " + target.get("text") + " -> "
                        + (target.containsKey("aim") ? map(target, "aim").get("words") : "-"))
                .toList();
    }

    private static List<String> findings(List<Map<String, Object>> findings) {
        return findings.stream()
                .map(finding -> finding.get("severity") + " " + finding.get("code") + " | rows " + finding.get("rows")
                        + " | " + map(finding, "text").get("vi"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) of.getOrDefault(key, List.of());
    }
}
