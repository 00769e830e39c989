package app.afterbeep.lists;

import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A file that a list is read from, whatever it was saved as; told by its content, not by its name.
///
/// @param name for messages
/// @param ways how its rows can be read: a text by each delimiter, of which one is right; a workbook sheet by sheet
/// @param sheets the ways are sheets, each right in itself
record ListFile(String name, List<Way> ways, boolean sheets) {
    private static final int LOOK_AT = 64 * 1024;
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
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(FileKindRules.LOOK_AT);
        }
        return switch (FileKindRules.kind(start)) {
            case ZIP -> zip(name, file);
            case OFFICE_97 -> throw new AppException(name + " " + FileKindRules.office97(parts(file)), null);
            case VCARDS -> cards(name, ListText.of(() -> Files.newInputStream(file), Files.size(file)));
            case TEXT -> {
                Optional<String> no = FileKindRules.noList(start);
                if (no.isPresent()) {
                    throw new AppException(name + " " + no.get(), null);
                }
                yield text(name, () -> Files.newInputStream(file), Files.size(file));
            }
        };
    }

    private static ListFile zip(String name, Path file) throws AppException, IOException {
        Set<String> entries;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            entries = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (ZipException e) {
            throw new AppException(name + " is damaged. Get it once more, or save it as CSV.", e);
        }
        if (!FileKindRules.isXlsx(entries)) {
            throw new AppException(name + " " + FileKindRules.noList(entries), null);
        }
        return new ListFile(name, XlsxFile.ways(name, file), true);
    }

    private static List<String> parts(Path file) throws IOException {
        List<String> parts = new ArrayList<>();
        byte[] buffer = new byte[LOOK_AT];
        int overlap = 64;
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int n = in.readNBytes(buffer, 0, LOOK_AT); n > 0; n = in.readNBytes(buffer, kept, LOOK_AT - kept)) {
                int length = kept + n;
                FileKindRules.OFFICE_PARTS.stream().filter(part -> !parts.contains(part) && FileKindRules.contains(buffer, length, part)).forEach(parts::add);
                kept = Math.min(overlap, length);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        }
        return parts;
    }

    private static ListFile cards(String name, ListText text) {
        return new ListFile(name, List.of(new Way("vCards", () -> {
            ListText.Counted counted = text.open();
            return new VcardRows(counted.reader(), counted::share);
        })), true);
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
