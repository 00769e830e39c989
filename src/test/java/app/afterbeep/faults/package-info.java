/// Every fault that the program has to survive, made for real: killed processes, full disks, locked and damaged files. Each test class says by
/// [app.afterbeep.faults.Fault] which one it is; faults that belong to one feature are tested beside it, under the same annotation.
/// `mvn -q -Pfaults test-compile exec:exec` runs the long forms and prints one table.
@org.jspecify.annotations.NullMarked
package app.afterbeep.faults;
