package io.copytaster.ingest.url;

/** Encodes a host's label as RFC 3492 does; Java's own {@code IDN} knows only IDNA 2003, which merges ß with ss. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;

    private Punycode() {}

    /** The label without its {@code xn--} prefix; at most 63 code points, so plain int arithmetic cannot overflow. */
    static String encode(int[] label) {
        var out = new StringBuilder();
        for (int c : label) {
            if (c < 0x80) {
                out.appendCodePoint(c);
            }
        }
        int handled = out.length();
        int basic = handled;
        if (basic > 0) {
            out.append('-');
        }
        int n = 0x80;
        int delta = 0;
        int bias = 72;
        while (handled < label.length) {
            int next = smallestFrom(n, label);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : label) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    append(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static int smallestFrom(int n, int[] label) {
        int smallest = Integer.MAX_VALUE;
        for (int c : label) {
            if (c >= n && c < smallest) {
                smallest = c;
            }
        }
        return smallest;
    }

    private static void append(StringBuilder out, int delta, int bias) {
        int q = delta;
        int k = BASE;
        while (true) {
            int threshold = Math.clamp((long) k - bias, T_MIN, T_MAX);
            if (q < threshold) {
                out.append(digit(q));
                return;
            }
            out.append(digit(threshold + (q - threshold) % (BASE - threshold)));
            q = (q - threshold) / (BASE - threshold);
            k += BASE;
        }
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - T_MIN) * T_MAX / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
