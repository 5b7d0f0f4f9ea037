package vn.cchc.reporting.regime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cchc.platform.database.PlainQueries;

/** The regimes that hold on a day. */
@ApplicationScoped
public class Regimes {

    private static final String SELECT = """
            SELECT code, name, valid_from, valid_to, subject, period_start_rule, cut_off_rule, document_symbol,
                   addressee_through, recipients, on_behalf, signing_office, outline
            FROM reporting_regime
            WHERE ? BETWEEN valid_from AND coalesce(valid_to, 'infinity')
            ORDER BY code, valid_from""";

    private final PlainQueries queries;
    private final ObjectMapper json;

    Regimes(PlainQueries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    public List<ReportingRegime> on(LocalDate day) {
        return queries.list(SELECT, List.of(day), this::regime);
    }

    public Optional<ReportingRegime> find(String code, LocalDate day) {
        return on(day).stream().filter(regime -> regime.code().equals(code)).findFirst();
    }

    private ReportingRegime regime(ResultSet row) throws SQLException {
        return new ReportingRegime(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("outline") == null ? Optional.empty() : Optional.of(form(row)));
    }

    private ReportForm form(ResultSet row) throws SQLException {
        return new ReportForm(
                row.getString("subject"),
                PeriodStartRule.valueOf(row.getString("period_start_rule")),
                CutOffRule.valueOf(row.getString("cut_off_rule")),
                row.getString("document_symbol"),
                Optional.ofNullable(row.getString("addressee_through")),
                read(row.getString("recipients"), new TypeReference<List<String>>() {}),
                row.getString("on_behalf"),
                row.getString("signing_office"),
                read(row.getString("outline"), new TypeReference<List<Section>>() {}));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A regime cannot be read", e);
        }
    }
}
