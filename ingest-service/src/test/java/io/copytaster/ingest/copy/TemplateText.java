package io.copytaster.ingest.copy;

/** Reports that a newsroom fills in anew every day: everything is the same but the facts. */
enum TemplateText {
    FRENCH(
            "L'équipe de %s a battu celle de %s par %s buts à %s vendredi soir au stade municipal. Devant %s"
                    + " spectateurs, %s a ouvert la marque à la %se minute. L'entraîneur %s s'est dit satisfait de la"
                    + " prestation de ses joueurs. La prochaine rencontre aura lieu dans deux semaines. Au classement,"
                    + " l'équipe compte désormais %s points.",
            "Valmont; Rochebrune; 3; 1; 4120; Lucas Perrin; 17; Bruno Sarti; 34",
            "Grandpré; Sainte-Aube; 2; 0; 2870; Idriss Kone; 58; Paul Legrand; 21"),
    ENGLISH(
            "%s shares closed at %s on %s, %s percent from the previous session, in moderate trading. About %s million"
                + " shares changed hands. Analysts at %s attributed the move to the outlook for %s. The broader index"
                + " ended the day at %s points. Investors will turn their attention to inflation figures later this"
                + " week. Markets are closed on Monday.",
            "Oakline Motors; 41.20; Tuesday; up 2.3; 6.1; Fenwick Rowe; exports; 5,312",
            "Tarn Foods; 17.85; Thursday; down 1.1; 2.4; Castle Grey; grain prices; 5,276"),
    RUSSIAN(
            "В %s объявлено штормовое предупреждение из-за ветра до %s метров в секунду. По данным метеослужбы,"
                + " температура опустится до %s градусов, выпадет до %s миллиметров осадков. Глава района %s призвал"
                + " жителей не выезжать за город. Дежурные службы переведены в усиленный режим. Отменено %s автобусных"
                + " рейсов.",
            "Каменском районе; 23; минус 4; 18; Олег Руднев; 12",
            "Приозёрском округе; 29; минус 11; 7; Анна Сомова; 31"),
    CHINESE(
            "%s股份今日收盘报%s元，%s，成交额%s亿元。公司此前公布，上一季度营业收入为%s亿元，净利润%s万元。%s证券分析师认为，%s需求仍是主要因素。" + "市场人士提醒投资者注意风险，理性投资。",
            "东岭; 18.42; 上涨2.1%; 7.3; 12.6; 8400; 远山; 钢材", "湖州纸业; 6.95; 下跌0.8%; 1.9; 4.4; 2150; 江城; 包装"),
    ARABIC(
            "ضرب زلزال بقوة %s درجات %s صباح %s على عمق %s كيلومترًا، وفق ما أعلن المرصد. ووقع مركز الزلزال على بعد %s"
                    + " كيلومترًا من مدينة %s. ولم ترد أنباء عن وقوع ضحايا أو أضرار مادية. وشعر السكان بالهزة لمدة %s"
                    + " ثانية. وتتابع السلطات المختصة الموقف عن كثب.",
            "4.6; ساحل المرجان; الأحد; 12; 35; الزهراء; 9", "5.3; جبال الصوان; الأربعاء; 48; 110; عين الصخر; 21");

    private final String pattern;
    private final String facts;
    private final String otherFacts;

    TemplateText(String pattern, String facts, String otherFacts) {
        this.pattern = pattern;
        this.facts = facts;
        this.otherFacts = otherFacts;
    }

    String text() {
        return filledWith(facts);
    }

    String withOtherFacts() {
        return filledWith(otherFacts);
    }

    private String filledWith(String values) {
        return pattern.formatted((Object[]) values.split("; "));
    }
}
