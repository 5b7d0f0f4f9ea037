package vn.cchc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the repository
 * @param home what the bench leaves behind; the repository ignores it
 */
public record Layout(Path root, Path home) {

    /** The launcher's own folder: data, logs, key and {@code access.json}. */
    public Path system() {
        return home.resolve("system");
    }

    public Path launcherLog() {
        return home.resolve("launcher.log");
    }

    /** Input of the load tools that is made for a run. */
    public Path work(String name) {
        return home.resolve("work").resolve(name);
    }

    public Path results() {
        return home.resolve("results");
    }

    /** A file of {@code deploy/bench}. */
    public Path own(String name) {
        return root.resolve("deploy/bench").resolve(name);
    }

    public String read(String name) {
        try {
            return Files.readString(own(name));
        } catch (IOException e) {
            throw new Unmeasurable(own(name) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes the folders that are missing. */
    public Layout prepared() {
        try {
            Files.createDirectories(home.resolve("work"));
            Files.createDirectories(results());
            return this;
        } catch (IOException e) {
            throw new Unmeasurable(home + " cannot be written: " + e.getMessage(), e);
        }
    }
}
