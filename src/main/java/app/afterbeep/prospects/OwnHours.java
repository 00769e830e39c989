package app.afterbeep.prospects;

import java.time.LocalTime;

/// Calling hours that the rep has set for a country or a state: every day, in the place of what the program knows about it.
///
/// @param country ISO 3166
/// @param region  ISO 3166-2 without the country, "" for the whole country
public record OwnHours(String country, String region, LocalTime opens, LocalTime closes) {
}
