package app.afterbeep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The house rules that a compiler does not know.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.afterbeep");
    private static final String[] GROUND = {"app.afterbeep.db..", "app.afterbeep.files..", "app.afterbeep.ui.."};
    private static final Set<String> VIEWS = Set.of("View", "Pane", "Dialog", "Cell", "Bar", "Grid");

    private static DescribedPredicate<JavaAccess<?>> callTo(String description, java.util.function.Predicate<JavaAccess<?>> test) {
        return describe(description, test);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("app.afterbeep.(*)..").should().beFreeOfCycles()
            .because("a feature can then be read, and changed, without all the others").check(CLASSES);
    }

    @Test
    void theGroundKnowsNoFeature() {
        noClasses().that().resideInAnyPackage(GROUND).should().dependOnClassesThat(
            resideInAnyPackage("app.afterbeep..").and(DescribedPredicate.not(resideInAnyPackage(GROUND))))
            .because("Wiring hands them what they show").check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("they are tested without a toolkit").check(CLASSES);
    }

    @Test
    void viewsAskTheirViewModelOnly() {
        classes().that(describe("views", c -> VIEWS.stream().anyMatch(c.getSimpleName()::endsWith)))
            .should().onlyAccessClassesThat(DescribedPredicate.not(simpleNameEndingWith("Store").or(simpleNameEndingWith("Service"))))
            .because("everything slow happens behind the view model").check(CLASSES);
    }

    @Test
    void sqlIsWrittenInStoresOnly() {
        noClasses().that().resideOutsideOfPackage("app.afterbeep.db..").should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("JDBC is the business of db").check(CLASSES);
        noClasses().that(describe("no stores", c -> !c.getName().startsWith("app.afterbeep.db.") && !outer(c).getSimpleName().endsWith("Store")))
            .should().callMethodWhere(callTo("a statement", a -> a.getTargetOwner().getName().equals("app.afterbeep.db.Sql")))
            .because("a table is read and written in one class per feature").check(CLASSES);
    }

    private static JavaClass outer(JavaClass c) {
        JavaClass outer = c;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    @Test
    void mailIsTheBusinessOfTheOutbox() {
        noClasses().that().resideOutsideOfPackage("app.afterbeep.outbox..").should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..",
            "org.eclipse.angus..").because("what leaves, leaves through one door").check(CLASSES);
    }

    @Test
    void onlyBackgroundCrossesThreads() {
        noClasses().that().doNotHaveFullyQualifiedName("app.afterbeep.ui.Background").and().doNotHaveFullyQualifiedName("app.afterbeep.App")
            .and().doNotHaveFullyQualifiedName("app.afterbeep.Opening").should().dependOnClassesThat(describe("threads and executors", c -> c.isAssignableTo(Thread.class)
                || c.getName().startsWith("java.util.concurrent.") && (c.getSimpleName().contains("Executor") || c.getSimpleName().contains("Future"))
                && !c.getSimpleName().equals("Executor")))
            .orShould().callMethodWhere(callTo("Platform.runLater", a -> a.getTargetOwner().getName().equals("javafx.application.Platform")
                && a.getName().equals("runLater")))
            .because("views and view models live on the FX thread, everything else never does").check(CLASSES);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses().should().callMethodWhere(callTo("a clock of its own", a ->
            a.getTargetOwner().getPackageName().equals("java.time") && a.getName().equals("now")
                && a.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget t
                && t.getRawParameterTypes().stream().noneMatch(p -> p.getName().equals("java.time.Clock"))))
            .orShould().callMethod(System.class, "currentTimeMillis")
            .because("a test and --now decide what time it is").check(CLASSES);
        noClasses().that().resideOutsideOfPackage("app.afterbeep.cli..").should()
            .callMethodWhere(callTo("the system clock", a -> a.getTargetOwner().getName().equals("java.time.Clock") && a.getName().startsWith("system")))
            .because("there is one clock").check(CLASSES);
    }

    @Test
    void rulesArePure() {
        classes().that().haveSimpleNameEndingWith("Rules").should().onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "app.afterbeep..").and(DescribedPredicate.not(simpleNameEndingWith("Store")
                .or(simpleNameEndingWith("Service")).or(simpleNameEndingWith("View")).or(simpleNameEndingWith("ViewModel")))))
            .because("what they say depends on their arguments only").check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage("app.afterbeep.cli..").and().doNotHaveFullyQualifiedName("app.afterbeep.App")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("a window has nobody who reads it").check(CLASSES);
    }

    @Test
    void noWorkDependsOnTheTableOfMounts() {
        noClasses().that().doNotHaveFullyQualifiedName("app.afterbeep.db.LiveFile").should().callMethodWhere(callTo("getFileStore",
            a -> a.getName().equals("getFileStore"))).because("in a container it may not name the disk, and the question fails").check(CLASSES);
    }

    /// Calls that make a file or a folder, with the rights that the umask leaves.
    private static boolean makes(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return owner.equals("java.nio.file.Files") && (name.startsWith("create") || name.startsWith("write") || name.equals("copy") || name.equals("newOutputStream")
                || name.equals("newBufferedWriter") || name.equals("newByteChannel"))
            || owner.equals("java.io.File") && (name.startsWith("create") || name.startsWith("mkdir"))
            || Set.of("java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile", "java.util.logging.FileHandler").contains(owner)
            || owner.equals("java.nio.file.StandardOpenOption") && name.startsWith("CREATE");
    }

    private static boolean changesRights(JavaAccess<?> call) {
        String name = call.getName();
        return name.equals("setPosixFilePermissions") || name.equals("setPermissions") || name.equals("setAttribute") && call.getTargetOwner().getName().startsWith("java.nio")
            || call.getTargetOwner().getName().equals("java.io.File") && name.matches("set(Readable|Writable|Executable)");
    }

    @Test
    void whatIsMadeIsItsOwnersFromTheStart() {
        noClasses().that().resideOutsideOfPackage("app.afterbeep.files..").should().accessTargetWhere(callTo("makes files", ArchitectureTest::makes))
            .because("OwnerOnly makes them so that there is no moment in which others can read them").check(CLASSES);
        noClasses().that().doNotHaveFullyQualifiedName("app.afterbeep.db.Connections").should()
            .accessTargetWhere(callTo("opens SQLite", a -> a.getName().equals("createConnection") || a.getTargetOwner().getName().equals("java.sql.DriverManager")
                || a.getTargetOwner().getName().equals("org.sqlite.SQLiteDataSource")))
            .because("there it can't make a file").check(CLASSES);
        noClasses().that().doNotHaveFullyQualifiedName("app.afterbeep.files.OwnerOnly").should().accessTargetWhere(callTo("changes rights", ArchitectureTest::changesRights))
            .because("rights come with the making, not after it").check(CLASSES);
        noClasses().that().resideOutsideOfPackages("app.afterbeep.files..", "app.afterbeep.start..").should()
            .accessTargetWhere(callTo("tightens", a -> a.getTargetOwner().getName().equals("app.afterbeep.files.OwnerOnly") && a.getName().equals("tighten")))
            .because("only what an earlier version has left needs it").check(CLASSES);
    }

    @Test
    void classesAreFinal() {
        classes().that().areNotInterfaces().and().areNotEnums().and().areNotAnonymousClasses().and(describe("not abstract",
            c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))).and(describe("not synthetic", c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC)))
            .and().doNotHaveSimpleName("package-info").should().haveModifier(JavaModifier.FINAL)
            .because("nothing here is made to be inherited from").check(CLASSES);
    }
}
