package app.afterbeep.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when it is first asked for: the start of the program need not wait for it. On the FX thread.
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }

    /// Tells it something that means nothing to what nobody has asked for yet.
    public void ifMade(Consumer<T> use) {
        T value = made;
        if (value != null) {
            use.accept(value);
        }
    }
}
