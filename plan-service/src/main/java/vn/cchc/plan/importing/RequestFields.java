package vn.cchc.plan.importing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.cchc.plan.document.PlanDocument;

/** How a request names what a document has: by the path from the document on, or, of a part that is sent alone, from that part on. */
@FunctionalInterface
interface RequestFields {

    /** Of a request with the whole document; and of what no request has: a path there leads through the draft's document. */
    RequestFields OF_THE_DOCUMENT = (document, path) -> "document." + path;

    /** @param path from the document on, "annex[4].parent" */
    String name(PlanDocument document, String path);

    /** Of a request that is the head. */
    static RequestFields ofHeader() {
        return within(document -> "header.");
    }

    /** Of a request that is one row. */
    static RequestFields ofRow(int order) {
        return within(document -> element("annex", document.annex(), row -> row.order() == order));
    }

    /** Of a request that is one area. */
    static RequestFields ofArea(int number) {
        return within(document -> element("areas", document.areas(), area -> area.number() == number));
    }

    /** Of a request with the texts beside areas and rows. */
    static RequestFields ofTexts() {
        return (document, path) -> path.startsWith("annexHeadings[") ? path : OF_THE_DOCUMENT.name(document, path);
    }

    private static RequestFields within(Function<PlanDocument, String> part) {
        return (document, path) -> {
            String start = part.apply(document);
            return path.startsWith(start) ? path.substring(start.length()) : OF_THE_DOCUMENT.name(document, path);
        };
    }

    private static <T> String element(String list, List<T> elements, Predicate<T> wanted) {
        int place = IntStream.range(0, elements.size())
                .filter(i -> wanted.test(elements.get(i)))
                .findFirst()
                .orElseThrow();
        return list + "[" + place + "].";
    }
}
