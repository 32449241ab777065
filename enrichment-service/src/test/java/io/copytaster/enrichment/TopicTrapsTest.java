package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that speak of a topic, and sentences that only look as if they did. */
class TopicTrapsTest {

    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sanctions | fr | De nouvelles sanctions américaines visent la flotte pétrolière russe.
        sanctions | en | Western sanctions have closed the market to the bank.
        sanctions | ru | Подсанкционный банк открыл счета в юанях.
        sanctions | ru | Страны обсудили ответ на санкции против Ирана.
        sanctions | zh | 欧盟宣布对俄罗斯实施新一轮制裁。
        sanctions | ar | فرضت واشنطن عقوبات جديدة على إيران.
        sanctions | pt | As sanções ocidentais atingiram o setor bancário.
        sanctions | es | Moscú responde a las sanciones europeas.
        sanctions | de | Die EU-Sanktionen treffen auch Reedereien.
        sanctions | hi | अमेरिकी प्रतिबंधों के बाद रूस ने तेल की कीमत घटाई।
        brics     | fr | Les Brics préparent leur prochain sommet.
        brics     | ru | Заявку на вступление в БРИКС подала ещё одна страна.
        brics     | zh | 金砖国家外长在里约热内卢举行会晤。
        brics     | ar | تستضيف البرازيل قمة بريكس في الصيف.
        gpu       | fr | Le laboratoire a commandé cent cartes graphiques.
        gpu       | en | Orders for graphics processing units have doubled.
        gpu       | ru | Партия видеокарт застряла на складе.
        gpu       | zh | 这家公司推出了新的图形处理器。
        gpu       | de | Das Rechenzentrum wartet auf Grafikprozessoren.
        """)
    void recognises_a_topic_in_the_words_of_each_language(String topic, String language, String text) {
        // Given
        var article = SampleArticles.sentence(language, text);

        // When
        var enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.topics(enrichment)).contains(topic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fr | La Fifa prononce des sanctions contre deux joueurs.
        fr | Le marchand vend des briques et du sable.
        en | The board sanctioned the purchase of a new ferry.
        en | The player faces sanctions after a doping test.
        en | Taylor Swift opened her tour in a swift eye of the storm.
        en | The shop sells fabrics and bricks.
        ru | Полиция разогнала несанкционированный митинг.
        ru | Клуб ждёт санкций ФИФА после матча.
        zh | 违法者必将受到法律的制裁。
        zh | 银行推出一公斤重的金砖。
        ar | أقيم سباق جراند بريكس الروسي في سوتشي.
        ar | عدل البرلمان قانون العقوبات.
        pt | A confeitaria serve lula grelhada.
        es | El club, sin embargo, no teme sanciones disciplinarias.
        de | Das Jobcenter verhängt seltener Sanktionen.
        ru | В архиве нашли дело ГПУ за тот год.
        """)
    void stays_silent_where_a_word_means_something_else(String language, String text) {
        // Given
        var article = SampleArticles.sentence(language, text);

        // When
        var enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.topics(enrichment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | own:swift   | Taylor Swift sang for the bank's guests.
        fr | wd:Q668     | Le cargo a coulé dans l'océan Indien.
        en | wd:Q810     | Michael Jordan watched the game.
        en | wd:Q96      | Fires spread across New Mexico.
        pt | wd:Q37181   | O restaurante serve Lula à dorê e polvo.
        zh | wd:Q668     | 船只驶入印度洋。
        ko | wd:Q668     | 정부는 인도주의 지원을 약속했다.
        hi | wd:Q148     | चाय में चीनी कम डालिए।
        """)
    void names_nobody_by_a_word_that_means_something_else(String language, String entity, String text) {
        // Given
        var article = SampleArticles.sentence(language, text);

        // When
        var enrichment = PIPELINE.enrich(article);

        // Then
        assertThat(SampleArticles.entities(enrichment)).doesNotContain(entity);
    }
}
