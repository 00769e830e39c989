/// The one SQLite file: opening, migrating, querying, transactions with undo. Knows no feature.
@NullMarked
package app.afterbeep.db;

import org.jspecify.annotations.NullMarked;
