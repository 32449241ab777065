package io.copytaster.ingest.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * Invented reports, each as an agency might send it: paragraphs of sentences. Two are about the same event in other words, and each comes
 * with the furniture that a page of its language puts around it.
 */
public enum SampleText {
    FRENCH("PORT-CLAIR, 4 mai (Agence du Levant) - ", """
        Le conseil municipal de Port-Clair a adopté mardi soir un plan de rénovation des quais d'un montant de 84 millions d'euros. \
        Les travaux commenceront en septembre et dureront trente mois, a précisé la maire Hélène Castaing.

        Le bassin nord, construit en 1911, sera vidé puis consolidé. Quelque 260 bateaux de plaisance devront trouver un autre \
        mouillage dès le 12 août. La capitainerie promet des emplacements provisoires à Saint-Brévin et à l'anse du Moulin.

        L'opposition a voté contre le projet, jugé trop coûteux pour une ville de 41 000 habitants. "On nous demande un chèque en \
        blanc", a déploré le conseiller Marc Delpierre, qui réclame un référendum local avant la fin de l'année.

        La région financera un tiers des dépenses, le reste étant couvert par un emprunt sur vingt-cinq ans. Un premier appel \
        d'offres sera publié la semaine prochaine. Les pêcheurs, eux, redoutent une baisse de leurs ventes pendant le chantier.\
        """),
    FRENCH_OTHER_WORDS("PORT-CLAIR (Le Phare) - ", """
        Port-Clair va refaire ses quais. Réunis mardi, les élus ont approuvé un chantier de 84 millions d'euros qui doit transformer \
        le front de mer à partir de la rentrée. La maire, Hélène Castaing, parle d'un investissement "pour un siècle".

        Avant cela, les propriétaires de bateaux amarrés au bassin nord ont jusqu'au 12 août pour partir. Ils sont environ 260, et \
        beaucoup disent ne pas savoir où aller malgré les places annoncées dans les communes voisines.

        Dans les rangs de l'opposition, Marc Delpierre dénonce une dépense démesurée et veut consulter la population. La commune, \
        qui compte 41 000 habitants, empruntera les deux tiers de la somme, la région apportant le complément.\
        """),
    ENGLISH("HARROWGATE FALLS, May 4 (Northern Cable) - ", """
        Regulators on Tuesday ordered the owner of the Harrowgate Falls dam to lower its reservoir by six metres after inspectors \
        found cracks in two of its nine spillway gates. The utility, Brennock Power, has until June 18 to comply.

        Around 3,400 people live downstream in the valley towns of Easton and Little Marsh. Officials stressed that there was no \
        immediate danger, but schools will rehearse an evacuation next week.

        "We saw movement that should not be there," said chief inspector Dana Whitlock. Her team measured a shift of eleven \
        millimetres since the previous survey in October.

        Brennock Power said it would meet the deadline and expects repairs to cost $27 million. The company's shares fell 4.2 \
        percent. Farmers who depend on the reservoir for irrigation asked the state for compensation before the summer.\
        """),
    ENGLISH_OTHER_WORDS("EASTON (Valley Herald) - ", """
        The lake above Easton is to be drawn down because of faults in its dam, the state's safety board has decided. Brennock \
        Power, which runs the plant at Harrowgate Falls, must let out enough water to bring the level down six metres by mid-June.

        Two spillway gates are cracked, according to a report by inspectors led by Dana Whitlock. They recorded movement of eleven \
        millimetres in half a year and called it unexpected.

        Families in the valley received leaflets on Wednesday that explain where to go if sirens sound. The utility put the price \
        of the work at $27 million, while growers worry about watering their fields in July.\
        """),
    RUSSIAN("СЕВЕРОРЕЧЕНСК, 4 мая (Сибирский телеграф) - ", """
        Завод «Полярная сталь» в Северореченске остановил две доменные печи из-за нехватки руды, сообщил во вторник директор \
        предприятия Игорь Мальцев. Простой продлится не менее трёх недель.

        На время остановки 1850 рабочих отправят в оплачиваемый отпуск. Профсоюз потребовал сохранить премии за первый квартал и \
        пригрозил забастовкой с 20 мая.

        Поставки с рудника «Глубокий» прекратились после обвала, который произошёл 27 апреля. Спасатели до сих пор разбирают завал, \
        хотя все 64 горняка поднялись на поверхность.

        По словам Мальцева, убытки завода составят около 900 миллионов рублей. Правительство области обещало выделить льготный \
        кредит и договориться о поставках сырья по железной дороге из соседнего края.\
        """),
    CHINESE("白沙港5月4日电（海岸通讯社） ", """
        白沙港海关星期二宣布，在一艘来自南方的货轮上查获三百二十箱未申报的电子零件，总价值约4600万元。船长和两名船员已被带走调查。

        据海关负责人林志远介绍，执法人员在第七号货舱发现了伪装成瓷砖的木箱。箱内零件多用于工业机器人，部分型号禁止出口。

        该船于4月29日离开青岩，原定停靠三个港口。船东海联航运表示对货物内容毫不知情，并将全力配合调查。

        今年以来，白沙港已破获17起类似案件，比去年同期增加近一倍。专家认为，零件短缺推高了黑市价格，走私因此更加猖獗。\
        """),
    ARABIC("وادي النور، 4 مايو (وكالة المدى) - ", """
        أعلنت وزارة الزراعة يوم الثلاثاء خطة لإنقاذ واحات وادي النور بعد أن أتلف الجفاف نحو 38 ألف نخلة منذ بداية العام. وستحصل \
        كل أسرة متضررة على تعويض قدره 1200 دينار قبل نهاية يونيو.

        وقال الوزير سامر العطار إن الآبار القديمة ستغلق تدريجيًا وتستبدل بشبكة ري بالتنقيط يبلغ طولها 95 كيلومترًا. وأضاف أن \
        الأشغال ستبدأ في القرى الشمالية.

        ويخشى المزارعون من ارتفاع أسعار المياه بعد انتهاء الدعم الحكومي. وطالبت جمعية الفلاحين بتمثيلها في اللجنة التي ستشرف على \
        المشروع.

        وتقدر تكلفة الخطة بنحو 60 مليون دينار، يمول البنك العربي للتنمية نصفها بقرض طويل الأجل. وكانت الواحات تنتج ربع محصول التمور \
        في البلاد قبل موجة الجفاف الحالية.\
        """),
    JAPANESE("青浜、5月4日（北海通信） - ", """
        青浜市は火曜日、老朽化した路面電車の全線を来年3月末で廃止すると発表した。市民の足として九十年親しまれてきたが、利用者は二十年前の4割に減っている。

        廃止後は電気バス28台が同じ経路を走る。運賃は据え置かれ、朝の本数は1時間に12本へ増える見通しだ。

        「残念だが、線路の補修費がもう出せない」と森岡恵子市長は記者会見で語った。年間の赤字は7億円を超えるという。

        商店街の組合は観光への影響を心配し、車両の保存を求める署名を集めている。市は夏までに説明会を五回開く。\
        """),
    THAI("", """
        เทศบาลเมืองท่าทรายประกาศเมื่อวันอังคารว่าจะปิดตลาดปลาเก่าริมแม่น้ำเพื่อซ่อมแซมเป็นเวลา 8 เดือน ผู้ค้ากว่า 340 รายต้องย้ายไปยังลานจอดรถหลังสถานีรถไฟ

        นายกเทศมนตรีสมชายกล่าวว่าเสาเข็มของอาคารผุพังจากน้ำเค็มและไม่ปลอดภัยอีกต่อไป งบประมาณซ่อมแซมอยู่ที่ 52 ล้านบาท

        กลุ่มชาวประมงกังวลว่าลูกค้าจะหายไปในช่วงฤดูท่องเที่ยวและขอให้ลดค่าเช่าแผงลงครึ่งหนึ่ง การก่อสร้างจะเริ่มในวันที่ 15 มิถุนายน\
        """);

