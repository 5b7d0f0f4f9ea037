package vn.cchc.platform.files;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The table that stores file contents: one row per file, its content a {@code bytea} column with {@code STORAGE EXTERNAL}.
 * PostgreSQL stores such a value uncompressed in chunks of 2 KB (TOAST), and reads only the chunks that a slice needs.
 *
 * @param content column of the content
 * @param key     columns of the primary key
 */
public record FilePlace(String table, String content, List<String> key) {

    public static FilePlace of(String table, String content, String... key) {
        return new FilePlace(table, content, List.of(key));
    }

    /** Parameters: the key columns, the content. */
    String insert() {
        return "INSERT INTO " + table + " (" + String.join(", ", key) + ", " + content + ") VALUES ("
                + "?, ".repeat(key.size()) + "?)";
    }

    /** Parameters: position of the first byte, from 1; number of bytes; the key columns. */
    String selectSlice() {
        return "SELECT substring(" + content + " FROM ? FOR ?) FROM " + table + " WHERE "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }
}
