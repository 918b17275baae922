package nl.buurtbundel.shell.demo;

import java.util.Random;

/**
 * Test citizen service numbers that pass the eleven test, never the same one twice. They come from 9999xxxxx, about nine
 * thousand numbers; a larger municipality goes on in 999xxxxxx, 99xxxxxxx and 9xxxxxxxx, which are not issued either.
 */
final class CitizenNumbers {

    /** First eight digits: from, how many. Each block leaves out the one before it. */
    private static final int[][] BLOCKS = {
        {99_990_000, 10_000}, {99_900_000, 90_000}, {99_000_000, 900_000}, {90_000_000, 9_000_000}
    };

    /** A prime that divides no block size, so that stepping with it visits every prefix of a block once. */
    private static final long STRIDE = 7_919;

    private final long start;
    private int block;
    private int step;

    CitizenNumbers(Random random) {
        start = random.nextInt(10_000);
    }

    String next() {
        while (true) {
            if (step == BLOCKS[block][1]) {
                block++;
                step = 0;
                if (block == BLOCKS.length) {
                    throw new IllegalStateException("no test numbers left");
                }
            }
            int size = BLOCKS[block][1];
            int prefix = BLOCKS[block][0] + (int) ((start + step * STRIDE) % size);
            step++;
            int sum = 0;
            int rest = prefix;
            for (int weight = 2; weight <= 9; weight++) {
                sum += weight * (rest % 10);
                rest /= 10;
            }
            int check = sum % 11;
            if (check < 10) {
                return Integer.toString(prefix) + check;
            }
        }
    }
}
