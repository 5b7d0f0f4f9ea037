package vn.cchc.platform.testing.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

public record WriteSample(
        @NotBlank @Size(max = 30) String name, LocalDate day, OffsetDateTime at, Integer amount, UUID other) {}
