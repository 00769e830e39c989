package app.afterbeep.transfer;

import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A file that a list is read from, whatever it was saved as; told by its content, not by its name.
///
/// @param name for messages
/// @param ways how its rows can be read: a text by each delimiter, of which one is right; a workbook sheet by sheet
/// @param sheets the ways are sheets, each right in itself
record ListFile(String name, List<Way> ways, boolean sheets) {
    private static final Map<Character, String> DELIMITERS = new java.util.LinkedHashMap<>();

    static {
        DELIMITERS.put(',', "");
        DELIMITERS.put(';', "semicolons");
        DELIMITERS.put('\t', "tabs");
        DELIMITERS.put('|', "pipes");
    }

    /// One way to read the rows.
    ///
    /// @param kind    as the rep would say it: "CSV, semicolons, Windows-1252"
    /// @param opening opens the rows from the beginning, any number of times
    record Way(String kind, Opening opening) {}

    interface Opening {
        ListRows open() throws IOException;
    }

    /// Tells what a file is.
    ///
    /// @throws AppException when it is of a kind that holds no list, or one that can't be read: with what to do
    static ListFile open(Path file) throws AppException, IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new AppException(file + " is a folder. Name the file in it.", null);
        }
        if (!Files.isRegularFile(file)) {
            throw new AppException("There is no file " + file + ". Check its name and folder.", null);
        }
        return text(name, () -> Files.newInputStream(file), Files.size(file));
    }

    /// A text with cells.
    static ListFile text(String name, ListText.Source source, long size) throws IOException {
        ListText text = ListText.of(source, size);
        String encoding = switch (text.charset().name()) {
            case "UTF-8" -> "";
            case "windows-1252" -> "Windows-1252";
            case "x-MacRoman" -> "Mac Roman";
            default -> "UTF-16";
        };
        return new ListFile(name, DELIMITERS.entrySet().stream()
            .map(d -> new Way(String.join(", ", List.of("CSV", d.getValue(), encoding).stream().filter(part -> !part.isEmpty()).toList()), () -> {
                ListText.Counted counted = text.open();
                return new CsvRows(counted.reader(), d.getKey(), counted::share);
            })).toList(), false);
    }
}
