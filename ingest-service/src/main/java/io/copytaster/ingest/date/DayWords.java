package io.copytaster.ingest.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day of the calendar in words and numbers, in any order that is clear: perhaps a weekday, which is never checked, then day, month and year. */
final class DayWords {

    private static final Pattern PIECE =
            Pattern.compile("(?<number>\\d{1,9})(?<ordinal>st|nd|rd|th|er|º|ª|\\.)?|(?<word>[\\p{L}\\p{M}'’.]{1,40})");
    /** Two-digit years from here on are of the last century (RFC 5322, section 4.3). */
    private static final int PIVOT = 50;

    /** Thai years, counted from the death of the Buddha. */
    private static final int BUDDHIST_AHEAD = 543;

    private static final int BUDDHIST_FROM = 2450;
    private static final int BUDDHIST_TO = 2700;

    /** Words that stand between the parts of a date and say nothing. */
    private static final Set<String> FILLERS = Set.of(
            "t", "de", "del", "of", "the", "den", "der", "am", "at", "à", "a", "le", "du", "um", "kl", "on", "el", "di",
            "г", "год", "года", "р", "року", "в", "о", "na", "dne", "ngày", "năm", "i");

    private static final Set<String> WORDS_FOR_MONTH = Set.of("tháng", "thg");

    private final List<String> numbers = new ArrayList<>();
    private @Nullable Integer month;
    /** The month that a word before all numbers names; it may as well be a weekday in another language. */
    private int leading;

    private boolean unclear;

    private DayWords(String text) {
        Matcher piece = PIECE.matcher(text);
        boolean monthFollows = false;
        while (piece.find()) {
            String number = piece.group("number");
            if (number == null) {
                String word = bare(piece.group("word"));
                monthFollows = WORDS_FOR_MONTH.contains(word);
                word(word, monthFollows);
            } else if (monthFollows) {
                month(Integer.parseInt(number));
                monthFollows = false;
            } else {
                numbers.add(number);
            }
        }
    }

    static Optional<LocalDate> read(String text) {
        return new DayWords(text).day(text);
    }

    /** Before the numbers a word may be a weekday, and after all of them anything; between them it names the month, or we do not understand. */
    private void word(String word, boolean monthFollows) {
        if (word.isEmpty() || monthFollows || FILLERS.contains(word)) {
            return;
        }
        Optional<Integer> named = MonthNames.month(word);
        if (numbers.isEmpty()) {
            leading = named.orElse(leading);
        } else if (named.isPresent() && month == null) {
            month(named.get());
        } else if (numbers.size() < 2) {
            unclear = true;
        }
    }

    private void month(int number) {
        unclear |= month != null;
        month = number;
    }

    private Optional<LocalDate> day(String text) {
        if (unclear) {
            return Optional.empty();
        }
        if (numbers.size() == 3 && month == null) {
            return numeric(text);
        }
        int named = month == null ? leading : month;
        return numbers.size() == 2 && named > 0 ? named(named) : Optional.empty();
    }

    private Optional<LocalDate> named(int month) {
        boolean yearFirst = numbers.get(0).length() > 2;
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        return day.length() > 2 ? Optional.empty() : IsoDate.day(year(year), month, Integer.parseInt(day));
    }

    /** Three numbers: with the year first as in ISO 8601, else as in America with slashes where that fits, else the day first. */
    private Optional<LocalDate> numeric(String text) {
        int first = Integer.parseInt(numbers.get(0));
        int second = Integer.parseInt(numbers.get(1));
        if (numbers.get(0).length() > 2) {
            return numbers.get(0).length() == 4
                    ? IsoDate.day(year(numbers.get(0)), second, Integer.parseInt(numbers.get(2)))
                    : Optional.empty();
        }
        int year = year(numbers.get(2));
        boolean american = (text.indexOf('/') >= 0 && first <= 12) || second > 12;
        if (numbers.get(2).length() == 2 && text.indexOf('-') >= 0) {
            return IsoDate.day(year(numbers.get(0)), second, Integer.parseInt(numbers.get(2)));
        }
        return american ? IsoDate.day(year, first, second) : IsoDate.day(year, second, first);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 1, 2 -> year < PIVOT ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year >= BUDDHIST_FROM && year < BUDDHIST_TO ? year - BUDDHIST_AHEAD : year;
        };
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "'’.".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'’.".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }
}
