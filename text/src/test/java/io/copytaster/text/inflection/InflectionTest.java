package io.copytaster.text.inflection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | NAME | Владимир Путин | Владимиру Путину",
                "ru | NAME | Россия | Россией",
                "ru | NAME | Китай | Китае",
                "ru | NAME | Сбербанк России | Сбербанком России",
                "ru | NAME | Европейский союз | Европейского союза",
                "ru | NOUN | графический процессор | графических процессоров",
                "ru | ADJECTIVE | российский | российскими",
                "uk | NAME | Путін | Путіну",
                "uk | NAME | Москва | Москві",
                "uk | NAME | Макрон | Макроном",
                "be | NAME | Беларусь | Беларусі",
                "pl | NAME | Rosja | Rosji",
                "pl | NAME | Bruksela | Brukseli",
                "pl | NAME | Warszawa | Warszawy",
                "cs | NAME | Praha | Praze",
                "cs | NAME | Evropská unie | Evropské unii",
                "sk | NAME | Moskva | Moskve",
                "sl | NAME | Rusija | Rusiji",
                "hr | NAME | Rusija | Rusijom",
                "sr | NAME | Русија | Русијом",
                "bg | ADJECTIVE | руски | руските",
                "mk | ADJECTIVE | руски | руските",
                "en | NOUN | graphics card | graphics cards",
                "en | ADJECTIVE | Russian | Russians",
                "fr | NOUN | carte graphique | cartes graphiques",
                "fr | NOUN | unité de traitement graphique | unités de traitement graphique",
                "fr | ADJECTIVE | indien | indiennes",
                "es | NOUN | sanción económica | sanciones económicas",
                "pt | NOUN | sanção | sanções",
                "it | NOUN | sanzione economica | sanzioni economiche",
                "ro | ADJECTIVE | rus | rusi",
                "de | NAME | Deutschland | Deutschlands",
                "de | ADJECTIVE | russisch | russischen",
                "nl | ADJECTIVE | Russisch | Russische",
                "sv | NAME | Ryssland | Rysslands",
                "da | NAME | Rusland | Ruslands",
                "no | NAME | Russland | Russlands",
                "tr | NOUN | yaptırım | yaptırımlarına",
                "az | NAME | Rusiya | Rusiyanın",
                "kk | NAME | Ресей | Ресейдің",
                "uz | NAME | Rossiya | Rossiyaning",
                "fi | NAME | Venäjä | Venäjällä",
                "hu | NAME | Oroszország | Oroszországban",
                "et | NAME | Venemaa | Venemaale",
                "el | NAME | Ρωσία | Ρωσίας",
                "ar | NAME | روسيا | وروسيا",
                "ar | NAME | الصين | بالصين",
                "ar | NAME | الهند | للهند",
                "ar | NOUN | عقوبات اقتصادية | والعقوبات الاقتصادية",
                "he | NAME | רוסיה | ברוסיה",
                "fa | NOUN | تحریم | تحریمهای",
                "hi | NOUN | प्रतिबंध | प्रतिबंधों",
                "bn | NAME | ভারত | ভারতের",
                "am | NAME | ሩሲያ | የሩሲያ",
                "zu | NAME | China | eChina",
                "xh | NAME | iRashiya | eRashiya",
                "sw | NAME | Urusi | Urusini",
                "id | NOUN | sanksi | sanksinya"
            })
    void derives_the_forms_that_a_language_uses(String language, WordClass wordClass, String phrase, String form) {
        // Given
        Inflection inflection = Inflection.of(language);
        // When
        var forms = inflection.forms(phrase, wordClass);
        // Then
        assertThat(forms).extracting(InflectedForm::text).contains(form);
    }

    @Test
    void tells_the_rule_that_made_a_form() {
        // Given
        Inflection russian = Inflection.of("ru");
        // When
        var forms = russian.forms("Россия", WordClass.NAME);
        // Then
        assertThat(forms).contains(new InflectedForm("Россией", "ru ия→ией"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ВТБ", "ЕС", "BRICS"})
    void leaves_acronyms_alone(String acronym) {
        // Given
        Inflection russian = Inflection.of("ru");
        // When
        var forms = russian.forms(acronym, WordClass.NAME);
        // Then
        assertThat(forms).isEmpty();
    }

    @Test
    void derives_nothing_for_a_language_without_rules() {
        // Given
        Inflection chinese = Inflection.of("zh");
        // When
        var forms = chinese.forms("俄罗斯", WordClass.NAME);
        // Then
        assertThat(forms).isEmpty();
    }

    @Test
    void never_derives_more_forms_than_the_bound() {
        // Given: each word brings alternatives in each case
        Inflection polish = Inflection.of("pl");
        // When
        var forms = polish.forms("Wielki Bank Handlowy Rozwoju Przemysłu i Handlu Ziem Polskich", WordClass.NOUN);
        // Then
        assertThat(forms).hasSizeLessThanOrEqualTo(Inflection.MOST_FORMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "는", "에서", "의", "군", "정부는", "대통령이"})
    void lets_particles_follow_a_korean_name(String rest) {
        // Given the rest of a word after a name
        // When
        boolean may = KoreanParticles.mayFollow(rest);
        // Then
        assertThat(may).isTrue();
    }

    @Test
    void lets_no_other_syllables_follow_a_korean_name() {
        // Given: «인도네시아» begins like India
        // When
        boolean may = KoreanParticles.mayFollow("네시아");
        // Then
        assertThat(may).isFalse();
    }
}
