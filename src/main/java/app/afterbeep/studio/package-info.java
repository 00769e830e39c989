/// The studio where a rep writes series: cadences and their texts, the builder that drafts a series, files to share.
@NullMarked
package app.afterbeep.studio;

import org.jspecify.annotations.NullMarked;
