package app.afterbeep.ui;

import static app.afterbeep.ui.Shortcut.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What each key does, screen by screen: for the sheet that lists them, and to know which of them would meet.
final class KeyTable {
    /// Where a key works.
    enum Place {
        EVERYWHERE("On every screen"), SESSION("Session"), AGENDA("Agenda"), OUTBOX("Outbox"), REVIEW("Review"), PROSPECTS("Prospects"),
        DNC("Do not call"), SCRIPTS("Scripts"), REHEARSE("Rehearse"), BUILDER("Draft a series"), RESULTS("Results"), SETTINGS("Settings"), IMPORT("Import");

        private final String title;

        Place(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// One line of the sheet.
    record Entry(Place place, Shortcut shortcut, String words) {}

    static final List<Entry> ALL = List.of(
        in(Place.EVERYWHERE, KEYS, "Show all keys, and change them"), in(Place.EVERYWHERE, UNDO, "Undo, several steps deep"),
        in(Place.EVERYWHERE, CALLED_BACK, "They called back: find the caller"), in(Place.EVERYWHERE, FIND, "Find: a caller, or what the screen lists"),
        in(Place.EVERYWHERE, IMPORT, "Import a list"), in(Place.EVERYWHERE, REMINDER_OPEN, "Open the reminder's prospect"),
        in(Place.EVERYWHERE, REMINDER_LATER, "Remind me later"), in(Place.EVERYWHERE, MINI, "Small window beside the softphone, and back"),
        in(Place.EVERYWHERE, ON_TOP, "Keep the window on top of others"), in(Place.EVERYWHERE, COLUMNS, "Columns of the table: sort, width, place"),
        in(Place.EVERYWHERE, OPEN, "Open, or take what is offered"),
        in(Place.EVERYWHERE, CLOSE, "Close, or one step back"), in(Place.EVERYWHERE, QUIT, "Quit"),
        in(Place.EVERYWHERE, SCREEN_1, "Go to Session"), in(Place.EVERYWHERE, SCREEN_2, "Go to Agenda"), in(Place.EVERYWHERE, SCREEN_3, "Go to Outbox"),
        in(Place.EVERYWHERE, SCREEN_4, "Go to Review"), in(Place.EVERYWHERE, SCREEN_5, "Go to Prospects"), in(Place.EVERYWHERE, SCREEN_6, "Go to Scripts"),
        in(Place.EVERYWHERE, SCREEN_7, "Go to Results"), in(Place.EVERYWHERE, SCREEN_8, "Go to Settings"),

        in(Place.SESSION, OUTCOME_1, "Left voicemail"), in(Place.SESSION, OUTCOME_2, "No answer, no message"), in(Place.SESSION, OUTCOME_3, "Conversation"),
        in(Place.SESSION, OUTCOME_4, "Meeting booked"), in(Place.SESSION, OUTCOME_5, "Call me later"), in(Place.SESSION, OUTCOME_6, "Gatekeeper"),
        in(Place.SESSION, OUTCOME_7, "Not interested"), in(Place.SESSION, OUTCOME_8, "Wrong number"), in(Place.SESSION, OUTCOME_9, "Do not call"),
        in(Place.SESSION, OUTCOME_0, "Busy"), in(Place.SESSION, TIMER, "The beep; then pause, and on"), in(Place.SESSION, RESTART, "Botched: again from zero"),
        in(Place.SESSION, DIAL, "Dial"), in(Place.SESSION, COPY, "Copy the number"), in(Place.SESSION, NOTE, "Write a note"),
        in(Place.SESSION, MOVE_PROMISE, "Move the promise"), in(Place.SESSION, SKIP, "Skip until later today"), in(Place.SESSION, PAUSE, "Pause or begin the block"),
        in(Place.SESSION, REACH, "How this person can be reached"), in(Place.SESSION, EDIT, "Word the message for this person only"),
        in(Place.SESSION, ORIGINAL_MESSAGE, "Back to the original message"), in(Place.SESSION, OTHER_MESSAGE, "Another version of the message"),
        in(Place.SESSION, SHORTER_MESSAGE, "The shortest version"), in(Place.SESSION, OWN_MISSED, "Own the missed call in the message, or not"),

        in(Place.AGENDA, MOVE, "Move the entry"), in(Place.AGENDA, DROP, "Drop the entry"), in(Place.AGENDA, CALENDAR, "Open it in your calendar"),
        in(Place.AGENDA, EXPORT, "Export as a calendar file"),

        in(Place.OUTBOX, SEND, "Send"), in(Place.OUTBOX, SEND_ALL, "Send all that is ready"), in(Place.OUTBOX, STOP, "Stop sending, and go on"),
        in(Place.OUTBOX, EDIT, "Edit the email"), in(Place.OUTBOX, KEEP, "Keep what was edited"), in(Place.OUTBOX, WITHDRAW, "Withdraw"),
        in(Place.OUTBOX, MAIL, "Open it in your mail program"), in(Place.OUTBOX, SAVE_FILE, "Save it as a file"), in(Place.OUTBOX, MARK_SENT, "Mark it as sent"),
        in(Place.OUTBOX, NOT_LEFT, "It has not left"), in(Place.OUTBOX, COPY, "Copy the email"),

        in(Place.REVIEW, EDIT, "Correct the call"), in(Place.REVIEW, LOG_ELSEWHERE, "Log a call made elsewhere"), in(Place.REVIEW, EXPORT, "Export what is shown"),

        in(Place.PROSPECTS, EDIT, "Edit the prospect"), in(Place.PROSPECTS, NOTE, "Write a note"), in(Place.PROSPECTS, REACH, "How this person can be reached"),
        in(Place.PROSPECTS, TO_LIST, "Put into a list"), in(Place.PROSPECTS, TO_SERIES, "Give a series"), in(Place.PROSPECTS, TO_REST, "Let rest"),
        in(Place.PROSPECTS, TO_DNC, "Do not call"), in(Place.PROSPECTS, ORDER, "Choose the order of the rows"), in(Place.PROSPECTS, CLEAR_FACETS, "Clear all filters"),
        in(Place.PROSPECTS, ADD_PERSON, "Add a person"), in(Place.PROSPECTS, MERGE, "Merge with another"), in(Place.PROSPECTS, ERASE, "Erase the person"),
        in(Place.PROSPECTS, EXPORT, "Export everybody"),

        in(Place.DNC, DNC_ADD, "Add to the list"), in(Place.DNC, DNC_REMOVE, "Take the entry off"),

        in(Place.SCRIPTS, STEP_ABOVE, "The step above"), in(Place.SCRIPTS, STEP_BELOW, "The step below"), in(Place.SCRIPTS, STEP_UP, "Move the step up"),
        in(Place.SCRIPTS, STEP_DOWN, "Move the step down"), in(Place.SCRIPTS, STEP_ADD, "Add a step"), in(Place.SCRIPTS, STEP_COPY, "Copy the step"),
        in(Place.SCRIPTS, STEP_KIND, "Change the step's kind and wait"), in(Place.SCRIPTS, STEP_SWITCH, "Switch the step off or on"),
        in(Place.SCRIPTS, STEP_REMOVE, "Remove the step"), in(Place.SCRIPTS, SERIES, "Choose the series"), in(Place.SCRIPTS, SNIPPETS, "Snippets"),
        in(Place.SCRIPTS, EDIT, "Write the text"), in(Place.SCRIPTS, KEEP, "Save the text now"), in(Place.SCRIPTS, NEXT_PERSON, "Read it to the next person"),
        in(Place.SCRIPTS, PERSON_BEFORE, "Read it to the person before"), in(Place.SCRIPTS, DRAFT, "Draft a series"), in(Place.SCRIPTS, REHEARSE, "Rehearse"),
        in(Place.SCRIPTS, EXPORT, "Save the series as a file"),

        in(Place.REHEARSE, TIMER, "Speak, and stop"), in(Place.REHEARSE, OUTCOME_1, "Keep the take"), in(Place.REHEARSE, RESTART, "Again from zero"),
        in(Place.REHEARSE, TAKE_NEXT, "The next message"),
        in(Place.BUILDER, DRAFT_AGAIN, "Draft again, in other words"), in(Place.BUILDER, USE_DRAFT, "Use the draft"),
        in(Place.SETTINGS, COPY, "Copy the path of the data file, or what About says"), in(Place.SETTINGS, BACK_UP, "Back up now"), in(Place.SETTINGS, RESTORE, "Restore a backup"),
        in(Place.SETTINGS, SECOND_FOLDER, "Choose a second folder for backups"), in(Place.SETTINGS, OPEN_FOLDER, "Open the folder of backups, or of the data"),
        in(Place.SETTINGS, CHECK_DATA, "Check the data"), in(Place.SETTINGS, LICENCES, "Show the licences of all parts"),
        in(Place.IMPORT, GO_ON, "Go on to the next step"));

    private KeyTable() {}

    private static Entry in(Place place, Shortcut shortcut, String words) {
        return new Entry(place, shortcut, words);
    }

    /// The lines of one shortcut, which may work on several screens.
    static List<Entry> of(Shortcut shortcut) {
        return ALL.stream().filter(entry -> entry.shortcut() == shortcut).toList();
    }

    /// The lines that hold every word of what was typed: in what the key does, where, or on its cap.
    static List<Entry> found(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return ALL.stream().filter(entry -> {
            String all = (entry.words() + " " + entry.place().title() + " " + entry.shortcut().cap()).toLowerCase(Locale.ROOT);
            return Arrays.stream(words).allMatch(all::contains);
        }).toList();
    }

    /// Where both work: on one screen, or one of them everywhere.
    static List<Entry> meeting(Shortcut shortcut, Shortcut other) {
        Set<Place> places = of(shortcut).stream().map(Entry::place).collect(Collectors.toSet());
        return of(other).stream().filter(entry -> places.contains(entry.place()) || entry.place() == Place.EVERYWHERE || places.contains(Place.EVERYWHERE)).toList();
    }
}
