package app.afterbeep.lists;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Headers in the languages that lists come in besides English: German, French, Spanish, Italian, Dutch and Portuguese. Each is read as the
/// English header that it stands for.
final class LanguageRules {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
        words("first name", "vorname", "prénom", "prenom", "nombre", "nome", "voornaam"),
        words("last name", "nachname", "familienname", "zuname", "nom", "nom de famille", "apellido", "apellidos", "cognome", "achternaam", "sobrenome"),
        words("full name", "vollständiger name", "ansprechpartner", "ansprechpartnerin", "kontaktperson", "nom complet", "nombre completo",
            "nome completo", "naam", "interlocuteur"),
        words("company", "firma", "firmenname", "unternehmen", "organisation name", "société", "societe", "entreprise", "empresa", "azienda", "società", "bedrijf"),
        words("job title", "funktion", "berufsbezeichnung", "stellenbezeichnung", "fonction", "poste", "cargo", "puesto", "ruolo", "functie"),
        words("phone", "telefon", "telefonnummer", "telefonnr", "telefon nr", "telefon geschäftlich", "tel nr", "rufnummer", "festnetz", "téléphone", "teléfono",
            "telefono", "telefone", "telefoon", "telefoonnummer", "numéro de téléphone", "número de teléfono"),
        words("direct phone", "durchwahl", "direktwahl", "ligne directe"),
        words("mobile phone", "mobil", "handy", "handynummer", "mobilnummer", "mobiltelefon", "portable", "téléphone portable", "móvil", "celular", "cellulare",
            "mobiel", "telemóvel"),
        words("main phone", "zentrale", "telefon zentrale", "standard téléphonique"),
        words("email", "mailadresse", "email adresse", "emailadresse", "courriel", "adresse email", "correo", "correo electrónico", "correo electronico"),
        words("city", "ort", "stadt", "wohnort", "ville", "ciudad", "città", "plaats", "stad", "cidade"),
        words("state", "bundesland", "kanton", "provincia", "estado"),
        words("zip", "plz", "postleitzahl", "code postal", "código postal", "codigo postal", "cap", "cep"),
        words("country", "land", "staat", "pays", "país", "pais", "paese"),
        words("time zone", "zeitzone", "fuseau horaire", "zona horaria"),
        words("do not call", "nicht anrufen", "anrufsperre", "ne pas appeler", "no llamar", "non chiamare", "niet bellen"),
        words("external id", "kundennummer", "kundennr", "datensatz id"),
        words("notes", "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar", "anmerkung", "remarque", "remarques", "notas", "comentarios", "opmerkingen"),
        words("address", "straße", "strasse", "anschrift", "adresse", "rue", "dirección", "direccion", "indirizzo", "straat"),
        words("salutation", "anrede", "civilité", "titel"),
        words("website", "webseite", "internet", "homepage", "site web", "sitio web"),
        words("industry", "branche", "secteur", "sector"),
        words("department", "abteilung", "service", "departamento")).entrySet().stream()
        .flatMap(entry -> Stream.of(entry.getValue()).map(word -> Map.entry(word, entry.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private LanguageRules() {}

    private static Map.Entry<String, String[]> words(String english, String... others) {
        return Map.entry(english, others);
    }

    /// The English header for one in another language; else the header itself.
    ///
    /// @param header in lower case, its words apart
    static String english(String header) {
        return ENGLISH.getOrDefault(header, header);
    }
}
