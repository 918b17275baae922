package nl.buurtbundel.spending;

import java.awt.geom.AffineTransform;
import java.util.Arrays;

/**
 * How a telephone was held: a photo is kept as the lens saw it, with a number (Exif 0x0112) that says how to turn it. The number
 * does not survive, so the picture is turned.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private Orientation() {}

    /** From 1 to 8; upright where the photo does not say, or not in a way that can be read. */
    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = number(jpeg, at + 2, 2, true);
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            }
            int end = Math.min(jpeg.length, at + 2 + length);
            if (marker == APP1 && startsWith(jpeg, at + 4, EXIF)) {
                return inExif(jpeg, at + 4 + EXIF.length, end);
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inExif(byte[] jpeg, int start, int end) {
        if (start + 8 > end) {
            return UPRIGHT;
        }
        boolean bigEndian = jpeg[start] == 'M';
        int directory = start + number(jpeg, start + 4, 4, bigEndian);
        if (directory < start || directory + 2 > end) {
            return UPRIGHT;
        }
        int entries = number(jpeg, directory, 2, bigEndian);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (entry + ENTRY > end) {
                return UPRIGHT;
            }
            if (number(jpeg, entry, 2, bigEndian) == TAG) {
                int turn = number(jpeg, entry + 8, 2, bigEndian);
                return turn >= UPRIGHT && turn <= LAST ? turn : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static boolean isOnItsSide(int turn) {
        return turn > 4;
    }

    /** What brings a picture of this size upright, its corner in the corner. */
    static AffineTransform upright(int turn, int width, int height) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        int end = at + start.length;
        return end <= bytes.length && Arrays.equals(bytes, at, end, start, 0, start.length);
    }

    private static int number(byte[] bytes, int at, int size, boolean bigEndian) {
        int number = 0;
        for (int i = 0; i < size; i++) {
            int part = bytes[bigEndian ? at + i : at + size - 1 - i] & 0xff;
            number = number << 8 | part;
        }
        return number;
    }
}
