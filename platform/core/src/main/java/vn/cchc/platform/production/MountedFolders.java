package vn.cchc.platform.production;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings from folders, as Kubernetes mounts secrets: one file per property, named like it or like its environment
 * variable. SmallRye's own source for the same setting has the lowest ordinal and would not override packaged settings; these
 * override all but system properties.
 */
public final class MountedFolders implements ConfigSourceFactory {

    /** Folders, separated by commas. */
    static final String PROPERTY = "smallrye.config.source.file.locations";

    /** Between environment variables (300) and system properties (400). */
    private static final int ORDINAL = 350;

    /** After the sources that may name the folders. */
    private static final int PRIORITY = 290;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue value = context.getValue(PROPERTY);
        if (value == null || value.getValue() == null) {
            return List.of();
        }
        return folders(value.getValue()).stream()
                .<ConfigSource>map(folder -> new FileSystemConfigSource(folder.toFile(), ORDINAL))
                .toList();
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(PRIORITY);
    }

    /** Folders that are missing, and folders and files that cannot be read: the source itself would pass over them. */
    static List<Fault> faults(Settings settings) {
        return settings.get(PROPERTY).stream()
                .flatMap(value -> folders(value).stream())
                .flatMap(MountedFolders::faults)
                .toList();
    }

    private static Stream<Fault> faults(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of(new Fault(PROPERTY, "names " + folder + ", which is not a folder"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> Files.isRegularFile(file) && !Files.isReadable(file))
                    .map(file -> new Fault(PROPERTY, "has the file " + file + ", which cannot be read"))
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(new Fault(PROPERTY, "names " + folder + ", which cannot be read: " + e));
        }
    }

    private static List<Path> folders(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }
}
