package vn.cchc.feedback.page;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** Sizes of files as the pages show them. */
@TemplateExtension
final class PrintedSizes {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private PrintedSizes() {}

    /** 718 KB, or 1,2 MB. */
    static String printedSize(Number bytes) {
        return bytes.longValue() < MEGABYTE
                ? Math.max(1, bytes.longValue() / KILOBYTE) + " KB"
                : String.format(Locale.forLanguageTag("vi"), "%.1f MB", bytes.doubleValue() / MEGABYTE);
    }
}
