package io.copytaster.systemtests.guarantee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The revisions of an article arrive in order: each names as its predecessor the one that arrived before it. */
public final class OrderPerKey implements Guarantee {

    @Override
    public List<String> violations(Run run) {
        Map<String, String> latest = new HashMap<>();
        var broken = new ArrayList<String>();
        for (var event : run.enriched()) {
            var article = event.getArticle();
            var before = latest.put(article.getArticleId(), article.getRevisionId());
            if (!Objects.equals(before, article.getPreviousRevisionId())) {
                broken.add("out of order: " + article.getRevisionId() + " of " + article.getArticleId() + " follows "
                        + before + ", but was made after " + article.getPreviousRevisionId());
            }
        }
        return broken;
    }
}
