package vn.cchc.platform.files;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the contents of files lie: a row for each, its content a {@code bytea} with {@code STORAGE EXTERNAL}. PostgreSQL keeps such a
 * value in chunks of 2 KB beside the row (TOAST), and reads only those that a slice needs.
 *
 * @param content the column
 * @param key     the columns of the primary key
 */
public record FilePlace(String table, String content, List<String> key) {

    public static FilePlace of(String table, String content, String... key) {
        return new FilePlace(table, content, List.of(key));
    }

    /** Parameters: the key, the content. */
    String insert() {
        return "INSERT INTO " + table + " (" + String.join(", ", key) + ", " + content + ") VALUES ("
                + "?, ".repeat(key.size()) + "?)";
    }

    /** Parameters: the first byte, from 1; how many; the key. */
    String selectSlice() {
        return "SELECT substring(" + content + " FROM ? FOR ?) FROM " + table + " WHERE "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }
}
