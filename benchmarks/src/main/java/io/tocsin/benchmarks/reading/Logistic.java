package io.tocsin.benchmarks.reading;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression (D. R. Cox, The Regression Analysis of Binary Sequences, Journal of the Royal Statistical Society B
 * 20, 1958), its weights drawn towards 0 by the sum of their squares (S. le Cessie and J. C. van Houwelingen, Ridge
 * Estimators in Logistic Regression, Applied Statistics 41, 1992), each in deviations of its sign, so that none is drawn
 * more for its unit. Newton's method; the same rows give the same weights on every machine.
 */
final class Logistic {

    /** How strongly the weights are drawn towards 0: as by so many rows on either side. */
    static final double DRAWN = 100;

    private static final int MOST_STEPS = 100;
    private static final double SETTLED = 1e-9;

    /**
     * A row: what was seen, and whether it was so.
     *
     * @param values as many as those of every other row
     */
    record Row(List<Double> values, boolean holds) {}

    private final double[][] rows;
    private final double[] holds;
    private final double[] means;
    private final double[] deviations;

    private Logistic(List<Row> seen) {
        int columns = seen.get(0).values().size();
        rows = new double[seen.size()][columns + 1];
        holds = new double[seen.size()];
        means = new double[columns];
        deviations = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                rows[i][j] = seen.get(i).values().get(j);
                means[j] += rows[i][j] / rows.length;
            }
            rows[i][columns] = 1;
            holds[i] = seen.get(i).holds() ? 1 : 0;
        }
        for (int j = 0; j < columns; j++) {
            standardize(j);
        }
    }

    private void standardize(int column) {
        double squares = 0;
        for (double[] row : rows) {
            row[column] -= means[column];
            squares += row[column] * row[column];
        }
        deviations[column] = squares == 0 ? 1 : Math.sqrt(squares / rows.length);
        for (double[] row : rows) {
            row[column] /= deviations[column];
        }
    }

    /** The weights of the values, and last what is added to them; a value that never varies weighs nothing. */
    static double[] fit(List<Row> seen) {
        Logistic regression = new Logistic(seen);
        double[] weights = new double[regression.rows[0].length];
        double moved = Double.MAX_VALUE;
        for (int step = 0; step < MOST_STEPS && moved > SETTLED; step++) {
            moved = regression.step(weights);
        }
        return regression.asGiven(weights);
    }

    /** Moves the weights to where the objective, taken for a parabola, is least; by how much at most. */
    private double step(double... weights) {
        int size = weights.length;
        double[] slope = new double[size];
        double[][] curve = new double[size][size];
        for (int j = 0; j < size - 1; j++) {
            slope[j] = DRAWN * weights[j];
            curve[j][j] = DRAWN;
        }
        for (int i = 0; i < rows.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-dot(rows[i], weights)));
            for (int j = 0; j < size; j++) {
                slope[j] += (p - holds[i]) * rows[i][j];
                for (int k = 0; k <= j; k++) {
                    curve[j][k] += p * (1 - p) * rows[i][j] * rows[i][k];
                }
            }
        }
        double[] move = solved(curve, slope);
        for (int j = 0; j < size; j++) {
            weights[j] -= move[j];
        }
        return Arrays.stream(move).map(Math::abs).max().orElse(0);
    }

    private static double dot(double[] one, double... other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }

    /** Solves by Cholesky's decomposition; of the matrix the lower half counts. */
    private static double[] solved(double[][] matrix, double... right) {
        int size = right.length;
        double[] solved = right.clone();
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double rest = matrix[j][k];
                for (int i = 0; i < k; i++) {
                    rest -= matrix[j][i] * matrix[k][i];
                }
                matrix[j][k] = j == k ? Math.sqrt(rest) : rest / matrix[k][k];
            }
            for (int i = 0; i < j; i++) {
                solved[j] -= matrix[j][i] * solved[i];
            }
            solved[j] /= matrix[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int i = j + 1; i < size; i++) {
                solved[j] -= matrix[i][j] * solved[i];
            }
            solved[j] /= matrix[j][j];
        }
        return solved;
    }

    /** Of the values as they were given, not in deviations from their means. */
    private double[] asGiven(double... weights) {
        double[] given = weights.clone();
        int last = given.length - 1;
        for (int j = 0; j < last; j++) {
            given[j] /= deviations[j];
            given[last] -= given[j] * means[j];
        }
        return given;
    }
}
