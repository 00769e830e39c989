package app.afterbeep.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when it is first asked for, so that the start of the program need not wait for it. On the FX thread.
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
}
