/// The figures of the decision records: the queue and the click on generated data, beside what the disk can do at best.
@NullMarked
package app.afterbeep.bench;

import org.jspecify.annotations.NullMarked;
