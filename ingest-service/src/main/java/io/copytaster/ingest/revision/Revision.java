package io.copytaster.ingest.revision;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.ArticleText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One link in the chain of an article's texts.
 *
 * @param previous the revision before, null for the first
 * @param number 1, 2, …: for people, never a key
 * @param copyGroup the founder of the group of near-identical copies
 * @param print the fingerprint of its text; null for a withdrawal, and where it was remembered before there were fingerprints
 */
public record Revision(
        RevisionId id,
        ArticleId article,
        @Nullable RevisionId previous,
        int number,
        Change change,
        ContentHash contentHash,
        ArticleId copyGroup,
        Instant ingestedAt,
        @Nullable TextPrint print) {

    /** The first revision of an article, a copy group of its own. */
    public static Revision first(ArticleId article, ContentHash contentHash, Instant at) {
        var id = RevisionId.of(article, null, contentHash);
        return new Revision(id, article, null, 1, Change.NEW, contentHash, article, at, null);
    }

    /** The same as a member of another copy group. */
    public Revision inGroup(ArticleId founder) {
        return new Revision(id, article, previous, number, change, contentHash, founder, ingestedAt, print);
    }

    /** The revision that gives the article another text. */
    public Revision revised(ContentHash text, Instant at) {
        var next = RevisionId.of(article, id, text);
        return new Revision(next, article, id, number + 1, Change.REVISED, text, copyGroup, at, null);
    }

    /** The revision that withdraws the article. */
    public Revision withdrawn(Instant at) {
        var next = RevisionId.ofWithdrawal(article, id);
        var none = ArticleText.NONE.contentHash();
        return new Revision(next, article, id, number + 1, Change.WITHDRAWN, none, copyGroup, at, null);
    }

    /** The same with the fingerprint of its text. */
    public Revision printed(TextPrint text) {
        return new Revision(id, article, previous, number, change, contentHash, copyGroup, ingestedAt, text);
    }

    /** What it changes; nothing where one of the two fingerprints is missing. */
    public Optional<Difference> since(Revision before) {
        return before.print == null || print == null
                ? Optional.empty()
                : Optional.of(Difference.between(before.print, print));
    }

    /** What identifies it. */
    public RevisionName name() {
        return new RevisionName(article, id, number);
    }

    public boolean isWithdrawal() {
        return change == Change.WITHDRAWN;
    }

    /** Whether the article reads like this now; a withdrawn article reads like nothing. */
    public boolean reads(ContentHash text) {
        return !isWithdrawal() && contentHash.equals(text);
    }
}
