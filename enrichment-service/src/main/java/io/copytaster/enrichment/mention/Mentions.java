package io.copytaster.enrichment.mention;

import java.util.List;

/**
 * The mentions of an article.
 *
 * @param all in order of appearance, headline first, at most {@link MentionFinder#MOST_MENTIONS}
 * @param omitted how many more there are
 * @param places where each of {@code all} stands, by sentence
 */
public record Mentions(List<Mention> all, int omitted, List<Integer> places) {

    public Mentions {
        all = List.copyOf(all);
        places = List.copyOf(places);
    }
}
