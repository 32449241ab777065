package io.copytaster.ingest.seen;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.revision.Revision;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seen articles in the tables {@code article}, {@code article_revision} and {@code article_alias}. */
@Component
final class PostgresSeenArticles implements SeenArticles {

    private static final String LATEST = """
        select r.* from article a join article_revision r on r.revision_id = a.latest_revision_id
        where a.article_id = any(cast(? as text[]))
        """;

    private final JdbcClient jdbc;

    PostgresSeenArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ArticleId, Revision> latest(Collection<ArticleId> articles) {
        return places(articles).values().stream()
                .collect(Collectors.toMap(place -> place.revision().article(), RevisionPlace::revision));
    }

    @Override
    public Map<String, ArticleId> aliases(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, ArticleId>();
        jdbc.sql("select alias, article_id from article_alias where alias = any(cast(? as text[]))")
                .param(names.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("alias"), new ArticleId(row.getString("article_id")));
                });
        return found;
    }

    @Override
    public Set<String> knownAt(Map<String, StreamPosition> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        var known = new HashSet<String>();
        jdbc.sql("""
            select revision_id, stream, stream_partition, stream_offset from article_revision
            where revision_id = any(cast(? as text[]))
            """).param(places.keySet().toArray(String[]::new)).query(row -> {
            var id = row.getString("revision_id");
            if (!PostgresRows.position(row).isAfter(Objects.requireNonNull(places.get(id)))) {
                known.add(id);
            }
        });
        return known;
    }

    @Override
    public void remember(List<Published> published) {
        if (published.isEmpty()) {
            return;
        }
        insertRevisions(firstOfEach(published));
        var heads = places(published.stream().map(PostgresSeenArticles::article).collect(Collectors.toSet()));
        var changed = new LinkedHashMap<ArticleId, Published>();
        for (var candidate : published) {
            var place = RevisionPlace.of(candidate);
            if (place.succeeds(heads.get(article(candidate)))) {
                heads.put(article(candidate), place);
                changed.put(article(candidate), candidate);
            }
        }
        upsertArticles(List.copyOf(changed.values()));
        insertAliases(published);
    }

    @Override
    public Optional<SeenArticle> find(ArticleId article) {
        var revisions = jdbc
                .sql("select * from article_revision where article_id = ? order by revision, stream_offset")
                .param(article.value())
                .query(PostgresRows::revision)
                .list()
                .stream()
                .map(RevisionPlace::revision)
                .toList();
        return jdbc.sql("select * from article where article_id = ?")
                .param(article.value())
                .query((row, _) -> PostgresRows.article(row, revisions))
                .optional();
    }

    @Override
    public int forgetUnchangedSince(Instant then, int limit) {
        return jdbc.sql("""
            with gone as (
                delete from article where article_id in
                    (select article_id from article where changed_at < ? order by changed_at limit ?)
                returning article_id),
            revisions as (delete from article_revision r using gone where r.article_id = gone.article_id),
            aliases as (delete from article_alias l using gone where l.article_id = gone.article_id)
            select count(*) from gone
            """)
                .param(Timestamp.from(then))
                .param(limit)
                .query(Integer.class)
                .single();
    }

    private Map<ArticleId, RevisionPlace> places(Collection<ArticleId> articles) {
        var places = new HashMap<ArticleId, RevisionPlace>();
        jdbc.sql(LATEST)
                .param(articles.stream().map(ArticleId::value).toArray(String[]::new))
                .query(PostgresRows::revision)
                .list()
                .forEach(place -> places.put(place.revision().article(), place));
        return places;
    }

    /** A statement may not touch one row twice: of a revision that is listed twice the first place counts. */
    private static List<RevisionPlace> firstOfEach(List<Published> published) {
        var first = new LinkedHashMap<String, RevisionPlace>();
        published.forEach(
                each -> first.putIfAbsent(each.edition().revision().id().value(), RevisionPlace.of(each)));
        return List.copyOf(first.values());
    }

    private void insertRevisions(List<RevisionPlace> rows) {
        jdbc.sql("""
            insert into article_revision as known (revision_id, article_id, previous_revision_id, revision,
                change, content_hash, copy_group_id, ingested_at, stream, stream_partition, stream_offset, text_print)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as int[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                cast(? as text[]), cast(? as int[]), cast(? as bigint[]), cast(? as bytea[]))
            on conflict (revision_id) do update
                set stream_offset = excluded.stream_offset, ingested_at = excluded.ingested_at
                where known.stream = excluded.stream and known.stream_offset > excluded.stream_offset
            """)
                .param(texts(rows, row -> row.revision().id().value()))
                .param(texts(rows, row -> row.revision().article().value()))
                .param(texts(rows, row -> Objects.toString(row.revision().previous(), null)))
                .param(rows.stream().map(row -> row.revision().number()).toArray(Integer[]::new))
                .param(texts(rows, row -> row.revision().change().name()))
                .param(texts(rows, row -> row.revision().contentHash().value()))
                .param(texts(rows, row -> row.revision().copyGroup().value()))
                .param(texts(rows, row -> row.revision().ingestedAt().toString()))
                .param(texts(rows, row -> row.position().stream()))
                .param(rows.stream().map(row -> row.position().partition()).toArray(Integer[]::new))
                .param(rows.stream().map(row -> row.position().offset()).toArray(Long[]::new))
                .param(rows.stream().map(row -> print(row.revision())).toArray(byte[][]::new))
                .update();
    }

    private void upsertArticles(List<Published> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into article as known (article_id, latest_revision_id, url, canonical_url, publisher,
                client_id, language, byline, published_at, first_seen_at, changed_at)
            select *, changed from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as timestamptz[]), cast(? as timestamptz[]))
                as t(a, r, u, c, p, i, l, b, published, changed)
            on conflict (article_id) do update set latest_revision_id = excluded.latest_revision_id,
                url = excluded.url, canonical_url = excluded.canonical_url, publisher = excluded.publisher,
                client_id = coalesce(excluded.client_id, known.client_id), language = excluded.language,
                byline = excluded.byline, published_at = excluded.published_at,
                changed_at = excluded.changed_at
            """)
                .param(texts(rows, row -> article(row).value()))
                .param(texts(rows, row -> row.edition().revision().id().value()))
                .param(texts(rows, row -> row.edition().article().imprint().url()))
                .param(texts(rows, row -> row.edition().article().imprint().canonicalUrl()))
                .param(texts(rows, row -> row.edition().article().imprint().publisher()))
                .param(texts(rows, row -> row.edition().article().imprint().clientId()))
                .param(texts(rows, row -> row.edition().article().imprint().language()))
                .param(texts(rows, row -> row.edition().article().imprint().byline()))
                .param(texts(
                        rows,
                        row -> Objects.toString(
                                row.edition().article().imprint().publishedAt(), null)))
                .param(texts(rows, row -> row.edition().revision().ingestedAt().toString()))
                .update();
    }

    private void insertAliases(List<Published> published) {
        insert(published.stream().flatMap(ArticleAlias::of).distinct().toList());
    }

    @Override
    public void link(Map<String, ArticleId> aliases, Instant at) {
        insert(aliases.entrySet().stream()
                .map(alias -> new ArticleAlias(alias.getKey(), alias.getValue(), at))
                .toList());
    }

    private void insert(List<ArticleAlias> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into article_alias (alias, article_id, created_at)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]))
            on conflict do nothing
            """)
                .param(texts(rows, ArticleAlias::name))
                .param(texts(rows, alias -> alias.article().value()))
                .param(texts(rows, alias -> alias.createdAt().toString()))
                .update();
    }

    private static byte @Nullable [] print(Revision revision) {
        return revision.print() == null ? null : revision.print().toBytes();
    }

    private static ArticleId article(Published published) {
        return published.edition().revision().article();
    }

    private static <T> Object texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
