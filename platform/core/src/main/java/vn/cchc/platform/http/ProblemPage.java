package vn.cchc.platform.http;

/** Lays out problems of {@link WebPage}s. */
public interface ProblemPage {

    /**
     * The page as HTML.
     *
     * @param detail what is wrong, in the language of the answer
     */
    String html(String detail);
}