    private final String dateline;
    private final String text;

    SampleText(String dateline, String text) {
        this.dateline = dateline;
        this.text = text;
    }

    /** Those of which no other is about the same event, with or without spaces between words. */
    public static List<SampleText> distinct() {
        return List.of(FRENCH, ENGLISH, RUSSIAN, CHINESE, ARABIC, JAPANESE, THAI);
    }

    public String text() {
        return join(paragraphs());
    }

    public String withDateline() {
        return dateline + text();
    }

    /** The first half of the paragraphs. */
    public String firstHalf() {
        return join(paragraphs().subList(0, (paragraphs().size() + 1) / 2));
    }

    /** Without the last sentence of each paragraph that has more than one. */
    public String trimmed() {
        return join(paragraphs().stream()
                .map(sentences -> sentences.size() > 1 ? sentences.subList(0, sentences.size() - 1) : sentences)
                .toList());
    }

    /** The same sentences with other paragraph breaks. */
    public String withOtherBreaks() {
        List<String> all = sentences();
        List<List<String>> moved = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            moved.add(all.subList(i, Math.min(all.size(), i + 3)));
        }
        return join(moved);
    }

    /** With a paragraph of another text after each of the first ones. */
    public String interleavedWith(SampleText other) {
        List<List<String>> mixed = new ArrayList<>();
        for (int i = 0; i < paragraphs().size(); i++) {
            mixed.add(paragraphs().get(i));
            if (i == 1) {
                mixed.add(other.paragraphs().getFirst());
            }
        }
        return join(mixed);
    }

    public List<String> sentences() {
        return paragraphs().stream().flatMap(List::stream).toList();
    }

    /** What a page puts around a text in this language, at the end of it. */
    public String furniture() {
        return switch (this) {
            case FRENCH, FRENCH_OTHER_WORDS -> """
                Abonnez-vous à notre lettre quotidienne pour recevoir l'essentiel de l'actualité chaque matin.

                La reproduction même partielle de cet article est interdite sans l'accord de la rédaction.

                Vous pouvez régler vos préférences en matière de témoins de connexion dans votre espace personnel.

                Retrouvez nos vidéos, nos podcasts et nos grands entretiens dans l'application gratuite.\
                """;
            case ENGLISH, ENGLISH_OTHER_WORDS -> """
                Get the day's top stories in your inbox by signing up for our free evening bulletin.

                No part of this page may be copied or redistributed without the publisher's permission.

                Manage your cookie settings and advertising choices at any time from the account menu.

                Listen to our podcasts and watch our explainers in the free app for phones and tablets.\
                """;
            case RUSSIAN -> """
                Подписывайтесь на наш канал, чтобы первыми узнавать о главных событиях дня.

                Перепечатка материалов допускается только с письменного разрешения редакции.

                Вы можете изменить настройки уведомлений и рекламы в личном кабинете читателя.

                Смотрите наши видео и слушайте подкасты в бесплатном мобильном приложении.\
                """;
            case ARABIC -> """
                اشترك في نشرتنا المسائية المجانية لتصلك أهم أخبار اليوم إلى بريدك الإلكتروني.

                لا يجوز نسخ أي جزء من هذه الصفحة أو إعادة نشره من دون إذن خطي من الناشر.

                يمكنك تغيير إعدادات الإعلانات والإشعارات في أي وقت من صفحة حسابك الشخصي.

                استمع إلى حلقاتنا الصوتية وشاهد تقاريرنا المصورة في تطبيق الهاتف المجاني.\
                """;
            case CHINESE, JAPANESE, THAI -> """
                欢迎下载本报客户端，随时查看最新的视频与深度报道。

                未经书面许可，任何单位和个人不得转载本页面的内容。

                您可以在个人中心修改广告偏好和消息提醒的设置。

                点击右上角分享给朋友，参与评论可以获得积分奖励。\
                """;
        };
    }

    private List<List<String>> paragraphs() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SampleText::sentences)
                .toList();
    }

    private static List<String> sentences(String paragraph) {
        return List.of(paragraph.split("(?<=[.!?][\"»]?) (?=\\p{L}|\"|«)|(?<=。」?)(?=\\p{L}|「)"));
    }

    private static String join(List<List<String>> paragraphs) {
        return String.join(
                "\n\n",
                paragraphs.stream()
                        .map(sentences -> String.join(" ", sentences))
                        .toList());
    }
}
