package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real catalogue: names as news texts write them, and words that only look like names. */
class NamesInManyLanguagesTest {

    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le président Poutine a parlé de l'Inde à Moscou. | wd:Q7747",
                "fr | Pour l’Afrique du Sud, le choix est fait. | wd:Q258",
                "en | Putin’s order names Sberbank and the Kremlin. | wd:Q205012",
                "ru | По поручению Путина банк работает с Китаем. | wd:Q7747",
                "ru | Переговоры с Индией прошли в Москве. | wd:Q668",
                "uk | Зустріч із Путіним відбулася в Росії. | wd:Q7747",
                "zh | 俄罗斯总统普京命令政府加强合作。 | wd:Q7747",
                "zh | 南非和巴西的代表出席。 | wd:Q258",
                "ar | قال بوتين إن روسيا والصين تعملان معا. | wd:Q148",
                "ar | للهند وللبرازيل موقف آخر من هذا. | wd:Q668",
                "pt | O presidente Lula esteve na África do Sul com Putin. | wd:Q37181",
                "es | El banco Sberbank trabaja con China y la India. | wd:Q148",
                "de | Nach Angaben Russlands und Chinas ist die Sache erledigt. | wd:Q159",
                "hi | पुतिन ने भारत और चीन के साथ काम करने को कहा है। | wd:Q7747",
                "fa | پوتین از همکاری با چین و هند گفت. | wd:Q148",
                "tr | Putin'in sözcüsü Çin'le ilgili konuştu. | wd:Q7747",
                "id | Putin dan Xi Jinping bertemu di Moskwa pada hari ini. | wd:Q15031",
                "it | Putin ha parlato con la Cina e con l'India. | wd:Q668",
                "ja | プーチン大統領は中国との協力を指示した。 | wd:Q148",
                "ko | 푸틴 대통령은 중국과의 협력을 지시했다. | wd:Q7747"
            })
    void finds_a_name_as_its_language_writes_it(String language, String text, String entity) {
        // Given
        Article article = new Article("", text, language);
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(enrichment.mentions())
                .extracting(mention -> mention.entity().value())
                .contains(entity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | La poutine au fromage est un plat du Québec. | wd:Q7747",
                "en | The woman wore a dress of two fabrics. | wd:Q842",
                "en | Taylor Swift sang for an hour and a half. | wd:Q170480",
                "en | She put china on the table and ate turkey. | wd:Q148",
                "en | She put china on the table and ate turkey. | wd:Q43",
                "tl | Ang puting bahay ay nasa tabi ng dagat. | wd:Q7747",
                "ru | На путине в этом году рыбакам не повезло. | wd:Q7747",
                "it | Ci sono molti modi di fare il pane. | wd:Q1058",
                "pt | O prato de lula com arroz é o mais pedido. | wd:Q37181",
                "ar | درست الطالبة الهندسة في الجامعة. | wd:Q668",
                "hi | महाभारत का मंचन कल होगा। | wd:Q668"
            })
    void takes_no_ordinary_word_for_a_name(String language, String text, String entity) {
        // Given
        Article article = new Article("", text, language);
        // When
        Enrichment enrichment = PIPELINE.enrich(article);
        // Then
        assertThat(enrichment.mentions())
                .extracting(mention -> mention.entity().value())
                .doesNotContain(entity);
    }
}
