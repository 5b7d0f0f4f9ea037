package vn.cchc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Paths.
 *
 * @param root repository root
 * @param home folder of the bench's output; ignored by git
 */
public record Layout(Path root, Path home) {

    /** The launcher's folder: data, logs, key and {@code access.json}. */
    public Path system() {
        return home.resolve("system");
    }

    public Path launcherLog() {
        return home.resolve("launcher.log");
    }

    /** A generated input file of the load tools. */
    public Path work(String name) {
        return home.resolve("work").resolve(name);
    }

    /** The largest plan as a Word file, made by a service. */
    public Path largePlan() {
        return work("large-plan.docx");
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

    /** Creates missing folders. */
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
