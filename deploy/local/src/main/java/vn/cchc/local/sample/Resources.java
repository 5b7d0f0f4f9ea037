package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Class path resources of the sample, under {@code sample/}. */
final class Resources {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Resources() {}

    static JsonNode yaml(String name) {
        try {
            return YAML.readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException("sample/" + name + " cannot be read", e);
        }
    }

    static byte[] bytes(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream("/sample/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("sample/" + name + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("sample/" + name + " cannot be read", e);
        }
    }
}
