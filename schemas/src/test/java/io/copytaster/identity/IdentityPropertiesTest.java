package io.copytaster.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityPropertiesTest {

    private static final int ROUNDS = 5_000;
    private static final String ALPHABET = "aé中ы😀\u0301 \u00a0\u3000\t\n-’ñ가ه";
    private static final String[] WHITE_SPACE = {
        " ", "\n", "\r\n", "\t", "\u00a0", "\u2009", "\u3000", "\u2028", "\u0085"
    };

    private final long seed = Long.getLong("seed", 20261125L);
    private final Random random = new Random(seed);

    @Test
    void gives_different_texts_different_identities_and_equal_texts_equal_ones() {
        // Given
        var texts = new HashSet<String>();
        IntStream.range(0, ROUNDS).forEach(_ -> texts.add(text()));

        // When
        var identities = new HashSet<ArticleId>();
        texts.forEach(text -> {
            identities.add(ArticleId.ofUrl(text));
            identities.add(ArticleId.ofUrl(new String(text.toCharArray())));
        });

        // Then
        assertThat(identities).as("seed %d", seed).hasSameSizeAs(texts);
    }

    @Test
    void does_not_confuse_where_one_part_ends_and_the_next_begins() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            var all = "x" + text();
            int cut = all.offsetByCodePoints(0, 1);

            // When
            var moved = ArticleId.ofClient(all.substring(0, cut), all.substring(cut));
            var whole = ArticleId.ofClient(all, "");

            // Then
            if (cut < all.length()) {
                assertThat(moved).as("seed %d, '%s'", seed, all).isNotEqualTo(whole);
            }
        }
    }

    @Test
    void hashes_content_regardless_of_normal_form_and_white_space() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            var headline = text();
            var body = text();

            // When
            var same = ContentHash.of(disguised(headline), disguised(body));

            // Then
            assertThat(same).as("seed %d, '%s' '%s'", seed, headline, body).isEqualTo(ContentHash.of(headline, body));
        }
    }

    @Test
    void hashes_content_with_one_more_letter_differently() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            var body = text();
            int place = body.offsetByCodePoints(0, random.nextInt(body.codePointCount(0, body.length()) + 1));

            // When
            var longer = ContentHash.of("", body.substring(0, place) + "q" + body.substring(place));

            // Then
            assertThat(longer).as("seed %d, '%s'", seed, body).isNotEqualTo(ContentHash.of("", body));
        }
    }

    @Test
    void returns_to_an_older_text_as_a_new_revision() {
        // Given
        var article = ArticleId.ofUrl("https://example.org/1");
        var first = RevisionId.of(article, null, ContentHash.of("a", ""));
        var second = RevisionId.of(article, first, ContentHash.of("b", ""));

        // When
        var third = RevisionId.of(article, second, ContentHash.of("a", ""));

        // Then
        assertThat(Stream.of(first, second, third).distinct()).hasSize(3);
    }

    @Test
    void tells_an_absent_publisher_from_an_empty_one() {
        // When
        var absent = ArticleId.ofClient(null, "7");

        // Then
        assertThat(absent).isNotEqualTo(ArticleId.ofClient("", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a_",
                "r_aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "a-aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "a_aaaaaaaaaaaaaaaaaaaaaaaaa",
                "a_aaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "a_Aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "a_1aaaaaaaaaaaaaaaaaaaaaaaaa",
                "a_éaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refuses_what_is_no_article_id_and_says_the_form(String text) {
        // When
        var refusal = assertThatIllegalArgumentException().isThrownBy(() -> new ArticleId(text));

        // Then
        refusal.withMessage("expected an identity of the form a_ and 26 characters of a-z2-7");
    }

    private String text() {
        var codePoints = ALPHABET.codePoints().toArray();
        return random.ints(random.nextInt(12), 0, codePoints.length)
                .map(index -> codePoints[index])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same text for a reader: decomposed, other white space, white space around it. */
    private String disguised(String text) {
        var spaced = new StringBuilder(space());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (isWhiteSpace(c)) {
                spaced.append(space()).append(space());
            } else {
                spaced.appendCodePoint(c);
            }
        });
        return spaced.append(space()).toString();
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private String space() {
        return WHITE_SPACE[random.nextInt(WHITE_SPACE.length)];
    }

    @Test
    void white_space_is_what_unicode_calls_so() {
        // Given
        var property = Pattern.compile("\\p{IsWhite_Space}");

        // When
        var different = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> ContentHash.isWhiteSpace((char) c)
                        != property.matcher(String.valueOf((char) c)).matches())
                .mapToObj(Integer::toHexString)
                .toList();

        // Then
        assertThat(different).isEmpty();
    }
}
