package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;

/** Registers the sample's authorities and units if they are missing. */
final class ReferenceData {
    private static final String COMMUNE = "THUONG-LO";
    private static final String VALID_FROM = "2016-07-01";

    private final ApiClient plan;

    private ReferenceData(Callers callers) {
        plan = callers.as(People.operator(), Service.PLAN);
    }

    /** Registers what is missing and returns the ids. */
    static People ensure(Callers callers) {
        return new ReferenceData(callers).ensure();
    }

    private People ensure() {
        Map<String, JsonNode> known = known();
        Map<String, UUID> ids = new HashMap<>();
        Map<String, UUID> units = new LinkedHashMap<>();
        UUID district = null;
        String name = "";
        for (JsonNode wanted : Resources.yaml("authorities.yaml")) {
            String code = wanted.get("code").asText();
            UUID parent = ids.get(wanted.path("parent").asText());
            JsonNode authority = Optional.ofNullable(known.get(code)).orElseGet(() -> register(wanted, parent));
            UUID id = UUID.fromString(authority.get("id").asText());
            ids.put(code, id);
            if (code.equals(COMMUNE)) {
                district = parent;
                name = wanted.get("name").asText();
                units.putAll(ensureUnits(id, wanted));
            }
        }
        return new People(district, ids.get(COMMUNE), name, Map.copyOf(units));
    }

    private Map<String, JsonNode> known() {
        Map<String, JsonNode> known = new HashMap<>();
        plan.get("/api/v1/authorities?limit=200")
                .path("items")
                .forEach(authority -> known.put(authority.get("code").asText(), authority));
        return known;
    }

    private JsonNode register(JsonNode wanted, UUID parent) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (String field : new String[] {"code", "name", "level", "place"}) {
            request.put(field, wanted.get(field).asText());
        }
        if (parent != null) {
            request.put("parentId", parent);
        }
        request.put("deadlineInclusive", false);
        request.put("validFrom", VALID_FROM);
        return plan.post(
                        "/api/v1/authorities",
                        request,
                        Keys.forStep("authority/" + wanted.get("code").asText()))
                .body();
    }

    private Map<String, UUID> ensureUnits(UUID authority, JsonNode wanted) {
        Map<String, UUID> units = new HashMap<>();
        plan.get("/api/v1/authorities/" + authority)
                .get("units")
                .forEach(unit -> units.put(unit.get("code").asText(), id(unit)));
        for (JsonNode unit : wanted.get("units")) {
            units.computeIfAbsent(unit.get("code").asText(), code -> registerUnit(authority, code, unit));
        }
        return units;
    }

    private UUID registerUnit(UUID authority, String code, JsonNode wanted) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("code", code);
        request.put("name", wanted.get("name").asText());
        request.put("kind", wanted.get("kind").asText());
        request.put("validFrom", VALID_FROM);
        if (wanted.has("aliases")) {
            request.put("aliases", wanted.get("aliases"));
        }
        return id(plan.post("/api/v1/authorities/" + authority + "/units", request, Keys.forStep("unit/" + code))
                .body());
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.get("id").asText());
    }
}
