package io.copytaster.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWordLanguagesTest {

    private static final Languages LANGUAGES = new FunctionWordLanguages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | La banque a annoncé que les sanctions ne changeront pas ses projets dans le pays.",
                "en | The bank said that it will not change its plans because of the sanctions.",
                "de | Die Bank hat mitgeteilt, dass sie ihre Pläne wegen der Sanktionen nicht ändern wird.",
                "es | El banco dijo que las sanciones no cambian los planes que tiene para el año.",
                "pt | O banco disse que as sanções não mudam os planos que tem para o ano.",
                "it | La banca ha detto che le sanzioni non cambiano i piani della società per il paese.",
                "nl | De bank zei dat het plan van de regering niet door de sancties wordt geraakt.",
                "sv | Banken säger att det inte är sanktionerna som har ändrat planerna för året.",
                "fi | Pankki kertoi, että se ei muuta suunnitelmia, mutta pakotteet ovat myös ongelma.",
                "hu | A bank szerint nem a szankciók miatt változtak meg a tervek, hogy az év végén.",
                "pl | Bank podał, że nie zmieni planów, które przyjął w tym roku, oraz że sankcje się utrzymają.",
                "cs | Banka uvedla, že plány na letošní rok se nemění a že sankce jsou podle ní problém.",
                "ro | Banca a spus că sancțiunile nu schimbă planurile pe care le are pentru anul acesta.",
                "tr | Banka, yaptırımların bu yıl için planlarını değiştirmediğini ve daha çok çalışacağını açıkladı.",
                "id | Bank itu mengatakan bahwa sanksi tidak akan mengubah rencana yang telah dibuat untuk tahun ini.",
                "vi | Ngân hàng cho biết các lệnh trừng phạt không làm thay đổi những kế hoạch của họ.",
                "sw | Benki ya taifa ilisema kuwa vikwazo hivyo havitabadilisha mipango yake kwa mwaka huu.",
                "ru | Банк сообщил, что санкции не изменят его планов на этот год.",
                "uk | Банк повідомив, що санкції не змінять його планів на цей рік, які він має.",
                "be | Банк паведаміў, што санкцыі не зменяць яго планаў на гэты год.",
                "bg | Банката съобщи, че санкциите няма да променят плановете за тази година.",
                "sr | Банка је саопштила да санкције неће променити њене планове за ову годину.",
                "kk | Банк бұл санкциялар оның жоспарларын өзгертпейді және жұмыс істейді деп мәлімдеді.",
                "ar | قال البنك إن العقوبات لن تغير خططه التي أعلن عنها في هذا العام.",
                "fa | بانک اعلام کرد که تحریم‌ها برنامه‌های این بانک را برای سال آینده تغییر نمی‌دهد.",
                "ur | بینک نے کہا ہے کہ پابندیوں سے اس کے منصوبے نہیں بدلیں گے۔",
                "hi | बैंक ने कहा है कि प्रतिबंधों से उसकी योजनाएं नहीं बदलेंगी।",
                "zh | 该银行表示，制裁不会改变其今年的计划。",
                "ja | 銀行は制裁によって今年の計画が変わることはないと述べた。",
                "ko | 은행은 제재가 올해 계획을 바꾸지 않을 것이라고 밝혔다.",
                "th | ธนาคารกล่าวว่ามาตรการคว่ำบาตรจะไม่เปลี่ยนแผนของปีนี้",
                "el | Η τράπεζα ανακοίνωσε ότι οι κυρώσεις δεν αλλάζουν τα σχέδιά της.",
                "he | הבנק הודיע כי הסנקציות לא ישנו את תוכניותיו לשנה זו.",
                "am | ባንኩ ማዕቀቡ የዘንድሮውን እቅድ እንደማይለውጥ አስታወቀ።",
                "bn | ব্যাংক বলেছে নিষেধাজ্ঞা তাদের পরিকল্পনা বদলাবে না।",
                "ta | தடைகள் தனது திட்டங்களை மாற்றாது என வங்கி தெரிவித்தது."
            })
    void knows_the_language_of_a_sentence(String language, String sentence) {
        // Given no claim
        // When
        LanguageGuess guess = LANGUAGES.guess(sentence, null);
        // Then
        assertThat(guess.language()).isEqualTo(language);
    }

    @Test
    void believes_the_claim_where_the_text_is_too_short_to_tell() {
        // Given
        String text = "Lula recebe Putin";
        // When
        LanguageGuess guess = LANGUAGES.guess(text, "pt-BR");
        // Then
        assertThat(guess.language()).isEqualTo("pt");
    }

    @Test
    void overrules_a_claim_that_the_script_denies() {
        // Given
        String text = "Банк сообщил, что санкции не изменят его планов.";
        // When
        LanguageGuess guess = LANGUAGES.guess(text, "en");
        // Then
        assertThat(guess.language()).isEqualTo("ru");
    }

    @Test
    void overrules_a_claim_that_many_words_deny() {
        // Given
        String text = "The bank said that it will not change its plans for the year, and that the sanctions of the west"
                + " are not the reason for which it was late.";
        // When
        LanguageGuess guess = LANGUAGES.guess(text, "fr");
        // Then
        assertThat(guess.language()).isEqualTo("en");
    }

    @Test
    void says_so_when_there_is_nothing_to_go_by() {
        // Given
        String text = "123 … 😀";
        // When
        LanguageGuess guess = LANGUAGES.guess(text, null);
        // Then
        assertThat(guess).isEqualTo(LanguageGuess.UNKNOWN);
    }
}
