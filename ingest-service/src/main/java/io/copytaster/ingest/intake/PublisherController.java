package io.copytaster.ingest.intake;

import io.copytaster.ingest.publisher.PublisherFamilies;
import io.copytaster.ingest.publisher.PublisherFamily;
import io.copytaster.ingest.url.CanonicalUrl;
import io.copytaster.ingest.url.UrlRefused;
import io.copytaster.runtime.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishers over HTTP: which of them speak with one voice. */
@RestController
@RequestMapping("/api/v1/publishers")
class PublisherController {

    private final PublisherFamilies families;

    PublisherController(PublisherFamilies families) {
        this.families = families;
    }

    /** Families on one page, for {@code next} is always null. */
    record FamilyPage(List<FamilyBody> items, @Nullable String next) {}

    /** A family; {@code kind} is agency or owner, {@code name} is for people. */
    record FamilyBody(String id, String kind, String name) {}

    /** All families; with a publisher's name, the URL of an article or both, the one that they belong to, or none. */
    @GetMapping
    FamilyPage read(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String url) {
        Collection<PublisherFamily> found = name == null && url == null
                ? families.all()
                : families.of(name, url == null ? null : host(url)).stream().toList();
        return new FamilyPage(found.stream().map(PublisherController::body).toList(), null);
    }

    private static String host(String url) {
        try {
            return CanonicalUrl.of(url).host();
        } catch (UrlRefused e) {
            throw Problem.invalid("url", "expected the URL of an article, but " + e.why());
        }
    }

    private static FamilyBody body(PublisherFamily family) {
        return new FamilyBody(family.id(), family.kind().name().toLowerCase(Locale.ROOT), family.name());
    }
}
