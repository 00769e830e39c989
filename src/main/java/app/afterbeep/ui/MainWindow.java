package app.afterbeep.ui;

import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.spring;

import app.afterbeep.ui.controls.Controls;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's frame: the rail, the screen in front, notices, and all keys. On the FX thread.
public final class MainWindow extends StackPane implements Notices {
    /// Fire again while the key is held down; all others act once per press.
    private static final Set<KeyCode> REPEATING = EnumSet.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.BACK_SPACE,
        KeyCode.DELETE, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.TAB);

    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final VBox rail = new VBox();
    private final Region spring = spring();
    private final ToggleGroup chosen = new ToggleGroup();
    private final StackPane front = new StackPane();
    private final NoticePane toast = new NoticePane(this::focusScreen);
    private final Map<String, Region> feet = new HashMap<>();
    private final Set<KeyCode> down = new HashSet<>();
    private @Nullable Screen current;
    private Runnable undo = () -> {};
    private final Map<Shortcut, Runnable> everywhere = new EnumMap<>(Shortcut.class);
    private final BorderPane middle = new BorderPane(front);
    private final BorderPane frame = new BorderPane(middle);
    private final VBox works = new VBox();
    private final VBox banners = new VBox();
    private final Cover cover = new Cover(frame, this::focusScreen);
    private final Map<Screen, Screen.Face> faces = new HashMap<>();
    private boolean swallowTyped;
    private @Nullable Screen small;
    private boolean isSmall;
    private Runnable enlarge = () -> {};

    public MainWindow() {
        getStyleClass().add("main-window");
        setId("main-window");
        rail.getStyleClass().add("rail");
        front.getStyleClass().add("front");
        rail.getChildren().add(spring);
        VBox.setVgrow(spring, Priority.ALWAYS);
        frame.setLeft(rail);
        frame.setBottom(works);
        front.setMinSize(0, 0);
        getChildren().addAll(frame, cover, toast);
        works.heightProperty().subscribe(this::placeToast);
        banners.heightProperty().subscribe(this::placeToast);
        widthProperty().subscribe(this::placeToast);
        rail.widthProperty().subscribe(this::placeToast);
        addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, e -> KeyTips.entered(e.getTarget()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, e -> {
            // The letter of a shortcut must not be typed into the field that the shortcut has just given the keyboard to.
            if (swallowTyped) {
                e.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            down.remove(e.getCode());
            swallowTyped = false;
        });
        sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(window -> window.focusedProperty()).subscribe(focused -> down.clear());
    }

    /// A notice on this screen stands above `foot`, whose buttons are needed just then.
    public void keepClear(String screen, Region foot) {
        feet.put(screen, foot);
    }

    /// @param undo what Ctrl+Z does on every screen
    public void onUndo(Runnable undo) {
        this.undo = undo;
    }

    /// What a shortcut does on every screen that has no meaning of its own for it.
    public void onEverywhere(Shortcut shortcut, Runnable action) {
        everywhere.put(shortcut, action);
    }

    /// Puts a sheet in front of the screens: until it is closed it has the mouse and the keyboard, and no key reaches a screen.
    ///
    /// @param close what Esc does
    public void openSheet(Region sheet, Runnable close) {
        cover.open(sheet, close);
    }

    public boolean hasSheet() {
        return cover.escape().isPresent();
    }

    public void closeSheet() {
        cover.close();
    }

    /// Puts a sheet in front of everything, also of another sheet, which goes on below it and is there again when this one is closed.
    ///
    /// @param close what Esc does
    public void openOver(Region sheet, Runnable close) {
        cover.openOver(sheet, close);
    }

    public void closeOver() {
        cover.closeOver();
    }

    /// Puts something above every screen, in room of its own, below what is there already: it covers nothing.
    public void setBanner(Region banner) {
        banners.getChildren().add(banner);
        middle.setTop(banners);
    }

    /// Gives the keyboard to the screen in front.
    public void focusScreen() {
        if (current != null) {
            face(current).view().requestFocus();
        }
    }

    /// Shows at the foot of the window how far long work is, below whatever screen is in front, which stays usable; other work that goes on
    /// stays there too.
    public void showWork(Region work) {
        if (!works.getChildren().contains(work)) {
            works.getChildren().add(work);
        }
    }

    public void endWork(Region work) {
        boolean hadFocus = getScene() != null && within(getScene().getFocusOwner(), work);
        works.getChildren().remove(work);
        if (hadFocus) {
            focusScreen();
        }
    }

    private static boolean within(@Nullable Node node, Node outer) {
        return node != null && (node == outer || within(node.getParent(), outer));
    }

    /// Adds a screen to the rail; Settings stand at its foot.
    public void add(Screen screen) {
        screens.put(screen.id(), screen);
        ToggleButton entry = new ToggleButton(screen.title(), icon(screen.icon()));
        entry.setId("nav-" + screen.id());
        entry.setAccessibleText(screen.title());
        entry.getStyleClass().add("rail-entry");
        entry.setContentDisplay(ContentDisplay.TOP);
        entry.getProperties().put(Shortcut.class, Shortcut.valueOf("SCREEN_" + screens.size()));
        entry.setToggleGroup(chosen);
        // The arrow keys select without pressing: what the rail marks is what is shown, and the keyboard stays on the rail until it is pressed.
        entry.selectedProperty().subscribe((was, now) -> {
            if (now && current != screen && !isSmall) {
                bring(screen).shown().run();
            }
        });
        entry.setOnAction(e -> select(screen.id()));
        boolean atFoot = screen.id().equals("settings");
        rail.getChildren().add(atFoot ? rail.getChildren().size() : rail.getChildren().indexOf(spring), entry);
    }

    /// What is seen of a screen. Each pulse walks through all nodes of the window, the hidden ones too: a screen is made, and belongs to it, from
    /// the first time that it is wanted.
    private Screen.Face face(Screen screen) {
        Screen.Face known = faces.get(screen);
        if (known != null) {
            return known;
        }
        Screen.Face made = screen.face().get();
        // A screen that wants more room than there is must not push the rail out of the window.
        made.view().setMinSize(0, 0);
        made.view().setVisible(false);
        front.getChildren().add(made.view());
        faces.put(screen, made);
        return made;
    }

    /// Adds something to the foot of the rail that is no screen.
    public void addToRail(ButtonBase entry) {
        entry.getStyleClass().add("rail-entry");
        entry.setContentDisplay(ContentDisplay.TOP);
        rail.getChildren().add(entry);
    }

    /// The ids of all screens, in the order of the rail.
    public List<String> screens() {
        return List.copyOf(screens.keySet());
    }

    /// Brings a screen to the front and gives it the keyboard.
    public void select(String id) {
        Screen next = screens.get(id);
        if (next != null) {
            Screen.Face shown = bring(next);
            shown.view().setFocusTraversable(true);
            shown.view().requestFocus();
            // With the keyboard the screen may pass it on to its table.
            shown.shown().run();
        }
    }

    /// The small form of the session screen, which [#beSmall] brings.
    ///
    /// @param enlarge     brings the large window back: another screen was asked for
    /// @param sheetInSmall a sheet opens (true) or closes while the window is small
    public void setSmall(Screen small, Runnable enlarge, Consumer<Boolean> sheetInSmall) {
        this.small = small;
        this.enlarge = enlarge;
        cover.watch(open -> {
            if (isSmall) {
                sheetInSmall.accept(open);
            }
        });
    }

    /// Shows the small form of the session alone, or all screens again.
    public void beSmall(boolean now) {
        isSmall = now;
        frame.setLeft(now ? null : rail);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("small"), now);
        select("session");
    }

    /// @return what is in front now: of the session it may be the small form
    private Screen.Face bring(Screen next) {
        if (isSmall && !next.id().equals("session")) {
            enlarge.run();
        }
        Screen wanted = isSmall && small != null ? small : next;
        Screen.Face shown = face(wanted);
        current = wanted;
        faces.values().forEach(face -> face.view().setVisible(face == shown));
        chosen.getToggles().forEach(toggle -> toggle.setSelected(((Node) toggle).getId().equals("nav-" + next.id())));
        placeToast();
        return shown;
    }

    /// Tells the screen in front that the data have changed.
    public void changed() {
        if (current != null) {
            face(current).shown().run();
        }
    }

    /// A date or a box that can be typed into is the focus owner itself, not the field in it.
    private static boolean takesText(Node node) {
        return node instanceof TextInputControl || node instanceof ComboBoxBase<?> box && box.isEditable() || editor(node);
    }

    /// The editor of scripts is no [TextInputControl]; what is undone in it is always its own.
    private static boolean editor(Node node) {
        return node.getAccessibleRole() == AccessibleRole.TEXT_AREA && !(node instanceof TextInputControl);
    }

    /// Once a second.
    public void tick() {
        if (current != null) {
            face(current).tick().run();
        }
    }

    private void pressed(KeyEvent event) {
        boolean repeated = !down.add(event.getCode());
        Optional<Node> focus = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        boolean typing = focus.filter(MainWindow::takesText).isPresent();
        swallowTyped = false;
        List<Shortcut> shortcuts = Shortcut.of(event, typing);
        if (shortcuts.isEmpty()) {
            return;
        }
        Optional<Runnable> escape = cover.escape();
        if (escape.isPresent()) {
            if (shortcuts.contains(Shortcut.CLOSE)) {
                escape.get().run();
                event.consume();
            }
            return;
        }
        if (repeated && !REPEATING.contains(event.getCode())) {
            // A held key says nothing new: it must never log a second outcome.
            if (!typing || event.isShortcutDown()) {
                event.consume();
            }
            return;
        }
        if (shortcuts.contains(Shortcut.UNDO)) {
            boolean undoesTyping = focus.filter(MainWindow::editor).isPresent() || focus.filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast).filter(Controls::undoesTyping).isPresent();
            if (!undoesTyping) {
                undo.run();
                event.consume();
            }
            return;
        }
        if (shortcuts.contains(Shortcut.QUIT)) {
            getScene().getWindow().hide();
            event.consume();
            return;
        }
        // A focused control keeps the keys that work it.
        boolean worksControl = (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)
            && focus.filter(node -> node != (current == null ? null : face(current).view()) && !(node instanceof MainWindow)
                && node.isFocusTraversable() && !(node instanceof javafx.scene.control.TableView)
                && !(node instanceof CheckBox && event.getCode() == KeyCode.ENTER)).isPresent();
        if (worksControl) {
            return;
        }
        Optional<String> screen = shortcuts.stream().filter(shortcut -> shortcut.screen() >= 0).findFirst()
            .flatMap(shortcut -> screens.keySet().stream().skip(shortcut.screen()).findFirst());
        if (screen.isPresent()) {
            select(screen.get());
            event.consume();
            return;
        }
        // What the key means on the screen in front goes before what it means everywhere.
        Screen shown = current;
        if (shown != null && shortcuts.stream().anyMatch(face(shown).keys())) {
            event.consume();
            swallowTyped = true;
        } else {
            shortcuts.stream().map(everywhere::get).filter(Objects::nonNull).findFirst().ifPresent(action -> {
                action.run();
                event.consume();
                swallowTyped = true;
            });
        }
    }

    @Override
    public void show(Notice notice) {
        toast.show(notice);
        placeToast();
    }

    /// Where it covers nothing that is needed on the screen in front: beside the rail; at the foot of a table rather than on the buttons of its detail;
    /// below the outcomes, where there is room for one line, else on the block, which is needed less than the outcomes' words.
    private void placeToast() {
        if (!toast.isVisible()) {
            return;
        }
        boolean session = current != null && current.id().equals("session") && !isSmall;
        toast.pseudoClassStateChanged(WIDE, session);
        toast.applyCss();
        double em = toast.em();
        double right = isSmall ? 8 : 1.4 * em;
        double left = isSmall ? 8 : rail.getWidth() + right;
        boolean onBlock = session && toast.prefWidth(-1) > getWidth() - left - right;
        if (onBlock) {
            // All of it: no halves of words look out beside.
            right = em;
            left = rail.getWidth() + right;
        }
        toast.setMaxWidth(onBlock ? face(current).view().getWidth() - 2 * em : USE_PREF_SIZE);
        StackPane.setAlignment(toast, onBlock || current == null ? Pos.TOP_CENTER : current.notices());
        Region foot = current == null ? null : feet.get(current.id());
        boolean above = foot != null && foot.getScene() != null && foot.isVisible() && foot.getParent().isVisible();
        double below = above ? Math.max(em, getHeight() - sceneToLocal(foot.localToScene(0, 0)).getY() + 4)
            : works.getHeight() + (isSmall || session ? 3 : em);
        StackPane.setMargin(toast, new Insets(6 + (onBlock ? banners.getHeight() : 0), right, below, left));
    }
}
