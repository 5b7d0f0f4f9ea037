package vn.cchc.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonColumnsTest {

    private record Kept(
            String name,
            LocalDate day,
            List<Kept> beneath,
            Set<String> marks,
            Map<String, Object> figures,
            Optional<String> remark,
            @JsonSetter(nulls = Nulls.SET) List<String> cells) {}

    @ParameterizedTest
    @ValueSource(strings = {"{}", """
            {"beneath": null, "marks": null, "figures": null, "cells": null, "remark": null, "ofAnotherVersion": [1]}"""})
    void a_list_that_is_not_there_is_empty_unless_the_component_says_otherwise(String stored) {
        Kept kept = JsonColumns.read(stored, Kept.class);

        assertThat(kept).isEqualTo(new Kept(null, null, List.of(), Set.of(), Map.of(), Optional.empty(), null));
    }

    @Test
    void a_list_beneath_that_is_not_there_is_empty_too() {
        List<Kept> kept = JsonColumns.read("[{\"beneath\": [{\"name\": \"a\"}]}]", new TypeReference<>() {});

        assertThat(kept.get(0).beneath().get(0).beneath()).isEmpty();
    }

    @Test
    void what_is_written_is_read_back() {
        Kept kept = new Kept(
                "a",
                LocalDate.of(2021, 2, 26),
                List.of(new Kept(null, null, List.of(), Set.of(), Map.of(), Optional.empty(), List.of())),
                Set.of("b"),
                Map.of("c", 1),
                Optional.of("d"),
                List.of("e"));

        assertThat(JsonColumns.read(JsonColumns.write(kept), Kept.class)).isEqualTo(kept);
        assertThat(JsonColumns.write(kept)).contains("\"2021-02-26\"");
    }

    @Test
    void what_is_not_expected_is_told() {
        assertThatThrownBy(() -> JsonColumns.read("{\"day\": \"yesterday\"}", Kept.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Kept");
    }
}
