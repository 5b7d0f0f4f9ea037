package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.ReadableAddress;

/** Result of a replay: how many records were applied, and how many failed again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetterReplay")
public record DeadLetterReplay(
        @Schema(required = true) int applied,
        @Schema(required = true) int failed,

        @Schema(description = "The `cursor` to continue with; absent when all have been tried")
        @Size(max = ReadableAddress.LONGEST)
        String next) {}
