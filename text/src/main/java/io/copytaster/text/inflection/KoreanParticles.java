package io.copytaster.text.inflection;

import java.util.Set;

/** What may follow a Korean name within a word: particles, and a few nouns that lean on names. */
public final class KoreanParticles {

    private static final Set<String> PARTICLES = Set.of(
            "은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 로 으로 로서 으로서 로써 으로써 와 과 랑 이랑 하고 도 만 만이 만의 까지 부터 마저 조차 처럼 보다 라는 이라는 라고 이라고 란 이란 며 이며 나 이나 든 이든 에는 에도 에만 에서는 에서도 에서의 에의 로의 으로의 로는 으로는 로부터 으로부터 에게는 와의 과의 와는 과는 와도 과도 까지도 뿐 들 들은 들이 들을 들의 측 측은 측이 측에 측의 라면 이라면 였다 이었다 다 이다 인 야 이야 씨 님"
                    .split(" "));

    private static final Set<String> LEANING = Set.of(
            "인 군 산 계 어 내 발 식 형 판 측 정부 대통령 총리 외교부 정권 당국 국민 사람 언론 시장 기업 경제 은행 회담 정상 제재 전쟁 사태 증시 대사 대사관 공장 본토 국적 남부 북부 동부 서부 중부 남동부 전역 출신 정상회의 정상회담"
                    .split(" "));

    private static final int LONGEST_LEANING = 4;

    private KoreanParticles() {}

    /** Whether a word that begins with a name may end like this; nothing at all is fine. */
    public static boolean mayFollow(String rest) {
        if (rest.isEmpty() || PARTICLES.contains(rest)) {
            return true;
        }
        for (int length = 1; length <= Math.min(LONGEST_LEANING, rest.length()); length++) {
            String after = rest.substring(length);
            if (LEANING.contains(rest.substring(0, length)) && (after.isEmpty() || PARTICLES.contains(after))) {
                return true;
            }
        }
        return false;
    }
}
