package vn.cchc.reporting.regime;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.platform.database.JsonColumns;
import vn.cchc.platform.database.PlainQueries;

/** Reads the regimes and their rules. */
@ApplicationScoped
public class Regimes {

    private static final String REGIMES = """
            SELECT code, name, valid_from, valid_to, subject, document_symbol, addressee_through, recipients, on_behalf,
                   signing_office, outline
            FROM reporting_regime ORDER BY code, valid_from""";

    private static final String RULES = """
            SELECT r.* FROM reporting_regime_period r JOIN reporting_period_kind k ON k.code = r.period
            ORDER BY r.regime, r.valid_from, k.position""";

    private static final String KINDS = "SELECT code, label FROM reporting_period_kind ORDER BY position";

    private final PlainQueries queries;

    Regimes(PlainQueries queries) {
        this.queries = queries;
    }

    /** All regimes; they are few. A caller with several look-ups should call this once. */
    public KnownRegimes known() {
        PeriodKinds kinds = periods();
        Map<Version, List<PeriodRule>> rules = new HashMap<>();
        queries.list(RULES, List.of(), row -> new OfVersion(Version.of(row, "regime"), rule(row, kinds)))
                .forEach(read -> rules.computeIfAbsent(read.version(), version -> new ArrayList<>())
                        .add(read.rule()));
        return new KnownRegimes(
                queries.list(
                        REGIMES, List.of(), row -> regime(row, rules.getOrDefault(Version.of(row, "code"), List.of()))),
                kinds);
    }

    public PeriodKinds periods() {
        return new PeriodKinds(
                queries.list(KINDS, List.of(), row -> new PeriodKind(row.getString("code"), row.getString("label"))));
    }

    /** A version of a regime. */
    private record Version(String code, LocalDate validFrom) {

        static Version of(ResultSet row, String code) throws SQLException {
            return new Version(row.getString(code), row.getObject("valid_from", LocalDate.class));
        }
    }

    private record OfVersion(Version version, PeriodRule rule) {}

    private ReportingRegime regime(ResultSet row, List<PeriodRule> rules) throws SQLException {
        return new ReportingRegime(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("outline") == null ? Optional.empty() : Optional.of(form(row)),
                rules);
    }

    private static PeriodRule rule(ResultSet row, PeriodKinds kinds) throws SQLException {
        String anchor = row.getString("cut_off_anchor");
        return new PeriodRule(
                kinds.kind(row.getString("period")).orElseThrow(),
                dayOfYear(row, "from"),
                switch (anchor) {
                    case "DUE_DAY" -> new CutOffRule.WorkingDaysBetween(row.getInt("cut_off_working_days"));
                    case "YEAR" -> new CutOffRule.OnDay(dayOfYear(row, "cut_off"));
                    default -> throw new IllegalStateException("A cut-off is anchored in " + anchor);
                },
                row.getString("due_anchor").equals("YEAR") ? Optional.of(dayOfYear(row, "due")) : Optional.empty());
    }

    private static DayOfYear dayOfYear(ResultSet row, String of) throws SQLException {
        return new DayOfYear(row.getInt(of + "_years"), row.getInt(of + "_month"), row.getInt(of + "_day"));
    }

    private ReportForm form(ResultSet row) throws SQLException {
        return new ReportForm(
                row.getString("subject"),
                row.getString("document_symbol"),
                Optional.ofNullable(row.getString("addressee_through")),
                JsonColumns.read(row.getString("recipients"), new TypeReference<List<String>>() {}),
                row.getString("on_behalf"),
                row.getString("signing_office"),
                JsonColumns.read(row.getString("outline"), new TypeReference<List<Section>>() {}));
    }
}
