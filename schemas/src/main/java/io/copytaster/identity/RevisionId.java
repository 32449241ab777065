package io.copytaster.identity;

import org.jspecify.annotations.Nullable;

/** Identity of one revision of an article: the only key for dedupe, matches and ledger. */
public record RevisionId(String value) {

    public RevisionId {
        Identity.checked('r', value);
    }

    /** The revision that gives the article this content after the previous revision (null for the first). */
    public static RevisionId of(ArticleId article, @Nullable RevisionId previous, ContentHash contentHash) {
        var before = previous == null ? null : previous.value();
        return new RevisionId(Identity.of('r', "revision", article.value(), before, contentHash.value()));
    }

    /** The revision that withdraws the article after the previous revision. */
    public static RevisionId ofWithdrawal(ArticleId article, RevisionId previous) {
        return new RevisionId(Identity.of('r', "withdrawal", article.value(), previous.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
