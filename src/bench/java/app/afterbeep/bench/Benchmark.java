package app.afterbeep.bench;

import java.io.IOException;

/// One group of rows of the table.
interface Benchmark {
    void run(Ground ground, Table table) throws IOException, InterruptedException;
}
