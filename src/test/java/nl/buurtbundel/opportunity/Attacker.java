package nl.buurtbundel.opportunity;

import java.util.Arrays;

/**
 * Somebody who knows every published number and that no number is negative, and asks how large or small a hidden one can
 * be: a plain simplex method that shares nothing with what it attacks. Returns the largest value of one unknown subject to
 * equations over unknowns that are not negative; infinity when nothing bounds it.
 */
final class Attacker {
    private static final double EPSILON = 1e-7;

    private Attacker() {}

    static double largest(double[][] equations, double[] totals, int unknown) {
        return best(equations, totals, unknown, 1);
    }

    static double smallest(double[][] equations, double[] totals, int unknown) {
        return -best(equations, totals, unknown, -1);
    }

    private static double best(double[][] equations, double[] totals, int unknown, double sign) {
        int m = equations.length;
        int n = unknown + 1;
        for (double[] equation : equations) {
            n = Math.max(n, equation.length);
        }
        double[][] table = new double[m + 1][n + m + 1];
        int[] basis = new int[m];
        for (int i = 0; i < m; i++) {
            double flip = totals[i] < 0 ? -1 : 1;
            for (int j = 0; j < equations[i].length; j++) {
                table[i][j] = flip * equations[i][j];
            }
            table[i][n + i] = 1;
            table[i][n + m] = flip * totals[i];
            basis[i] = n + i;
        }
        // first find any solution: drive out the helping variables
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= n + m; j++) {
                if (j < n || j == n + m) {
                    table[m][j] -= table[i][j];
                }
            }
        }
        if (!run(table, basis, n) || table[m][n + m] < -1e-5) {
            throw new IllegalStateException("the published table contradicts itself");
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; basis[i] >= n && j < n; j++) {
                if (Math.abs(table[i][j]) > EPSILON) {
                    pivot(table, basis, i, j);
                }
            }
        }
        Arrays.fill(table[m], 0);
        table[m][unknown] = -sign;
        for (int i = 0; i < m; i++) {
            if (basis[i] == unknown) {
                for (int j = 0; j <= n + m; j++) {
                    table[m][j] += sign * table[i][j];
                }
            }
        }
        return run(table, basis, n) ? table[m][n + m] : Double.POSITIVE_INFINITY;
    }

    /** False when the goal has no bound. Bland’s rule, so that it ends. */
    private static boolean run(double[][] table, int[] basis, int n) {
        int m = basis.length;
        int last = table[m].length - 1;
        while (true) {
            int column = -1;
            for (int j = 0; j < n && column < 0; j++) {
                if (table[m][j] < -EPSILON) {
                    column = j;
                }
            }
            if (column < 0) {
                return true;
            }
            int row = -1;
            for (int i = 0; i < m; i++) {
                if (table[i][column] > EPSILON) {
                    double ratio = table[i][last] / table[i][column];
                    double best = row < 0 ? Double.POSITIVE_INFINITY : table[row][last] / table[row][column];
                    if (ratio < best - EPSILON
                            || row >= 0 && Math.abs(ratio - best) <= EPSILON && basis[i] < basis[row]) {
                        row = i;
                    }
                }
            }
            if (row < 0) {
                return false;
            }
            pivot(table, basis, row, column);
        }
    }

    private static void pivot(double[][] table, int[] basis, int row, int column) {
        double by = table[row][column];
        for (int j = 0; j < table[row].length; j++) {
            table[row][j] /= by;
        }
        for (int i = 0; i < table.length; i++) {
            double times = table[i][column];
            if (i != row && times != 0) {
                for (int j = 0; j < table[i].length; j++) {
                    table[i][j] -= times * table[row][j];
                }
            }
        }
        basis[row] = column;
    }
}
