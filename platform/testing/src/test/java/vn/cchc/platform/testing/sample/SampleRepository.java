package vn.cchc.platform.testing.sample;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SampleRepository implements PanacheRepositoryBase<Sample, UUID> {

    List<Sample> named(String name, UUID after, int atMost) {
        return find("name = ?1 and id > ?2 order by id", name, after)
                .range(0, atMost - 1)
                .list();
    }
}
