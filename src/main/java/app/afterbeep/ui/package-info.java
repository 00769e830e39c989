/// The window's frame and what every screen shares: threads, notices, keys, theme, times in words. Knows no feature.
@NullMarked
package app.afterbeep.ui;

import org.jspecify.annotations.NullMarked;
