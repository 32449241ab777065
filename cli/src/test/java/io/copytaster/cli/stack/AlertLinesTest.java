package io.copytaster.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.cli.demo.Arrival;
import io.copytaster.cli.receive.Message;
import io.copytaster.cli.receive.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertLinesTest {

    private static final String BODY = """
        {"data": {"article": {"headline": "Poutine et l’IA"},
                  "alerts": [{"watchName": "Sberbank in the news", "reasons": [
                      {"clause": "entity:wd:Q205012", "evidence": [{"exact": "Сбербанк"}, {"exact": "Сбербанк"}]}]}]}}
        """;

    @Test
    void show_the_text_that_caused_the_alert_in_its_own_language() {
        // Given
        Arrival arrival = arrival(new Verdict.Verified());

        // When
        List<String> lines = AlertLines.of(arrival);

        // Then
        assertThat(lines)
                .containsExactly(
                        "  ✔ alert after 9.8 s: \"Poutine et l’IA\"",
                        "      Sberbank in the news: entity:wd:Q205012 «Сбербанк»",
                        "      delivered to the local receiver, signature verified");
    }

    @Test
    void shout_when_the_signature_does_not_fit() {
        // Given
        Arrival arrival = arrival(new Verdict.Rejected("no signature fits"));

        // When
        List<String> lines = AlertLines.of(arrival);

        // Then
        assertThat(lines).last().asString().contains("SIGNATURE NOT VERIFIED").contains("no signature fits");
    }

    private static Arrival arrival(Verdict verdict) {
        return new Arrival(new Message("d_1", "1", "v1,x", BODY.getBytes(StandardCharsets.UTF_8)), verdict, 9_800);
    }
}
