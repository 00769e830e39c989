package app.afterbeep.prospects;

/// By what prospects are narrowed down, beside words.
public enum Facet {
    LIST("List"), STATUS("Status"), STEP("Step"), ZONE("Time zone"), OUTCOME("Last outcome");

    private final String label;

    Facet(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
