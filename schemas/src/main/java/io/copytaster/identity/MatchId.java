package io.copytaster.identity;

/** Identity of a match: a watch and an article revision. */
public record MatchId(String value) {

    public MatchId {
        Identity.checked('m', value);
    }

    /** The match of a watch with a revision. */
    public static MatchId of(String watchId, RevisionId revision) {
        return new MatchId(Identity.of('m', "match", watchId, revision.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
