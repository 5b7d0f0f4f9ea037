package vn.cchc.platform.testing.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

public record WriteSample(@NotBlank @Size(max = 30) String name, LocalDate day, Integer amount) {}
