package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;

/** Documents what {@link Download} makes of each operation that answers with a file: its headers, a part (206), 304 and 416. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedDownloads implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName PART = DotName.createSimple(FileContent.Part.class);

    /** Of a SHA-256 in hexadecimal, a suffix and the quotes. */
    private static final int LONGEST_TAG = 80;

    /** Of each character of a name, folded and percent-encoded (three octets at most). */
    private static final int LONGEST_DISPOSITION = 100 + CheckedFile.LONGEST_NAME * (4 + 9);

    /** Three lengths of 19 digits. */
    private static final int LONGEST_RANGE = 70;

    private static final Header TAG = DocumentedHeaders.header(
            "Made of the content: equal tags, equal bytes. Give it as `If-None-Match` or `If-Range`",
            LONGEST_TAG,
            "^\"[!#-~]+\"$",
            "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"");
    private static final Header DISPOSITION = DocumentedHeaders.header(
            "Whether to show or to save it, and its name, in UTF-8 too (RFC 6266)",
            LONGEST_DISPOSITION,
            "^(inline|attachment); filename=\"[a-z0-9.-]*\"; filename\\*=UTF-8''[A-Za-z0-9.*_%-]+$",
            "attachment; filename=\"bao-cao.pdf\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf");
    private static final Header MODIFIED = DocumentedHeaders.header(
                    "When it became what it is; absent where that is not known",
                    29,
                    "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$",
                    "Tue, 05 Jan 2021 01:30:00 GMT")
            .required(false);
    private static final Header RANGES =
            DocumentedHeaders.header("One part of its bytes can be asked for with `Range`", 5, "^bytes$", "bytes");
    private static final Header PART_OF = DocumentedHeaders.header(
            "Which bytes these are, the first being 0, and how many there are in all",
            LONGEST_RANGE,
            "^bytes [0-9]+-[0-9]+/[0-9]+$",
            "bytes 0-1023/146515");
    private static final Header LENGTH =
            DocumentedHeaders.header("How many bytes there are", LONGEST_RANGE, "^bytes \\*/[0-9]+$", "bytes */146515");

    private final Set<String> downloads = new HashSet<>();

    public DocumentedDownloads(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            MethodInfo method = operation.target().asMethod();
            if (answersFile(method)) {
                DocumentedLimits.operationId(method).ifPresent(downloads::add);
            }
        }
    }

    private static boolean answersFile(MethodInfo method) {
        Type type = method.returnType();
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.asParameterizedType().arguments().get(0).name().equals(PART);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (downloads.contains(operation.getOperationId())) {
            APIResponses answers = operation.getResponses();
            APIResponse whole = answers.getAPIResponse("200");
            describe(whole);
            answers.addAPIResponse(
                    "206",
                    describe(answer("The part that was asked for"))
                            .content(whole.getContent())
                            .addHeader("Content-Range", PART_OF));
            answers.addAPIResponse("304", describe(answer("Not changed since the caller got it with this ETag")));
            answers.addAPIResponse(
                    "416", ProblemResponses.own("There is no such part").addHeader("Content-Range", LENGTH));
        }
        return operation;
    }

    private static APIResponse answer(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static APIResponse describe(APIResponse answer) {
        return answer.addHeader("ETag", TAG)
                .addHeader("Content-Disposition", DISPOSITION)
                .addHeader("Last-Modified", MODIFIED)
                .addHeader("Accept-Ranges", RANGES);
    }
}
