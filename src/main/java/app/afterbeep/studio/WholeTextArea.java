package app.afterbeep.studio;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/// A text area as high as its text: nothing scrolls inside of what scrolls.
final class WholeTextArea extends TextArea {
    private static final double BESIDE_EM = 1.2;
    private static final double ABOVE_EM = 0.9;
    private static final double BORDERS = 4;

    private final Text measured = new Text();

    WholeTextArea() {
        setWrapText(true);
        textProperty().subscribe(text -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = getFont().getSize();
        measured.setFont(getFont());
        measured.setWrappingWidth(Math.max(em, (width < 0 ? getWidth() : width) - BESIDE_EM * em - BORDERS));
        measured.setText("x");
        double line = measured.getLayoutBounds().getHeight();
        measured.setText(getText().endsWith("\n") || getText().isEmpty() ? getText() + " " : getText());
        // In the area, what is above and what is below the line of writing are whole pixels each.
        return Math.round(measured.getLayoutBounds().getHeight() / line) * (Math.ceil(line) + 1) + ABOVE_EM * em + BORDERS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
