package vn.cchc.platform.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.text.VietnameseText;

class ExactSchemasTest {

    private static final String REFERENCE = "#/components/schemas/";

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    /** A document with one operation that is sent a {@code Row} of these fields. */
    private static OpenAPI filtered(Map<String, Schema> fields, Map<String, Schema> others) {
        Map<String, Schema> schemas = new TreeMap<>(others);
        schemas.put("Row", OASFactory.createSchema().addType(SchemaType.OBJECT).properties(fields));
        MediaType row =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFERENCE + "Row"));
        OpenAPI api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents().schemas(schemas))
                .paths(OASFactory.createPaths()
                        .addPathItem(
                                "/rows",
                                OASFactory.createPathItem()
                                        .POST(OASFactory.createOperation()
                                                .requestBody(OASFactory.createRequestBody()
                                                        .content(OASFactory.createContent()
                                                                .addMediaType("application/json", row)))
                                                .responses(OASFactory.createAPIResponses()))));
        new ExactSchemas().filterOpenAPI(api);
        return api;
    }

    /** As the reader of OpenAPI 3.0 gives an enumeration of one value. */
    @Test
    void an_enumeration_of_one_value_is_a_schema_of_its_own() {
        OpenAPI api = filtered(
                Map.of("state", OASFactory.createSchema().ref(REFERENCE + "State")),
                Map.of("State", text().constValue("ISSUED")));

        Schema state = api.getComponents().getSchemas().get("State");
        assertThat(state.getEnumeration()).containsExactly("ISSUED");
        assertThat(state.getConstValue()).isNull();
    }

    @Test
    void what_must_have_characters_shows_some() {
        Map<String, Schema> fields = filtered(Map.of("code", text().minLength(1), "note", text()), Map.of())
                .getComponents()
                .getSchemas()
                .get("Row")
                .getProperties();

        assertThat(fields.get("code").getPattern()).isEqualTo(ExactSchemas.VISIBLE);
        assertThat(fields.get("note").getPattern()).isNull();
    }

    @Test
    void a_text_fits_the_documented_pattern_where_it_shows_something() {
        Pattern visible = Pattern.compile(ExactSchemas.VISIBLE);

        int[] otherwise = IntStream.rangeClosed(1, Character.MAX_VALUE)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .filter(point -> visible.matcher(Character.toString(point)).find()
                        == VietnameseText.isInvisible(Character.toString(point)))
                .toArray();

        assertThat(otherwise).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\n a \n', true", "'\u00A0\u3164đ\u3164', true", "'\u00A0\u3164\n\u200B', false", "'', false"})
    void a_text_of_many_lines_shows_something_where_one_character_does(String text, boolean shows) {
        assertThat(Pattern.compile(ExactSchemas.VISIBLE).matcher(text).matches())
                .isEqualTo(shows);
    }
}
