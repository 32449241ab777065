package io.copytaster.enrichment;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.lexicon.Lexicon;
import io.copytaster.enrichment.lexicon.Scan;
import io.copytaster.enrichment.mention.MentionFinder;
import io.copytaster.enrichment.mention.Mentions;
import io.copytaster.enrichment.topic.TopicTag;
import io.copytaster.enrichment.topic.TopicTagger;
import io.copytaster.text.language.FunctionWordLanguages;
import io.copytaster.text.language.LanguageGuess;
import io.copytaster.text.language.Languages;
import java.util.List;

/** Reads an article once and tells what it mentions and what it is about; pure, and safe for any number of threads. */
public final class EnrichmentPipeline {

    /** Grows whenever the same text and catalogue may give another result. */
    public static final String ENGINE_VERSION = "1";

    private final Catalogue catalogue;
    private final Languages languages = new FunctionWordLanguages();
    private final Lexicon lexicon;
    private final MentionFinder mentionFinder = new MentionFinder();
    private final TopicTagger topicTagger;

    public EnrichmentPipeline(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.lexicon = catalogue.compile();
        this.topicTagger = new TopicTagger(catalogue.topics(), catalogue.entities());
    }

    /** Makes a pipeline with the catalogue of the class path. */
    public static EnrichmentPipeline fromClasspath() {
        return new EnrichmentPipeline(Catalogue.fromClasspath());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** How many different spellings are looked for. */
    public int size() {
        return lexicon.size();
    }

    public Enrichment enrich(Article article) {
        LanguageGuess language = languages.guess(article.headline() + "\n" + article.body(), article.language());
        Scan scan = lexicon.scan(article, language.language());
        Mentions mentions = mentionFinder.find(scan);
        List<TopicTag> topics = topicTagger.tag(scan, mentions);
        return new Enrichment(
                language.language(),
                language.confidence(),
                mentions.all(),
                mentions.omitted(),
                topics,
                catalogue.version().value(),
                ENGINE_VERSION);
    }
}
